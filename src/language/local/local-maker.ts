import type { LanguageMaker } from '../contract.ts';
import { answer } from './answer.ts';
import { trainClassifier } from './classify.ts';
import { cleanText } from './clean-text.ts';
import { sentimentOf } from './sentiment.ts';
import { readTrainingRows } from './training-rows.ts';
import { understand } from './understand.ts';

/**
 * The deterministic language maker: no network, no key, no model to download. It is trained from `training/` when it
 * is created, which takes some tenths of a second of CPU; the same input always gives the same result.
 */
export function createLocalMaker(): LanguageMaker {
  const maker = { name: 'local', version: '2' };
  const classifier = trainClassifier(readTrainingRows());
  return {
    ...maker,
    understand: async (input) => ({
      ...understand(input, classifier),
      sentiment: sentimentOf(cleanText(input.text)),
      maker,
    }),
    answer: async (input) => ({ ...answer(input), maker }),
  };
}
