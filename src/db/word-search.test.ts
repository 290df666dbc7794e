import { describe, expect, it } from 'vitest';
import { wordsOf } from './word-search.ts';

describe('the words of a search', () => {
  it.each<[string, string[]]>([
    ['burning  smell', ['burning', 'smell']],
    ['AC-leaking, d’Souza!', ['AC', 'leaking', 'd', 'Souza']],
    ['late late', ['late']],
    ['+late -“early” *(“a*b”) ~@8 <x> "c"', ['late', 'early', 'a', 'b', '8', 'x', 'c']],
    ['9_30', ['9_30']],
    ['ताला टूटा', ['ताला', 'टूटा']],
    [String.raw`%_\ 😀 –`, ['_']],
    ['+', []],
    ['', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text).all).toEqual(words);
  });

  it('are asked of the index only if it can know them and all that begins like them', () => {
    const { indexed, others } = wordsOf(
      'AC leaking The whe wher wherever टूटा ले café _late தமிழ் 560034 ' + 'x'.repeat(85),
    );
    expect(indexed).toEqual(['leaking', 'wherever', 'टूटा', '560034']);
    expect(others).toEqual(['AC', 'The', 'whe', 'wher', 'ले', 'café', '_late', 'தமிழ்', 'x'.repeat(85)]);
  });
});
