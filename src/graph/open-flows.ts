import type { Frame } from '#src/agents/contract.ts';
import type { IntentName } from '#src/language/contract.ts';

/** Whether the words are one of the options that the flow's open question came with. */
export const isOffered = ({ prompt }: Frame, text: string) =>
  prompt?.ask.options.some((option) => option.text === text) ?? false;

/** The latest flow of this kind below the top. */
export const waitingFlow = (stack: readonly Frame[], flow: IntentName) =>
  stack.slice(0, -1).findLast((frame) => frame.flow === flow);

/** The flow that the words name by its title; else the next that waits; with one flow only, that one. */
export function frameNamed(stack: readonly Frame[], text: string): Frame | undefined {
  const words = new Set(text.toLowerCase().match(/\p{L}{2,}/gu));
  const score = (frame: Frame) =>
    (frame.title.toLowerCase().match(/\p{L}{2,}/gu) ?? []).filter((word) => words.has(word)).length;
  const best = stack.toSorted((a, b) => score(b) - score(a))[0];
  return best && score(best) > 0 ? best : (stack.at(-2) ?? stack.at(-1));
}
