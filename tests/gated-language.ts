import type { LanguageMaker } from '#src/language/contract.ts';
import { createLocalMaker } from '#src/language/local/local-maker.ts';

export interface GatedLanguage extends LanguageMaker {
  /** From now on nothing is understood until the gate is opened. */
  shut(): void;
  open(): void;
}

/** The local maker behind a gate: turns that a test can hold up in the middle. */
export function createGatedLanguage(): GatedLanguage {
  const maker = createLocalMaker();
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  return {
    name: maker.name,
    version: maker.version,
    async understand(input) {
      await gate.promise;
      return maker.understand(input);
    },
    answer: (input) => maker.answer(input),
    shut() {
      gate = Promise.withResolvers();
    },
    open: () => gate.resolve(),
  };
}
