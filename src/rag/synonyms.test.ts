import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from './load-knowledge.ts';
import { SYNONYMS } from './synonyms.ts';
import { isStopWord, termOf, wordsOf } from './terms.ts';

const seeds = await loadKnowledge(fileURLToPath(new URL('../../seeds/knowledge', import.meta.url)));
const indexed = new Set(
  seeds.flatMap(({ title, source }) =>
    wordsOf(`${title} ${source}`)
      .filter((word) => !isStopWord(word))
      .map(termOf),
  ),
);

describe('synonyms', () => {
  it('say each phrase once, so that none hides another', () => {
    const said = SYNONYMS.flatMap(({ say }) => say.map((phrase) => wordsOf(phrase).map(termOf).join(' ')));
    const repeated = said.filter((phrase, i) => said.indexOf(phrase) !== i);
    expect(repeated).toEqual([]);
  });

  it('mean words that the documents use', () => {
    for (const { say, mean } of SYNONYMS) {
      expect(
        mean.map(termOf).filter((term) => !indexed.has(term)),
        say.join(', '),
      ).toEqual([]);
    }
  });
});
