import type { IntentName, UnderstandInput } from '../contract.ts';
import { kindOfComplaint } from './complaint-kinds.ts';
import { findDates } from './dates.ts';
import { isAboutExisting, looksBack, slotsOfIntent } from './intents.ts';
import { findServices } from './services.ts';
import { findSlots, type SlotFound, type SlotsFound } from './slots.ts';
import { isFiller } from './stop-words.ts';
import { blank, overlaps, tokenize, wordsOf, type Span } from './tokens.ts';
import { isoDay, zonedClock } from './zoned-clock.ts';

/**
 * What a clause says for the wish that it carries or goes on with. The same words mean other things in other flows:
 * "friday" is the day to come for a booking, and says which booking for a cancellation.
 */
export function valuesFor(intent: IntentName, text: string, found: SlotsFound, input: UnderstandInput): SlotFound[] {
  const wanted = slotsOfIntent(intent);
  let slots = found.slots;
  if (intent === 'reschedule_booking') slots = movedValues(text, found, input);
  else if (isAboutExisting(intent)) slots = withDayOfBooking(intent, text, slots, input);
  if (wanted.includes('details') && wanted.includes('category')) slots = withComplaint(text, found, slots, input);
  else if (wanted.includes('details') && input.activeFlow !== intent) slots = withReason(text, slots);
  if (intent === 'compare_services') slots = withEachService(text, slots, input);
  return slots.filter(({ value }) => wanted.includes(value.slot));
}

/** What is compared: a service for each side of "or", "and", "versus", in the order of the words. */
function withEachService(text: string, slots: SlotFound[], { gazetteer }: UnderstandInput): SlotFound[] {
  const sides = Array.from(text.matchAll(side).take(mostSides), (match) => ({ start: match.index, words: match[0] }));
  const named = sides.flatMap(({ start, words }): SlotFound[] => {
    const found = findServices(words, gazetteer);
    if (!found) return [];
    const first = Math.min(...found.spans.map((span) => span.start));
    const last = Math.max(...found.spans.map((span) => span.end));
    const value = { slot: 'service', candidates: found.candidates } as const;
    return [{ value, start: start + first, end: start + last, confidence: found.candidates[0]!.score }];
  });
  const different = new Set(named.map(({ value }) => ('candidates' in value ? value.candidates[0]!.id : '')));
  if (different.size < 2) return slots;
  return [...slots.filter(({ value }) => value.slot !== 'service'), ...named].toSorted((a, b) => a.start - b.start);
}

/** A day becomes "the booking of that day", unless the booking is named. */
function withDayOfBooking(intent: IntentName, text: string, slots: SlotFound[], input: UnderstandInput): SlotFound[] {
  const named = slots.some(({ value }) => value.slot === 'booking');
  return slots.flatMap((found) => {
    if (found.value.slot !== 'date') return [found];
    const words = text.slice(found.start, found.end);
    // "He left after 20 minutes" tells how long it took.
    if (named || (looksBack(intent) && /\b(?:minutes?|mins?|hours?|hrs?|ghant[ae])\b/i.test(words))) return [];
    const on = looksBack(intent) ? lookedBack(found.value.value, words, input) : found.value.value;
    return [{ ...found, value: { slot: 'booking', on } as const }];
  });
}

/** "Kal" and weekdays in talk about what has happened lie behind. */
function lookedBack(day: string, words: string, { now, timeZone }: UnderstandInput): string {
  const today = zonedClock(now, timeZone);
  const from = Date.UTC(today.year, today.month - 1, today.day);
  const ahead = Math.round((Date.parse(`${day}T00:00:00Z`) - from) / 86_400_000);
  if (ahead <= 0) return day;
  if (/\b(?:kal|parso+n?)\b/i.test(words)) return isoDay(today.year, today.month, today.day, -ahead);
  return /day|\b(?:sun|mon|tue|wed|thu|fri|sat)|vaa?r|waa?r/i.test(words) && !/tomorrow/i.test(words) && ahead <= 7
    ? isoDay(today.year, today.month, today.day, ahead - 7)
    : day;
}

/** A stretch without a word that sets two things against each other. */
const side = /(?:(?!\b(?:and|or|vs|versus|than|with|aur|ya|from|to|against|over|compared)\b|[,/&]).)+/gis;
const mostSides = 6;
const times = /^(?:date|hour)$/;
/** Shifts against the booking's own time cannot be read without it. */
const shifts =
  /\b(?:by\s+)?(?:an?|one|two|three|four|five|half an?|ek|do|teen|char|\d+)\s*(?:more\s+)?(?:hours?|hrs?|days?|weeks?|minutes?|mins?|ghante|ghanta|din|hafte)\s*(?:later|earlier|early|ahead|forward|late|baad|bad|aage|pehle|back|peeche|before|after)\b|\bby\s+(?:an?|one|two|three|four|five|half an?|\d+)\s*(?:hours?|hrs?|days?|weeks?|minutes?|mins?)\b|\b(?:ek|do|teen|char|\d+)\s*(?:ghante|ghanta|din|hafte)\s*(?:late|aage|baad|pehle|peeche)\b/gi;
