import type { SlotValue, UnderstandInput } from '../contract.ts';
import { findAnsweredAddress, findOfferedAddress, findSavedLabel, findVisitedPlace } from './addresses.ts';
import { findDates } from './dates.ts';
import { findClock, findHour, hourAfterDate } from './hours.ts';
import { findPincodes, findReferences } from './pincodes.ts';
import { findQuantity } from './quantities.ts';
import { findNamedReferences } from './references.ts';
import { findRepeat } from './flow-words.ts';
import { findServices, type ServicesFound } from './services.ts';
import { blank, type Span } from './tokens.ts';

/** A value and the words it was read from. Spans of different values do not overlap. */
export interface SlotFound extends Span {
  value: SlotValue;
  confidence: number;
}

export interface SlotsFound {
  slots: SlotFound[];
  /** Everything that was read: the slots' words, the service's, booking and phone numbers. */
  spans: Span[];
  service?: ServicesFound;
}

/** Since when something has been wrong is not when someone is to come. */
const past =
  /\bsince\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:morning|afternoon|evening|night|yesterday|today|\w+day|kal|\d+\s+\w+|last\s+\w+)\b|\bfrom\s+(?:yesterday|last\s+\w+|(?:the\s+)?(?:past|last)\s+\w+\s+\w+)|\b(?:kal|subah|raat|aaj|shaam)\s+(?:subah\s+|raat\s+|shaam\s+)?se\b|\blast\s+night\b|\bgood\s+(?:morning|afternoon|evening|night)\b/gi;

/** What the clause says for each slot, at most one value per slot, in the order of the words. */
export function findSlots(
  text: string,
  { now, timeZone, gazetteer, expecting, activeFlow }: UnderstandInput,
  addressExpected = expecting?.slot === 'address',
): SlotsFound {
  const references = expecting?.slot === 'quantity' && /^\W*\d+\W*$/.test(text) ? [] : findReferences(text);
  const spans: Span[] = [...references];
  const slots: SlotFound[] = [];
  const rest = (): string => blank(text, spans);
  const figures = (): Span[] => spans.filter((span) => !found?.spans.includes(span));
  const add = (value: SlotValue, span: Span, confidence: number): void => {
    slots.push({ value, start: span.start, end: span.end, confidence });
    spans.push({ start: span.start, end: span.end });
  };

  for (const { value, ...span } of findNamedReferences(text, expecting?.slot))
    add(value, span, 'number' in value ? 0.97 : 0.85);
  const repeat = findRepeat(text);
  if (repeat) add({ slot: 'repeat' }, repeat, 0.9);
  if (expecting?.slot !== 'quantity' || !/^\W*-?\d+\W*$/.test(text)) {
    for (const { value, ...span } of findPincodes(rest(), expecting?.slot === 'pincode').slice(0, 1)) {
      add({ slot: 'pincode', value }, span, value.length === 6 ? 0.98 : 0.8);
    }
  }
  const pincodeOnly = slots.length;

  // The office where somebody is to come is no office to be cleaned.
  const place = findVisitedPlace(text);
  const office = place?.value === 'office' ? [place] : [];
  const found = addressExpected ? undefined : findServices(blank(rest(), office), gazetteer);
  if (found) {
    const start = Math.min(...found.spans.map((span) => span.start));
    const end = Math.max(...found.spans.map((span) => span.end));
    const value: SlotValue = { slot: 'service', candidates: found.candidates };
    slots.push({ value, start, end, confidence: found.candidates[0]!.score });
    spans.push(...found.spans);
  }

  const isHour = expecting?.slot === 'hour' || setsHour(text, activeFlow);
  readTimes(rest(), now, timeZone, isHour, add);
  const offered = addressExpected
    ? undefined
    : (findOfferedAddress(text, spans, gazetteer.cities) ??
      (activeFlow === 'book_service' ? findSavedLabel(blank(text, spans)) : undefined));
  if (offered)
    add({ slot: 'address', value: offered.value, kind: offered.kind }, offered, offered.kind === 'text' ? 0.85 : 0.8);
  const quantity = addressExpected
    ? undefined
    : findQuantity(blank(text, figures()), found?.spans ?? [], expecting?.slot === 'quantity');
  if (quantity) add({ slot: 'quantity', value: quantity.value }, quantity, 0.9);
  if (addressExpected) {
    const answered = findAnsweredAddress(text, spans, gazetteer.cities);
    if (answered)
      slots.splice(pincodeOnly, 0, {
        value: { slot: 'address', value: answered.value, kind: answered.kind },
        start: 0,
        end: 0,
        confidence: 0.8,
      });
    if (answered) spans.push({ start: 0, end: text.length });
  }
  const ordered = slots.toSorted((a, b) => a.start - b.start);
  return found ? { slots: ordered, spans, service: found } : { slots: ordered, spans };
}

/** "Make it 11": of a visit that is talked about, and too many for a count. */
function setsHour(text: string, activeFlow: string | undefined): boolean {
  const said = /\b(?:make|change|shift|move) (?:it|that|this)?\s*(?:to |at )?(\d{1,2})\W*$/i.exec(text)?.[1];
  if (said === undefined || Number(said) > 12) return false;
  return activeFlow === 'reschedule_booking' || (activeFlow === 'book_service' && Number(said) >= 7);
}

/** Adds the day and the hour. A clock time is read before the days and a bare hour after them: "sunday 11", "25/12". */
function readTimes(
  words: string,
  now: Date,
  timeZone: string,
  hourExpected: boolean,
  add: (value: SlotValue, span: Span, confidence: number) => void,
): void {
  const text = words.replace(past, (match) => ' '.repeat(match.length));
  const clock = findClock(text);
  const clockless = clock ? blank(text, [clock]) : text;
  const dates = findDates(clockless, now, timeZone);
  const relative = dates.find((found) => found.clock);
  if (relative?.clock) {
    add({ slot: 'date', value: relative.value }, relative, 0.9);
    add({ slot: 'hour', ...relative.clock }, { start: relative.end, end: relative.end }, 0.85);
    return;
  }
  const date = notDenied(text, dates);
  const dateless = keepPart(clockless, blank(clockless, dates));
  const hour = clock ?? (date && hourAfterDate(clockless, date.end)) ?? findHour(dateless, hourExpected);
  if (date) add({ slot: 'date', value: date.value }, date, 0.95);
  if (!hour) return;
  const time = { hour: hour.hour, minute: hour.minute, ...(hour.part && { part: hour.part }) };
  add({ slot: 'hour', ...time }, hour, hour.part ? 0.8 : 0.92);
}

/** "not sunday, monday": the value that is not denied; else the first. */
function notDenied<T extends Span>(text: string, found: T[]): T | undefined {
  const denied = (span: Span): boolean =>
    /\b(?:not|instead of|nahi|rather than)\s+(?:on\s+|at\s+|the\s+)?$/i.test(text.slice(0, span.start));
  return found.find((span) => !denied(span)) ?? found[0];
}

/** "tonight" is a day and a part of it: its letters stay for the reading of hours. */
function keepPart(text: string, dateless: string): string {
  const match = text.match(/\b(?:tonight|tonite)\b/i);
  return match ? dateless.slice(0, match.index) + match[0] + dateless.slice(match.index! + match[0].length) : dateless;
}
