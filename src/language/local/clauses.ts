import type { Prediction } from './classify.ts';
import { kindOfComplaint } from './complaint-kinds.ts';
import { conceptOf } from './concepts.ts';
import type { Gazetteer } from '../contract.ts';
import { takesValues } from './intents.ts';
import { findServices } from './services.ts';
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
    const leader = current && leaderOf(current, segment, readers.gazetteer);
    if (!current || (!leader && isNewWish(current, segment, readers.gazetteer))) {
      clauses.push(segment);
      continue;
    }
    current.end = segment.end;
    current.text = text.slice(current.start, current.end);
    const whole = readers.predict(current.text);
    current.predictions = leader
      ? strongest(whole, leader.predictions.slice(0, 1))
      : strongest(whole, current.predictions, segment.predictions);
    if (segment.nature === 'words') current.nature = 'words';
  }
  return clauses;
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
    if (text.slice(start, match.index).trim() === '' && /^\p{L}/u.test(mark)) {
      // ", and" joins like "and".
      if (/^(?:and|aur)$/i.test(mark)) [start, joint] = [end, 'word'];
      continue;
    }
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

/**
 * Which of two neighbours says what both are about: the wish, not its reason ("we sold the fridge, cancel the visit"), nor
 * what it entails ("cancel my plumber, what do I get back?"). Undefined when each stands for itself, or nothing is clear.
 */
function leaderOf(current: Segment, next: Segment, gazetteer: Gazetteer): Segment | undefined {
  const [now, then] = [current.predictions[0], next.predictions[0]];
  if (!now || !then || current.nature === 'apart' || next.nature === 'apart') return undefined;
  const bar = next.joint === 'comma' ? surer : sure;
  if (now.confidence >= sure) {
    if (now.label === 'cancel_booking' && asksOwnRefund.test(next.text) && !asksRules.test(next.text)) return current;
    if (now.label === 'raise_complaint' && demandsMoney.test(next.text)) return current;
    if (advising.has(now.label) && advising.has(then.label) && next.joint === 'comma')
      return then.confidence > now.confidence ? next : current;
    if (led.has(now.label) && isRemark(next, gazetteer) && !(then.label === 'raise_complaint' && isGrave(next)))
      return current;
  }
  if (then.confidence < bar || !isRemark(current, gazetteer)) return undefined;
  // A mishap that is told before is a wish of its own, unless it is why the customer wants out.
  if (now.label === 'raise_complaint' && now.confidence >= surer && isGrave(current))
    return then.label === 'escalate_complaint' ? next : undefined;
  if (led.has(then.label) && then.label !== 'raise_complaint') return next;
  return undefined;
}

/** Wishes that a sentence beside them explains. */
const led = new Set([
  'cancel_booking',
  'reschedule_booking',
  'refund_status',
  'raise_complaint',
  'complaint_status',
  'escalate_complaint',
  'compare_services',
  'recommend_service',
]);
const advising = new Set(['compare_services', 'recommend_service', 'service_info']);
const asksOwnRefund =
  /\b(?:refund\w*|get back|comes? back|money back|paise wapas|paisa wapas|wapas mil\w*|kitna (?:wapas|milega|katega|paisa)|(?:will|do|would|can) i (?:get|lose|receive)|how much (?:do|will|would|is|of)|deduct\w*|cancellation (?:charge|fee)s?|any (?:charge|fee|penalty)s?|return (?:my|the) (?:money|payment|amount))\b/i;
const asksRules =
  /\b(?:polic(?:y|ies)|rules?|in general|generally|usually|terms|how (?:long|soon|fast)|price|cost|charge for|where|when|status)\b/i;
const demandsMoney =
  /^\W*(?:i |and )*(?:want|need|demand|give me|return|refund)\b.{0,20}\b(?:refund|money|payment|paise|back|compensation|me)\b/i;
const wishesNew =
  /\b(?:book|schedule|arrange|send me|need (?:an?|to)|want (?:an?|to)|looking for|chahiye|bhejo|bhej do|karwan[ai]|lagwan[ai]|get me|come and)\b/i;

/** A statement that asks for nothing itself. */
function isRemark({ text, predictions, nature }: Segment, gazetteer: Gazetteer): boolean {
  if (nature === 'values') return false;
  if (isRequest(text) || /^\W*(?:is|are|do|does|did|has|have|was|will|any|also|please|pls)\b/i.test(text)) return false;
  const top = predictions[0];
  if (
    top &&
    led.has(top.label) &&
    top.label !== 'raise_complaint' &&
    top.confidence >= 0.9 &&
    /^\W*(?:cancel|resched|move|shift|escalate|compare|recommend|suggest)/i.test(text)
  )
    return false;
  if (!wishesNew.test(text)) return true;
  return top?.label !== 'book_service' || findServices(text, gazetteer) === undefined;
}

/** More than lateness. */
function isGrave({ text }: Segment): boolean {
  const kind = kindOfComplaint(text);
  return kind !== undefined && kind !== 'delay';
}

/** A request for something that no label covers. */
function isForeign({ text, predictions }: Segment): boolean {
  return (predictions[0]?.confidence ?? 0) < 0.35 && text.split(/\s+/).length >= 3 && isRequest(text);
}

const failing = /\bnot\s+\w+ing\b|\b(?:flicker|trip|spark|buzz|wobbl|drip)\w*/i;

/** "AC repair tomorrow and a plumber on sunday": another service with words of its own around it. */
function isOtherService(current: string, { text }: Segment, gazetteer: Gazetteer): boolean {
  const [one, other] = [findServices(current, gazetteer), findServices(text, gazetteer)];
  if (!one || !other || one.candidates[0]!.id === other.candidates[0]!.id) return false;
  const fails = (words: string) => failing.test(words) || wordsOf(words).some((word) => conceptOf(word) === 'trouble');
  const troubles = fails(current) && fails(text);
  if (Math.min(one.candidates[0]!.score, other.candidates[0]!.score) < (troubles ? 0.65 : 0.75)) return false;
  return (
    troubles ||
    (fails(text) && /\b(?:bhi|also|too)\b/i.test(text)) ||
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