const bookingNoun =
  '(?:booking|order|appointment|visit|service|servicing|slot|job|cleaning|repair|one|plumber|electrician|carpenter|painter|technician|beautician|salon|massage|ac|wal[ai])';

/** The old day and the new day and hour of a booking that is to be moved. */
function movedValues(text: string, found: SlotsFound, input: UnderstandInput): SlotFound[] {
  const shiftless = text.replace(shifts, (match) => ' '.repeat(match.length));
  const others = withoutMoves(text, found.slots, input).filter(({ value }) => !times.test(value.slot));
  const claimed = others.map(({ start, end }) => ({ start, end }));
  const isTime = (span: Span, named = false): SlotFound[] => {
    const part = blank(shiftless, [{ start: 0, end: span.start }, { start: span.end, end: text.length }, ...claimed]);
    return findSlots(
      part,
      { ...input, expecting: { slot: named ? 'hour' : (input.expecting?.slot ?? 'date') } },
      false,
    ).slots.filter(({ value }) => times.test(value.slot));
  };
  const { old: older, fresh: newer, named } = halves(shiftless, isTime);
  const fresh = isTime(newer, named);
  const old =
    older && !others.some(({ value }) => value.slot === 'booking') ? oldDay(older, shiftless, claimed, input) : [];
  return [...others, ...old, ...fresh].toSorted((a, b) => a.start - b.start);
}

/** "Move the cleaning" names no move-in cleaning, "shift the AC" no AC shifting: the verb says what to do with the booking. */
const moving =
  /\b(?:re-?schedul(?:e|ing)|postpon(?:e|ing)|prepon(?:e|ing)|mov(?:e|ing)|shift(?:ing)?|chang(?:e|ing)|push(?:ing)?|delay)\b/gi;

