import * as chrono from 'chrono-node';
import type { Span } from './tokens.ts';
import { isoDay, zonedClock, type ZonedClock } from './zoned-clock.ts';

interface DateFound extends Span {
  /** `YYYY-MM-DD`. */
  value: string;
  /** Local time of "in 2 hours". */
  clock?: { hour: number; minute: number };
}

type Rule = [
  RegExp,
  (match: RegExpMatchArray, today: ZonedClock, now: Date, timeZone: string) => Omit<DateFound, keyof Span> | undefined,
];

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const hindiDays: [RegExp, string][] = [
  [/\b(?:som|mon)vaa?r\b/gi, 'monday'],
  [/\bmangal(?:vaa?r|waa?r)?\b/gi, 'tuesday'],
  [/\bbudh(?:vaa?r|waa?r)\b/gi, 'wednesday'],
  [/\b(?:guru|brihaspati)(?:vaa?r|waa?r)\b/gi, 'thursday'],
  [/\bshukr[ae]?(?:vaa?r|waa?r)\b/gi, 'friday'],
  [/\bshani(?:vaa?r|waa?r|char)\b/gi, 'saturday'],
  [/\b(?:ravi(?:vaa?r|waa?r)|it[wv]aa?r)\b/gi, 'sunday'],
];
const weekdayTypos: [RegExp, string][] = [
  [/\bsun?d[ae]?y\b|\bsumday\b/gi, 'sunday'],
  [/\bmonda?y\b/gi, 'monday'],
  [/\btu[es]+da?y\b/gi, 'tuesday'],
  [/\bwe[dn]+[es]*da?y\b/gi, 'wednesday'],
  [/\bth[urs]+da?y\b/gi, 'thursday'],
  [/\bfri?da?y\b/gi, 'friday'],
  [/\bsat[ue]?r?da?y\b/gi, 'saturday'],
];

const inDays =
  (days: number): Rule[1] =>
  (_, { year, month, day }) => ({ value: isoDay(year, month, day, days) });
const count: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  ek: 1,
  half: 0.5,
  aadhe: 0.5,
  do: 2,
  two: 2,
  couple: 2,
  three: 3,
  teen: 3,
  four: 4,
  char: 4,
  five: 5,
};
const numbers = `\\d+(?:\\.\\d+)?|${Object.keys(count).join('|')}`;

const rules: Rule[] = [
  [/\b(?:the )?day after (?:tomorrow|tom|tmrw|tmr)\b|\bparso+n?\b|\bparsu\b/i, inDays(2)],
  [/\b(?:tomm?orr?ow|tmrw?|tmw|tmmrw|tomo|2mrw|2moro|kal|kl)\b/i, inDays(1)],
  [/\b(?:today|tdy|2day|aaj|aj|tonight|tonite|now|right away|immediately|asap|abhi|turant)\b/i, inDays(0)],
  [
    new RegExp(
      `\\b(?:in|after|within|next)\\s+(?:an?\\s+)?(${numbers})\\s*(?:an?\\s+)?(hours?|hrs?|ghante|minutes?|mins?)\\b|\\b(${numbers})\\s*(hours?|hrs?|ghante|minutes?|mins?)\\s*(?:mein|me|baad|bad|later|from now)(?!\\w)`,
      'i',
    ),
    (match, _, now, timeZone) => {
      const amount = count[(match[1] ?? match[3])!.toLowerCase()] ?? Number(match[1] ?? match[3]);
      const minutes = amount * (/^m/i.test((match[2] ?? match[4])!) ? 1 : 60);
      if (!(minutes < 60 * 24 * 366)) return undefined;
      const { year, month, day, hour, minute } = zonedClock(new Date(now.getTime() + minutes * 60_000), timeZone);
      return { value: isoDay(year, month, day), clock: { hour, minute } };
    },
  ],
  [
    new RegExp(`\\b(${numbers})\\s*din\\s*(?:baad|bad|mein|me)\\b`, 'i'),
    (match, { year, month, day }) => {
      const days = count[match[1]!.toLowerCase()] ?? Number(match[1]);
      return days < 1000 ? { value: isoDay(year, month, day, days) } : undefined;
    },
  ],
  [
    /\b(next|agle|agla)?\s*(?:this\s+|coming\s+)?week\s?ends?\b/i,
    (match, { year, month, day, weekday }) => ({
      value: isoDay(year, month, day, (weekday === 0 ? 0 : 6 - weekday) + (match[1] ? 7 : 0)),
    }),
  ],
  [
    new RegExp(
      `\\b(?:on\\s+(?:the\\s+)?|the\\s+)?(\\d{1,2})\\s*(?:tarikh|tareekh|tarik|tareek)\\b|\\b(?:on\\s+(?:the\\s+)?|the\\s+|by\\s+)(\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s*(?:of\\s+)?(?:${months}|floor|main|cross|block|phase|street|stage|sector|lane|road|avenue|one|option))|^\\s*(\\d{1,2})(?:st|nd|rd|th)\\s*[.!]?\\s*$`,
      'i',
    ),
    (match, { year, month, day }) => {
      const wanted = Number(match[1] ?? match[2] ?? match[3]);
      if (wanted < 1 || wanted > 31) return undefined;
      const value = isoDay(year, wanted < day ? month + 1 : month, wanted);
      return Number(value.slice(8)) === wanted ? { value } : undefined;
    },
  ],
];

