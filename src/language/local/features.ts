import { kindOfComplaint } from './complaint-kinds.ts';
import { conceptOf } from './concepts.ts';
import { tokenize } from './tokens.ts';

const pincode = /^[1-9]\d{5}$/;
const kinds = new Map<string, string>();
const kind = (name: string, words: string): void => words.split(' ').forEach((word) => kinds.set(word, name));
kind(
  '<day>',
  'today tomorrow tmrw tmr tomorow tommorow aaj aj kal parso tonight sunday monday tuesday wednesday thursday friday ' +
    'saturday sun mon tue wed thu fri sat weekend',
);
kind(
  '<month>',
  'january february march april june july august september october november december jan feb mar apr jun jul aug sep oct nov dec',
);
kind('<clock>', 'am pm baje oclock');
kind('<part>', 'morning evening afternoon night subah shaam dopahar raat noon');
kind('<count>', 'one two three four five six seven eight nine ten');

/** Interchangeable words (days, numbers, pincodes) share a feature, so that the classifier learns from each about all. */
function generalise(word: string): string {
  if (pincode.test(word)) return '<pincode>';
  if (/^\d/.test(word)) return word.length > 2 ? '<long-number>' : '<count>';
  return kinds.get(word) ?? word;
}

/** Numbers of bookings and complaints: which one it is does not matter. */
const numbered = /(?<![\p{L}\p{N}])(nx|cp)(?:\s?-\s?|\s)?(?=[a-z]*\d)[a-z0-9]{3,7}(?![\p{L}\p{N}])/giu;
/** Tells of what has happened, in words that occur often enough to be known. */
const past =
  /\b(?:was|were|had|did|came|left|broke|took|made|put|went|said|paid|got|gave|told|sent|stole|lost|spoke|fell|kept|hit|tha|thi|the thay|gaya|gayi|diya|kiya|liya|aaya|tha|[a-z]{3,}(?:ed|iped))\b/i;

/** What a word adds by itself, wherever it stands. */
interface Term {
  word: string;
  /** Its runs of three to five letters. */
  letters: string[];
  concept: string;
}

const terms = new Map<string, Term>();
const cachedTerms = 20_000;

/** Made once for each word: texts share most of theirs, and equal strings that are the same object are found faster. */
function termOf(word: string): Term {
  const known = terms.get(word);
  if (known) return known;
  const isKind = word.startsWith('<');
  const padded = `^${word}$`;
  const letters: string[] = [];
  for (let size = 3; size <= 5 && !isKind; size++) {
    for (let at = 0; at + size <= padded.length; at++) letters.push(`c ${padded.slice(at, at + size)}`);
  }
  const concept = isKind ? word : (conceptOf(word) ?? (/^[a-z]{1,4}$/.test(word) ? word : '_'));
  const term = { word: `w ${word}`, letters, concept };
  // A word that is no word fills no memory.
  if (terms.size >= cachedTerms) terms.clear();
  if (word.length <= 30) terms.set(word, term);
  return term;
}

export type Feature = [name: string, weight: number];

/**
 * Names of a text's features for a linear classifier, each with its weight; the vector has length 1. Words, pairs of
 * neighbours, the opening words, a question mark, and the letters inside words, which carry misspellings.
 */
export function featuresOf(text: string): Feature[] {
  const words = tokenize(text.replace(numbered, (_, prefix: string) => (/^c/i.test(prefix) ? ' cpref ' : ' nxref ')))
    .slice(0, 120)
    .map((token) => generalise(token.word));
  const features = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    features.set(name, Math.max(weight, features.get(name) ?? 0));
  };
  const terms = words.map(termOf);
  words.forEach((word, index) => {
    add(terms[index]!.word, 0.6);
    add(`b ${word} ${words[index + 1] ?? '$'}`, 0.5);
    for (const letters of terms[index]!.letters) add(letters, 0.3);
  });
  const concepts = terms.map(({ concept }) => concept);
  concepts.forEach((concept, index) => {
    add(`k ${concept}`, 1.4);
    add(`kb ${concept} ${concepts[index + 1] ?? '$'}`, 1.2);
    if (concepts[index + 2] !== undefined) add(`kt ${concept} ${concepts[index + 1]} ${concepts[index + 2]}`, 0.8);
  });
  if (words.length > 0) add(`first ${words[0]}`, 1);
  if (words.length > 1) add(`first ${words[0]} ${words[1]}`, 1);
  if (words.length > 0) add(`length ${words.length < 3 ? words.length : words.length < 6 ? 'short' : 'long'}`, 0.3);
  if (text.includes('?')) add('?', 0.5);
  const mishap = kindOfComplaint(text);
  if (mishap) add(`mishap ${mishap}`, 1.2);
  if (mishap) add('mishap', 1);
  if (past.test(text)) add('past', 0.8);
  const norm = Math.hypot(...features.values()) || 1;
  return Array.from(features, ([name, weight]) => [name, weight / norm]);
}
