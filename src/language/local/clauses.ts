import type { Prediction } from './classify.ts';
import { conceptOf } from './concepts.ts';
import { findServices } from './services.ts';
import type { Gazetteer } from '../contract.ts';
import { wordsOf } from './tokens.ts';

/** A part of a message that carries one wish, with what it was understood as. */
export interface Clause {
  text: string;
  predictions: Prediction[];
}

interface Segment extends Clause {
  start: number;
  end: number;
  /** What stands between this segment and the one before: the end of a sentence, a word like "and", a comma. */
  joint: 'sentence' | 'word' | 'comma';
  /**
   * `values`: nothing but values for slots ("tomorrow, 560034"). `visit`: those in the form of a wish ("can someone
   * come at 5"). `apart`: what belongs to no wish (a call for a person). `words`: anything else.
   */
  nature: 'values' | 'visit' | 'apart' | 'words';
}

interface ClauseReaders {
  predict(text: string): Prediction[];
  natureOf(text: string): Segment['nature'];
  gazetteer: Gazetteer;
}

const separator =
  /\s*([.!?;\n]+(?=\s|$)|,|(?:,\s*)?\b(?:(?:and\s+)?(?:i|we)\s+also|and also|and then|and|also|aur|plus|then|as well as|by the way|btw)\b|&)\s*/gi;
const abbreviated = /(?:^|[\s.])(?:no|h|rs|st|rd|dr|mr|mrs|ms|apt|blk|opp|nr|[a-z]\.[a-z])$/i;
/** What is named after these belongs together: "the difference between A and B", "come and look". */
const pairing = /\b(?:between|difference|compare|both|versus|vs)\b(?!.*\band\b)|\b(?:come|go|try|visit)$/i;
/** How wishes begin; what follows a comma without it is likelier the rest of an address or a list. */
const opening =
  /^\W*(?:i|we|my|mera|meri|mere|mujhe|need|want|book|please|pls|also|send|get|is|are|do|does|did|can|could|will|would|should|has|have|any|the|no)\b/i;
const mostSegments = 12;
const sure = 0.5;
const surer = 0.65;
const request =
  /^\W*(?:what|who|whom|whose|when|where|why|how|which|tell|write|give|sing|solve|translate|explain|calculate|play|show|draft|compose|cancel|reschedule|postpone|call off|raise|register|file|lodge|complain|refund|return|can you|could you|will you|ignore|pretend|kya|kaun|kab|i want to (?:complain|cancel|reschedule|report|raise|file|lodge)|your (?:plumber|technician|people|guy|staff|worker))\b/i;

/**
 * Splits a message where a new wish begins: "what is your refund policy and book AC service" is two clauses, "kitchen
 * and bathroom cleaning" one. Fragments ("tomorrow at 5") stay with the wish that they belong to.
 */
export function splitClauses(text: string, readers: ClauseReaders): Clause[] {
  const clauses: Segment[] = [];
  for (const segment of segmentsOf(text, readers)) {
    const current = clauses.at(-1);
    if (!current || isNewWish(current, segment, readers.gazetteer)) {
      clauses.push(segment);
      continue;
    }
    current.end = segment.end;
    current.text = text.slice(current.start, current.end);
    current.predictions = strongest(readers.predict(current.text), current.predictions, segment.predictions);
    if (segment.nature === 'words') current.nature = 'words';
  }
  return clauses;
}

/** Whether days, pincodes and the like say more about a wish of this kind. */
export function takesValues(intent: string): boolean {
  return intent === 'book_service' || intent === 'service_info';
}

/** Whether a text has the form of a question or an order that stands on its own. */
export function isRequest(text: string): boolean {
  return request.test(text) || text.trimEnd().endsWith('?');
}