const chronoWorthy = new RegExp(
  `\\d\\s*[/-]\\s*\\d|\\b(?:${months})\\b|\\d{1,2}(?:st|nd|rd|th)?\\s*(?:${months})|days?\\b|\\b(?:sun|mon|tues?|wed|thur?s?|fri|sat)\\b|\\bweeks?\\b|\\bmonths?\\b|\\bago\\b|\\byears?\\b`,
  'i',
);
const notDates =
  /\b24\s*[/x]\s*7\b|\b\d{1,2}\/\d{1,2}(?=\s*(?:bhk|bath|share))|\bper\s+(?:day|week|month|year)\b|\b(?:every|each|per|same|all|any|half|a)\s+(?:day|week|month|year)s?\b|\bdays?\s+(?:ago\s+)?before\b/gi;

/**
 * Days named in a text (English, Hinglish, day before month), as the customer's calendar has them. Past days are given
 * as they are; a day without a year is the next such day. Other figures should be blanked out of the text before.
 */
export function findDates(text: string, now: Date, timeZone: string): DateFound[] {
  const today = zonedClock(now, timeZone);
  let rest = text.replace(notDates, (words) => ' '.repeat(words.length));
  const found: DateFound[] = [];
  for (const [pattern, read] of rules) {
    const match = rest.match(pattern);
    const value = match && read(match, today, now, timeZone);
    if (!match || !value) continue;
    const span = { start: match.index!, end: match.index! + match[0].length };
    found.push({ ...value, ...span });
    rest = rest.slice(0, span.start) + ' '.repeat(match[0].length) + rest.slice(span.end);
  }
  for (const [pattern, name] of [...hindiDays, ...weekdayTypos]) {
    // Same length, so that offsets stay true: chrono knows the three-letter names.
    rest = rest.replace(pattern, (word) => (word.length >= name.length ? name : name.slice(0, 3)).padEnd(word.length));
  }
  if (chronoWorthy.test(rest)) found.push(...byChrono(rest, today));
  return found.toSorted((a, b) => a.start - b.start);
}

const pronoun = /\b(?:i|we|he|she|they|you|it|who)\s+$/i;

/** "I sat down". */
function isVerb(words: string, before: string): boolean {
  return /^(?:sat|sun|wed|may|march|mar)\b/i.test(words) && pronoun.test(before);
}

function byChrono(text: string, today: ZonedClock): DateFound[] {
  // chrono stumbles over long gaps, and does not read "dec 25" in the en-GB order: both are put right in place.
  const gapless = text.replace(/ {3,}/g, (gap) => ` ${';'.repeat(gap.length - 2)} `);
  const dayFirst = gapless.replace(
    new RegExp(`\\b(${months})(\\s+)(\\d{1,2})(st|nd|rd|th)?\\b(?!:|\\d|\\s*(?:am|pm|baje))`, 'gi'),
    (_, month: string, gap: string, day: string, suffix = '') => `${day}${suffix}${gap}${month}`,
  );
  const past = /\b(?:last|past|previous|pichle|pichhle)\b/i.test(dayFirst);
  // The customer's calendar as if it were the process's: chrono's own zones go wrong around midnight. Early in the
  // day, when today is still ahead; no zone shifts its clocks as late as four.
  const morning = new Date(today.year, today.month - 1, today.day, 4);
  const results = chrono.en.GB.parse(dayFirst, morning, { forwardDate: !past });
  return results.flatMap(({ index, text: words, start }) => {
    const certain = start.isCertain('day') || start.isCertain('weekday');
    // "mon" in "mon ami" is rare; "sat", "sun" or "may" alone as other words is not.
    if (!certain || /^\d+(?:\.\d+)?$/.test(words) || isVerb(words, text.slice(0, index))) return [];
    const date = isoDay(start.get('year')!, start.get('month')!, start.get('day')!);
    const spoken = words
      .replace(/[\s,]+(?:at\s+)?\d{1,2}(?::\d{2})?$/, (tail) => (start.isCertain('hour') ? '' : tail))
      // The part of the day is for the reading of hours.
      .replace(/[\s,]+(?:in the\s+)?(?:morning|afternoon|evening|night|noon)$/i, '');
    return [{ value: date, start: index, end: index + spoken.length }];
  });
}
