import { stemmer } from 'stemmer';

/** A stretch of a text: character offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Token extends Span {
  /** Lower case, apostrophes dropped: "can't" is `cant`. */
  word: string;
}

const wordOrNumber = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|\d+(?:\.\d+)?/gu;

/** Words and numbers with their places; "5pm" is two tokens, "2.5" one. */
export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(wordOrNumber), (match) => ({
    word: match[0].toLowerCase().replaceAll("'", ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Words alone. */
export function wordsOf(text: string): string[] {
  return tokenize(text).map((token) => token.word);
}

const hindiStem = new Map([
  ['safai', 'clean'],
  ['saaf', 'clean'],
]);

/** The stem under which inflected forms of a word meet ("cleaning", "cleaned"). */
export function stem(word: string): string {
  return (
    hindiStem.get(word) ?? (word.length > 3 ? stemmer(word) : word.length === 3 ? word.replace(/([^s])s$/, '$1') : word)
  );
}

/** `text` with each span replaced by as many spaces, so that offsets stay true. */
export function blank(text: string, spans: Span[]): string {
  let result = text;
  for (const { start, end } of spans) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
