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

export type Feature = [name: string, weight: number];

/**
 * Names of a text's features for a linear classifier, each with its weight; the vector has length 1. Words, pairs of
 * neighbours, the opening words, a question mark, and the letters inside words, which carry misspellings.
 */
export function featuresOf(text: string): Feature[] {
  const words = tokenize(text)
    .slice(0, 120)
    .map((token) => generalise(token.word));
  const features = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    features.set(name, Math.max(weight, features.get(name) ?? 0));
  };
  words.forEach((word, index) => {
    add(`w ${word}`, 0.6);
    const next = words[index + 1];
    add(`b ${word} ${next ?? '$'}`, 0.5);

    if (word.startsWith('<')) return;
    const padded = `^${word}$`;
    for (let size = 3; size <= 5; size++) {
      for (let at = 0; at + size <= padded.length; at++) add(`c ${padded.slice(at, at + size)}`, 0.3);
    }
  });
  const concepts = words.map((word) =>
    word.startsWith('<') ? word : (conceptOf(word) ?? (/^[a-z]{1,4}$/.test(word) ? word : '_')),
  );
  concepts.forEach((concept, index) => {
    add(`k ${concept}`, 1.4);
    add(`kb ${concept} ${concepts[index + 1] ?? '$'}`, 1.2);
    if (concepts[index + 2] !== undefined) add(`kt ${concept} ${concepts[index + 1]} ${concepts[index + 2]}`, 0.8);
  });
  if (words.length > 0) add(`first ${words[0]}`, 1);
  if (words.length > 1) add(`first ${words[0]} ${words[1]}`, 1);
  if (words.length > 0) add(`length ${words.length < 3 ? words.length : words.length < 6 ? 'short' : 'long'}`, 0.3);
  if (text.includes('?')) add('?', 0.5);
  const norm = Math.hypot(...features.values()) || 1;
  return Array.from(features, ([name, weight]) => [name, weight / norm]);
}