function segmentsOf(text: string, { predict, natureOf }: ClauseReaders): Segment[] {
  const segments: Segment[] = [];
  let [start, joint] = [0, 'sentence' as Segment['joint']];
  const push = (to: number): void => {
    const raw = text.slice(start, to);
    const words = raw.trim();
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words)) return;
    const from = start + raw.indexOf(words);
    const place = { start: from, end: from + words.length, joint };
    segments.push({ text: words, predictions: predict(words), nature: natureOf(words), ...place });
  };
  for (const match of text.matchAll(separator)) {
    if (segments.length >= mostSegments) break;
    const mark = match[1]!;
    const end = match.index + match[0].length;
    if (text.slice(start, match.index).trim() === '' && /^\p{L}/u.test(mark)) continue;
    if (mark.startsWith('.') && abbreviated.test(text.slice(0, match.index))) continue;
    if (/^(?:and|aur|&)$/i.test(mark) && pairing.test(text.slice(start, match.index))) continue;
    // The mark itself says whether the segment is a question.
    push(/[?!]/.test(mark) ? match.index + match[0].trimEnd().length : match.index);
    joint = /^[.!?;\n]/.test(mark) ? 'sentence' : mark === ',' ? 'comma' : 'word';
    start = end;
  }
  push(text.length);
  return segments;
}

function isNewWish(current: Segment, next: Segment, gazetteer: Gazetteer): boolean {
  if (current.nature === 'apart' || next.nature === 'apart') return true;
  const bar = next.joint === 'comma' ? surer : sure;
  const [now, then] = [current.predictions[0], next.predictions[0]];
  if (!now || !then) return false;
  if (current.nature === 'values' || next.nature === 'values') {
    // "560034. do you take cash?": the values belong to the flow that is open, not to the question.
    const wish = current.nature === 'values' ? then : now;
    return current.nature !== next.nature && wish.confidence >= bar && !takesValues(wish.label);
  }
  // "My AC is leaking, can someone come at 5?" is one wish.
  if (next.nature === 'visit' && now.label === 'book_service') return false;
  if (next.joint === 'comma' && !isRequest(next.text) && !opening.test(next.text)) return false;
  const stands = (segment: Segment): boolean => segment.predictions[0]!.confidence >= bar || isForeign(segment);
  if (!stands(current) || !stands(next)) return false;
  if (isForeign(current) || isForeign(next)) return isForeign(current) !== isForeign(next);
  if (now.label !== then.label) return true;
  if (now.label === 'book_service') return isOtherService(current.text, next, gazetteer);
  return isRequest(next.text) && next.joint !== 'comma' && next.text.split(/\s+/).length >= 3;
}

/** A request for something that no label covers. */
function isForeign({ text, predictions }: Segment): boolean {
  return (predictions[0]?.confidence ?? 0) < 0.35 && text.split(/\s+/).length >= 3 && isRequest(text);
}

/** "AC repair tomorrow and a plumber on sunday": another service with words of its own around it. */
function isOtherService(current: string, { text }: Segment, gazetteer: Gazetteer): boolean {
  const [one, other] = [findServices(current, gazetteer), findServices(text, gazetteer)];
  if (!one || !other || one.candidates[0]!.score < 0.75 || other.candidates[0]!.score < 0.75) return false;
  if (one.candidates[0]!.id === other.candidates[0]!.id) return false;
  const troubles = [current, text].every((words) => wordsOf(words).some((word) => conceptOf(word) === 'trouble'));
  return (
    troubles ||
    /\b(?:need|want|book|send|chahiye|karwana|bhejo|another|an|a|today|tomorrow|kal|aaj|parso|(?:sun|mon|tues|wednes|thurs|fri|satur)day|at \d)\b/i.test(
      text,
    )
  );
}

function strongest(...lists: Prediction[][]): Prediction[] {
  const best = new Map<string, number>();
  for (const { label, confidence } of lists.flat()) best.set(label, Math.max(confidence, best.get(label) ?? 0));
  return Array.from(best, ([label, confidence]) => ({ label, confidence })).toSorted(
    (a, b) => b.confidence - a.confidence,
  );
}
