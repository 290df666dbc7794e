import type { Expecting, UnderstandInput } from '../contract.ts';
import { findDates } from './dates.ts';
import { numberOf, ordinalOf } from './numbers.ts';
import { findNamedReferences } from './references.ts';
import { isStopWord } from './stop-words.ts';
import { stem, wordsOf } from './tokens.ts';
import { distance } from 'fastest-levenshtein';

type Option = NonNullable<Expecting['options']>[number];

const pointer =
  /^(?:option|number|no|choice|wala|wali|one|the|go|with|i|want|take|pick|ill|please|pls|select|choose|book|for|make|it|prefer|like|yes|ok|okay|haan|chahiye|kar|do|de|dijiye)$/;
const mostWords = 12;
/** Slots whose options are named, so that a number is a place in the list. */
const named = new Set<Expecting['slot']>(['choice', 'service', 'booking', 'complaint', 'category']);

/** The option whose value or label the answer repeats, letter case and punctuation aside. */
export function exactOption(text: string, options: Option[]): string | undefined {
  const said = wordsOf(text).join(' ');
  if (said === '') return undefined;
  return options.find(({ value, label }) => [value, label].some((name) => wordsOf(name).join(' ') === said))?.value;
}

/** The option that an answer points at: "2", "second", "the last one", or most words of one label and of no other. */
export function pointedOption(text: string, { slot, options = [] }: Expecting): string | undefined {
  const words = wordsOf(text.replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1 ordinal'));
  if (words.length === 0 || words.length > mostWords) return undefined;
  const plain = words.filter((word) => !pointer.test(word));
  const ordinal = plain.length <= 2 ? plain.map(ordinalOf).find((place) => place !== undefined) : undefined;
  if (ordinal !== undefined) return options.at(ordinal < 0 ? ordinal : ordinal - 1)?.value;
  const numbers = plain.filter((word) => word !== 'ordinal').map(numberOf);
  const number = numbers.length <= 1 ? (numbers[0] ?? (plain.length === 0 ? lastNumber(words) : undefined)) : undefined;
  if (number !== undefined) {
    const holders = options.filter(({ label }) => wordsOf(label).includes(String(number)));
    const isPlace = plain.includes('ordinal') || /\b(?:option|number|no|choice)\b/i.test(text);
    if (holders.length === 1 && !isPlace && !named.has(slot)) return holders[0]!.value;
    // At "which hour?" a number is the hour, free or not.
    if (slot === 'hour' && !isPlace && holders.length === 0 && options.length >= number) return undefined;
    return Number.isInteger(number) && number > 0 ? options[number - 1]?.value : undefined;
  }
  return likeliest(plain, options);
}

/** The booking or complaint among the options that an answer means by its number or its day: "tomorrow's", "nx 7f3k2m". */
export function pointedBooking(text: string, { expecting, now, timeZone }: UnderstandInput): string | undefined {
  const { slot, options = [] } = expecting ?? {};
  if ((slot !== 'booking' && slot !== 'complaint' && slot !== 'choice') || wordsOf(text).length > mostWords)
    return undefined;
  const only = (fits: (option: Option) => boolean): string | undefined => {
    const fitting = options.filter(fits);
    return fitting.length === 1 ? fitting[0]!.value : undefined;
  };
  const numbered = findNamedReferences(text, slot).find(({ value }) => 'number' in value)?.value;
  if (numbered && 'number' in numbered)
    return only(({ value, label }) => `${value} ${label}`.toUpperCase().includes(numbered.number));
  const day = findDates(text, now, timeZone)[0];
  if (!day) return undefined;
  return only(({ label }) =>
    findDates(label.replace(/\b[A-Z]{2}-\w+/g, ' '), now, timeZone).some(({ value }) => value === day.value),
  );
}

function likeliest(words: string[], options: Option[]): string | undefined {
  const said = words.filter((word) => !isStopWord(word)).map(stem);
  if (said.length === 0) return undefined;
  const labels = options.map(({ label, value }) => new Set([...wordsOf(label), ...wordsOf(value)].map(stem)));
  const weight = (label: Set<string>): number => {
    const shared = said.filter((word) => [...label].some((other) => alike(word, other)));
    // A word that every label has ("AC") does not choose.
    const telling = shared.filter(
      (word) => labels.filter((other) => [...other].some((it) => alike(word, it))).length < labels.length,
    );
    return options.length > 1 && telling.length === 0 ? 0 : (telling.length + shared.length * 0.1) / said.length;
  };
  const ranked = options
    .map((option, at) => ({ option, weight: weight(labels[at]!) }))
    .toSorted((a, b) => b.weight - a.weight);
  const [best, next] = ranked;
  return best && best.weight >= 0.5 && best.weight > (next?.weight ?? 0) + 0.05 ? best.option.value : undefined;
}

function alike(word: string, other: string): boolean {
  return (
    word === other || (word.length >= 4 && word[0] === other[0] && distance(word, other) <= (word.length >= 8 ? 2 : 1))
  );
}

function lastNumber(words: string[]): number | undefined {
  const number =
    words.length <= 2 ? words.map((word) => (word === 'do' || word === 'one' ? numberOf(word) : undefined)) : [];
  return number.find((value) => value !== undefined);
}
