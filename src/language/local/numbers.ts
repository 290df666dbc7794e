import { tokenize, type Span } from './tokens.ts';

const words = new Map<string, number>();
const list = (first: number, text: string): void =>
  text.split(' ').forEach((group, index) => group.split('/').forEach((word) => words.set(word, first + index)));
list(
  0,
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
);
list(
  1,
  'ek/single do/dono teen/tin char/chaar paanch/panch/paanchh chhe/chhah/che saat aath/aanth nau das/dus gyarah/gyara barah/bara',
);
words.set('couple', 2).set('pair', 2).set('dozen', 12).set('a', 1).set('an', 1);

/** Words that are numbers only where a number is asked for or nothing else fits. */
const weak = new Set([
  'do',
  'a',
  'an',
  'nau',
  'das',
  'saat',
  'che',
  'bara',
  'tin',
  'single',
  'couple',
  'pair',
  'dono',
  'one',
]);

const ordinals = new Map<string, number>();
[
  'first/1st/pehla/pahla/pehli/pahli/pehle/pahle',
  'second/2nd/dusra/doosra/dusri/doosri/dusre/doosre',
  'third/3rd/teesra/tisra/teesri/tisri/teesre',
  'fourth/4th/chautha/chauthi',
  'fifth/5th/paanchva/panchva/paanchwa',
  'sixth/6th',
  'seventh/7th',
  'eighth/8th',
  'ninth/9th',
  'tenth/10th',
].forEach((group, index) => group.split('/').forEach((word) => ordinals.set(word, index + 1)));

interface NumberFound extends Span {
  value: number;
  /** Written as a word that often means something else ("do", "a"). */
  weak: boolean;
}

/** Value of a word or of digits, or undefined. */
export function numberOf(word: string): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : words.get(word);
}

/** 1 for "first", "pehla", "1st"; -1 for "last". */
export function ordinalOf(word: string): number | undefined {
  return word === 'last' || word === 'aakhri' || word === 'akhri' ? -1 : ordinals.get(word);
}

/** Numbers of a text in digits (with sign and thousands separators) or words, in order. */
export function findNumbers(text: string): NumberFound[] {
  const digits = Array.from(text.matchAll(/(?<=(?:^|[^\w.])[x×]?)-?\d+(?:,\d{2,3})*(?:\.\d+)?/g), (match) => ({
    value: Number(match[0].replaceAll(',', '')),
    start: match.index,
    end: match.index + match[0].length,
    weak: false,
  }));
  const spelled = tokenize(text).flatMap(({ word, start, end }) => {
    const value = words.get(word);
    return value === undefined ? [] : [{ value, start, end, weak: weak.has(word) }];
  });
  return [...digits, ...spelled].toSorted((a, b) => a.start - b.start);
}