function withoutMoves(text: string, slots: SlotFound[], { gazetteer }: UnderstandInput): SlotFound[] {
  const verbs = Array.from(text.matchAll(moving), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return slots.flatMap((slot): SlotFound[] => {
    if (slot.value.slot !== 'service' || !verbs.some((verb) => overlaps(verb, slot))) return [slot];
    const service = findServices(blank(text, verbs), gazetteer);
    if (!service) return [];
    const start = Math.min(...service.spans.map((span) => span.start));
    const end = Math.max(...service.spans.map((span) => span.end));
    const { candidates } = service;
    return [{ value: { slot: 'service', candidates }, start, end, confidence: candidates[0]!.score }];
  });
}

function oldDay(span: Span, text: string, claimed: Span[], { now, timeZone }: UnderstandInput): SlotFound[] {
  const words = blank(text, [{ start: 0, end: span.start }, { start: span.end, end: text.length }, ...claimed]);
  return findDates(words, now, timeZone)
    .slice(0, 1)
    .map(({ value, start, end }) => ({ value: { slot: 'booking', on: value }, start, end, confidence: 0.85 }));
}

/** `named`: words like "to" say that what follows is the new time. */
interface Halves {
  old?: Span;
  fresh: Span;
  named?: boolean;
}

/** Which stretch of the words says when the booking is now, and which when it shall be. */
function halves(text: string, timesIn: (span: Span, named?: boolean) => SlotFound[]): Halves {
  const whole = { start: 0, end: text.length };
  const cut = (at: RegExpMatchArray): [Span, Span] => [
    { start: 0, end: at.index! },
    { start: at.index! + at[0].length, end: text.length },
  ];
  const instead = text.match(
    /\b(?:instead of|rather than|and not|not (?=on |at |this |next |\w+day|today|tomorrow|\d))/i,
  );
  if (instead) {
    const [before, after] = cut(instead);
    if (timesIn(after).length > 0 && timesIn(before).length > 0) return { old: after, fresh: before };
  }
  const marks = Array.from(
    text.matchAll(/\b(?:to|till|until|onto|ki jagah|ke badle|ke bajaye|instead|se)\b/gi),
  ).toReversed();
  for (const mark of marks) {
    const [before, after] = cut(mark);
    // "To 6" is an hour, "kar do" is not.
    const named = /^(?:to|till|until)$/i.test(mark[0]) && /^\s*(?:around |about )?\d/i.test(text.slice(after.start));
    if (timesIn(after, named).length > 0) return { old: before, fresh: after, named };
  }
  const found = timesIn(whole);
  const day = found.find(({ value }) => value.slot === 'date');
  if (!day) return { fresh: whole };
  const after = text.slice(day.end, day.end + 40);
  const before = text.slice(0, day.start);
  const owns =
    new RegExp(`^(?:'?s)?\\s+(?:(?:\\w+\\s+){0,2}?)${bookingNoun}\\b`, 'i').test(after) ||
    /^\s*(?:ka|ki|wal[ai]|ke)\b/i.test(after) ||
    new RegExp(
      `\\b${bookingNoun}\\s+(?:(?:is|that is|thats|which is|booked|scheduled|due|set|fixed|hai)\\s+)?(?:for|on|of)\\s+(?:the\\s+|this\\s+|next\\s+)*$`,
      'i',
    ).test(before);
  return owns && !/\bto\s+(?:the\s+|this\s+|next\s+|coming\s+)*$/i.test(before)
    ? { old: { start: day.start, end: day.end }, fresh: { start: day.end, end: text.length } }
    : { fresh: whole };
}

/** Words that announce a complaint without saying what happened. */
const announcing = new Set(
  `complaint complain complaints complaining shikayat grievance raise register file lodge log make report record ticket against about
  regarding concerning issue problem dispute formal put darj karwani likhwani unhappy booking order last yesterday technician
  plumber electrician cleaner carpenter painter beautician worker staff guy person man visit number want take note hear open write`.split(
    /\s+/,
  ),
);

function withComplaint(text: string, found: SlotsFound, slots: SlotFound[], input: UnderstandInput): SlotFound[] {
  const kind = kindOfComplaint(text, input.expecting?.slot === 'category');
  const plain = slots.filter(({ value }) => value.slot === 'booking');
  const own = wordsOf(blank(text, plain)).filter(
    (word) => !isFiller(word) && !announcing.has(word) && !/^\d/.test(word),
  );
  const place = { start: 0, end: text.length };
  const answersOnly = input.expecting?.slot === 'category' && own.length <= 3;
  const tells = !answersOnly && (kind !== undefined ? wordsOf(text).length >= 3 : own.length >= 3);
  return [
    ...withoutHarmed(text, found, slots),
    ...(kind ? [{ value: { slot: 'category', value: kind } as const, ...place, confidence: 0.8 }] : []),
    ...(tells ? [{ value: { slot: 'details', value: text } as const, ...place, confidence: 0.85 }] : []),
  ];
}

/** "Broke my TV" names no TV repair. */
const harmed =
  /\b(?:broke|broken|damag\w+|scratch\w*|crack\w*|chipp?ed|spoil\w*|ruin\w*|smashed|stole|stolen|burn\w*|tore|stain\w*|spilled|flooded|hit|tod\w*|churay\w*)\s+(?:(?:my|our|the|a|an|his|her|new|old|expensive|costly|wooden|glass|bathroom|kitchen|living|room|hall|down)\s+){0,4}[a-z]+(?:\s+(?:machine|purifier|heater|oven|board|screen|table|door|pump|cleaner|set|wall|tiles?|glass|conditioner))?/gi;

function withoutHarmed(text: string, { service }: SlotsFound, slots: SlotFound[]): SlotFound[] {
  if (!service) return slots;
  const spans = Array.from(text.matchAll(harmed), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const named = service.spans.some((span) => !spans.some((other) => overlaps(span, other)));
  return named ? slots : slots.filter(({ value }) => value.slot !== 'service');
}

const because =
  /\b(?:because|becoz|becuz|bcoz|cause|coz|cuz|due to|reason(?: is|:)|since (?:i|we|he|she|the|my|they|it)|as (?:i|we|he|she|they) |kyunki|kyuki|kyonki)\b\s*(.{3,})$/is;
const theirFault =
  /\b(?:never (?:came|showed|turned)|(?:did ?n[o']?t|has ?n[o']?t|did not|has not|have not) (?:come|came|show|turn|arrive|reach)\w*|no[ -]?show|no(?:body| one) (?:came|has come|showed|turned)|nahi aay[ae]|(?:is|are|was|very|too|so|hours?|minutes?) late)\b/i;

/** Why a booking is to be cancelled or a complaint escalated, when the words say it. */
function withReason(text: string, slots: SlotFound[]): SlotFound[] {
  const reason = text.match(because);
  const value = reason ? reason[0] : theirFault.test(text) ? text : undefined;
  if (value === undefined || tokenize(value).length < 2) return slots;
  const start = reason ? reason.index! : 0;
  return [...slots, { value: { slot: 'details', value }, start, end: start + value.length, confidence: 0.8 }];
}
