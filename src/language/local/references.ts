import type { Expecting, SlotValue } from '../contract.ts';
import type { Span } from './tokens.ts';

interface ReferenceFound extends Span {
  value: Extract<SlotValue, { slot: 'booking' | 'complaint' }>;
}

/** "NX-7F3K2M", "nx 7f3k2m", "nx7f3 k2m", "CP-9A3K4D". */
const numbered =
  /(?<![\p{L}\p{N}])(nx|cp)\s{0,2}(?:no\.?|number|#|:|-|–)?\s{0,2}([a-z0-9]{6}|[a-z0-9]{3}[\s-](?=[a-z0-9]*\d)[a-z0-9]{3})(?![\p{L}\p{N}])/giu;
/** Numbers that look otherwise are taken as they were written: they will not be found, and be said so. */
const strange = /(?<![\p{L}\p{N}])(nx|cp)-?(?=[a-z-]*\d)([a-z0-9-]{2,12})(?![\p{L}\p{N}])/giu;
/** Six letters and digits of which both occur, as no word has them. */
const bare = /(?<![\p{L}\p{N}₹.-])(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{6}(?![\p{L}\p{N}])/giu;
const measured =
  /^\d+(?:st|nd|rd|th|am|pm|bhk|ton|tons|hrs|hours?|mins?|seater|days?|units?|x)$|^(?:from|till|upto)\d+$/i;
/** The letters and digits of which our numbers are made. */
const lone =
  /^\W*(?:it'?s|its|it is|number|no\.?|booking|complaint|id|ref|is|the|my|#|:|-|\s)*([34679ACDEFGHJKMNPQRTUVWXY]{6})\W*$/i;

const noun =
  '(?:bookings?|orders?|appointments?|visits?|service|services|jobs?|reservations?|requests?|complaints?|tickets?|shikayat)';
const last = new RegExp(
  `\\b(?:last|latest|(?:most )?recent|previous|pichh?l[ie]|aa?khri)\\s+(?:wali\\s+|wala\\s+|completed\\s+|\\w+\\s+)?${noun}(?!\\s+policy)\\b`,
  'i',
);
const next = new RegExp(`\\b(?:next|upcoming|agl[ie]|coming)\\s+(?:wali\\s+|wala\\s+)?${noun}\\b`, 'i');
const all = new RegExp(
  `\\b(?:all|both|every|sab|saari|sari|dono)\\s+(?:(?:of|my|the|meri|mere|upcoming|active|pending|open)\\s+)*${noun}\\b|\\b(?:all|both|every one) of (?:them|those|these)\\b`,
  'i',
);

/** The booking and the complaint that a text names by number, or as the last or next one; each at most once. */
export function findNamedReferences(text: string, expecting?: Expecting['slot']): ReferenceFound[] {
  const found: ReferenceFound[] = [];
  const add = (
    slot: 'booking' | 'complaint',
    value: { number: string } | { which: 'last' | 'next' | 'all' },
    match: RegExpMatchArray,
    length = match[0].length,
  ): void => {
    if (found.some((other) => other.value.slot === slot)) return;
    const span = { start: match.index!, end: match.index! + length };
    if (slot === 'booking') found.push({ value: { slot, ...value }, ...span });
    else if ('number' in value) found.push({ value: { slot, number: value.number }, ...span });
    else found.push({ value: { slot, which: 'last' }, ...span });
  };
  const asked = expecting === 'complaint' ? 'complaint' : 'booking';
  for (const pattern of [numbered, strange]) {
    for (const match of text.matchAll(pattern)) {
      const prefix = match[1]!.toUpperCase();
      const number = `${prefix}-${match[2]!.replace(/[\s-]/g, '').toUpperCase()}`;
      add(prefix === 'CP' ? 'complaint' : 'booking', { number }, match);
    }
  }
  const open = expecting === 'booking' || expecting === 'complaint';
  if (found.length === 0) {
    const plain = open ? (text.match(lone) ?? undefined) : undefined;
    const code = plain?.[1] ?? undefined;
    if (plain && code) add(asked, { number: numberOf(asked, code) }, plain);
    for (const match of text.matchAll(bare)) {
      if (!measured.test(match[0])) add(asked, { number: numberOf(asked, match[0]) }, match);
    }
  }
  for (const [pattern, value] of [
    [last, 'last'],
    [next, 'next'],
    [all, 'all'],
  ] as const) {
    const match = text.match(pattern);
    // Its noun may name a service, too: "my last ac service".
    if (match)
      add(
        /complaint|ticket|shikayat/i.test(match[0]) ? 'complaint' : 'booking',
        { which: value },
        match,
        firstWord(match[0]),
      );
  }
  return found;
}

function numberOf(slot: 'booking' | 'complaint', code: string): string {
  return `${slot === 'complaint' ? 'CP' : 'NX'}-${code.toUpperCase()}`;
}

function firstWord(words: string): number {
  return words.search(/\s|$/);
}
