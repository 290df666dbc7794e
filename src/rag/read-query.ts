import { distance } from 'fastest-levenshtein';
import { SYNONYMS } from './synonyms.ts';
import { isLightWord, isStopWord, termOf, wordsOf } from './terms.ts';

/** One thing that a question is about, and the index terms that stand for it, each with its share of full strength. */
export interface Concept {
  terms: { term: string; boost: number }[];
  /** How much it says about the subject: inverse document frequency of its main term. */
  weight: number;
}

/** What the reader has to know of an index. */
export interface Vocabulary {
  passages: number;
  /** In how many passages a term stands. */
  frequency: ReadonlyMap<string, number>;
  /** The words of the passages as they are written, not stemmed: what misspelt words are corrected to. */
  words: ReadonlySet<string>;
}

/** A question that names a pincode is about pincodes, whichever it is. */
const PINCODE = /^[1-9]\d{5}$/;

const MAX_CHARACTERS = 2_000;
const MAX_CONCEPTS = 32;

/** Strength of the best synonym, of the others, of a misspelt word, and of the literal words of a known phrase. */
const BOOST = { synonym: 0.7, other: 0.5, corrected: 0.8, literal: 0.5 };
/** A word that stands nowhere in the documents weighs this share of the rarest word. */
const UNKNOWN_WEIGHT = 0.7;
/** The share of its weight that a common word keeps when it stands alone, not in a known phrase. */
const LIGHT_WEIGHT = 0.3;

const keyOf = (words: string[]) => words.map(termOf).join(' ');
const MEANINGS = new Map(SYNONYMS.flatMap(({ say, mean }) => say.map((it) => [keyOf(wordsOf(it)), mean.map(termOf)])));
const SAID = SYNONYMS.flatMap(({ say }) => say.map(wordsOf));
const LONGEST_PHRASE = Math.max(...SAID.map((words) => words.length));

/** How many edits a misspelling may be away from a word with the same first letter; short words are not guessed. */
const allowedEdits = (word: string) => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2);

/**
 * Reads questions against one index: drops stop words, corrects misspelt ones, and replaces the customer's phrases by
 * the words of the documents. The function it returns gives [] for a text that says nothing.
 */
export function createQueryReader({ passages, frequency, words }: Vocabulary): (query: string) => Concept[] {
  const known = [...new Set([...words, ...SAID.filter((it) => it.length === 1).flat()])].sort();
  const isKnown = (word: string) => frequency.has(termOf(word)) || MEANINGS.has(termOf(word));

  const rarity = (term: string | undefined) => {
    const count = term === undefined ? 0 : (frequency.get(term) ?? 0);
    return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
  };

  const correct = (word: string): string => {
    const limit = allowedEdits(word);
    if (limit === 0 || isStopWord(word) || isKnown(word)) return word;
    let best = word;
    let fewest = limit + 1;
    for (const candidate of known) {
      if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) >= fewest) continue;
      const edits = distance(word, candidate);
      if (edits < fewest) [best, fewest] = [candidate, edits];
    }
    return best;
  };

  const conceptOf = (span: string[], corrected: boolean): Concept | undefined => {
    const meanings = MEANINGS.get(keyOf(span))?.filter((term) => frequency.has(term)) ?? [];
    const spoken = span.filter((word) => !isStopWord(word)).map(termOf);
    const own = spoken.filter((term) => frequency.has(term));
    if (meanings.length === 0 && spoken.length === 0) return undefined;
    const share = span.every(isLightWord) ? LIGHT_WEIGHT : 1;
    if (meanings.length === 0 && own.length === 0) {
      return { terms: [], weight: share * UNKNOWN_WEIGHT * rarity(undefined) };
    }
    const replaces = meanings.length > 0 && (span.length > 1 || own.length === 0);
    const factor = corrected ? BOOST.corrected : 1;
    const boosts = new Map<string, number>();
    for (const [i, term] of meanings.entries()) {
      boosts.set(term, factor * (i > 0 ? BOOST.other : replaces ? 1 : BOOST.synonym));
    }
    for (const term of own) boosts.set(term, Math.max(boosts.get(term) ?? 0, factor * (replaces ? BOOST.literal : 1)));
    const main = replaces ? meanings.slice(0, 1) : own;
    return {
      terms: [...boosts].map(([term, boost]) => ({ term, boost })),
      weight: share * Math.max(...main.map(rarity)),
    };
  };

  return (query) => {
    const asked = wordsOf(query.slice(0, MAX_CHARACTERS));
    const read = asked.map((word) => (PINCODE.test(word) ? 'pincode' : correct(word)));
    const concepts = new Map<string, Concept>();
    for (let i = 0; i < read.length && concepts.size < MAX_CONCEPTS;) {
      let length = Math.min(LONGEST_PHRASE, read.length - i);
      while (length > 1 && !MEANINGS.has(keyOf(read.slice(i, i + length)))) length--;
      const span = read.slice(i, i + length);
      const concept = conceptOf(span, length === 1 && span[0] !== asked[i]);
      if (concept && !concepts.has(keyOf(span))) concepts.set(keyOf(span), concept);
      i += length;
    }
    return [...concepts.values()];
  };
}
