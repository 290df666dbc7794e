import type { Span } from './tokens.ts';

interface PincodeFound extends Span {
  /** The digits as written, without spaces; six of them unless a pincode was asked for or announced. */
  value: string;
}

const phone = /(?<!\d)(?:(?:\+|00)91[\s-]?|0)?[6-9]\d{4}[\s-]?\d{5}(?!\d)/g;
const bookingNumber = /\b[a-z]{2,5}-?\d[\w-]{2,}\b|\b[a-z]{2,5}-[a-z0-9]*\d[\w-]*\b/gi;

/** Stretches whose digits mean nothing else: phone numbers, booking numbers, sums of money, e-mail and web addresses. */
export function findReferences(text: string): Span[] {
  const patterns = [
    phone,
    bookingNumber,
    /(?:₹|\brs\.?|\binr)\s*\d[\d,.]*/gi,
    /\b\d[\d,.]*\s*(?:rs|rupees|rupaye|\/-)(?!\w)/gi,
    /\S+@\S+|\bhttps?:\S+/gi,
  ];
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

/**
 * Pincodes in a text whose references are blanked out. `expected`: digits of another length also count when they are
 * all that was answered, so that rules can say what is wrong with them.
 */
export function findPincodes(text: string, expected: boolean): PincodeFound[] {
  const found: PincodeFound[] = [];
  const add = (match: RegExpMatchArray, digits: string): void => {
    const start = match.index! + match[0].indexOf(digits);
    if (found.every((other) => start >= other.end || other.start >= start + digits.length)) {
      found.push({ value: digits.replace(/\D/g, ''), start, end: start + digits.length });
    }
  };
  const named =
    /\b(?:pin|pincode|zip|postal)\b\s*-?\s*(?:code|no\.?|number)?\s*(?:is|:|=|-|hai)?\s*(\d{3}[ -]\d{3}|\d{3,10})(?!\d)/gi;
  for (const match of text.matchAll(named)) add(match, match[1]!);
  for (const match of text.matchAll(/(?<![\d.,-])([1-9]\d{5})(?![\d]|[.,]\d)/g)) add(match, match[1]!);
  const spaced = expected
    ? /(?<!\d)([1-9]\d{2}[ -]\d{3})(?!\d)/g
    : /(?:^|\b(?:in|at|to|near|for|area)\s+)([1-9]\d{2} \d{3})(?=$|[\s,.?!])/gi;
  for (const match of text.matchAll(spaced)) add(match, match[1]!);
  if (expected && found.length === 0) {
    const digits = text.match(/(?<![\d.])\d{3,10}(?![\d.]*\d)/);
    if (digits && /^[^\p{L}]*(?:\p{L}+[^\p{L}\d]*){0,4}\d+[^\p{L}\d]{0,12}$/u.test(text)) add(digits, digits[0]);
  }
  return found.toSorted((a, b) => a.start - b.start);
}
