import type { Command, IntentName, SlotName, UnderstandInput } from '../contract.ts';
import { asksForPerson, changesContact, correctsEarlier, leadingActs, slotToChange } from './acts.ts';
import { looksLikeAddress } from './addresses.ts';
import type { Prediction } from './classify.ts';
import { isRequest, type Clause } from './clauses.ts';
import { kindOfComplaint } from './complaint-kinds.ts';
import { asksToResume } from './flow-words.ts';
import { valuesFor } from './intent-values.ts';
import { isAboutExisting, slotsOfIntent, takesValues } from './intents.ts';
import { findNamedReferences } from './references.ts';
import { findSlots, type SlotFound, type SlotsFound } from './slots.ts';
import { isFiller } from './stop-words.ts';
import { blank, tokenize } from './tokens.ts';

/** From here on a label is taken as meant. */
const sureIntent = 0.5;
const nearIntent = 0.3;
const booking = 'book_service';
const question = /^\W*(?:(?:and|ok|so|hi|hey)\s+)*(?:do|does|is|are|can|could|will|any|when|where)\b/i;
/** Kinds of wishes that one clause may hold two of: "is my plumber on the way and can I pay cash". */
const paired = new Set(['book_service', 'booking_status', 'policy_question', 'service_info']);
const wishes = /\b(?:need|want|book|send|arrange|schedule|require|chahiye|bhejo|bhej|karwana|come)\b/i;
const addition =
  /\b(?:also|another|one more|in addition|additionally|as well|too|bhi|ek aur|separate(?:ly)?|new booking)\b/i;

/** What one clause does; `undefined` when it cannot be told. `denied`: the message began with a "no". */
export function readClause(clause: Clause, input: UnderstandInput, denied: boolean): Command[] | undefined {
  const { expecting, activeFlow } = input;
  const { text } = clause;
  const { acts, end } = leadingActs(text);
  if (acts.length > 0 && end === text.length) return acts.map(actCommand);
  if (asksForPerson(text)) return [{ type: 'handoff' }];
  if (resumes(text, input)) return [{ type: 'resume', text }];
  if (activeFlow === undefined && changesContact(text)) return [{ type: 'out_of_scope' }];

  const own = ownCancellation(clause);
  const predictions = own ? [own] : clause.predictions;
  const top = predictions[0] ?? { label: booking, confidence: 0 };
  // What comes back is part of the cancellation that is open: it is shown anew.
  if (activeFlow === 'cancel_booking' && asksOwnRefund.test(text))
    return [{ type: 'start', intent: activeFlow, confidence: Math.max(0.9, top.confidence), text }];
  const open = activeFlow !== undefined || expecting !== undefined;
  const found = slotsOf(text, input, top);
  const change = open && !isPolicy(text, top) ? slotToChange(text) : undefined;
  if (change && !refersToExisting(text, found) && !found.slots.some(({ value }) => value.slot === change))
    return [{ type: 'change', slot: change }];

  const left = contentOutside(text, found);
  const intents = intentsOf({ text, predictions }, found, left, input);
  const correction = open && (denied || expecting?.slot === 'confirm' || correctsEarlier(text));
  const sets = (slots: SlotFound[], corrected: boolean): Command[] =>
    slots.map(({ value, start, end: to, confidence }) => ({
      type: 'set',
      value,
      text: value.slot === 'address' && value.kind === 'text' ? value.value : start < to ? text.slice(start, to) : text,
      confidence,
      correction: corrected,
    }));

  if (intents.length > 0) {
    const commands = intents.map(({ label, confidence }): Command => ({
      type: 'start',
      intent: label,
      confidence,
      text: label === 'policy_question' ? withoutSequence(text) : text,
    }));
    const taker = intents.find(({ label }) => takesValues(label))?.label;
    if (!taker) return commands;
    const at = commands.findIndex((command) => command.type === 'start' && command.intent === taker);
    return commands.toSpliced(at + 1, 0, ...sets(valuesFor(taker, text, found, input), false));
  }
  const goesOn = continues(top, text, found, input);
  const values = valuesFor(activeFlow ?? booking, text, found, input);
  const answers = values.some(({ value }) => value.slot === expecting?.slot);
  const most = answers ? 6 : open ? 4 : 0;
  const plain = left.length <= most && (!isRequest(text) || left.length <= 1 || goesOn);
  if (values.length > 0 && (plain || goesOn)) return sets(values, correction);
  // The flow's own wish said again, without anything new: it goes on from where it stands.
  if (goesOn && activeFlow !== booking && top.confidence >= sureIntent)
    return [{ type: 'start', intent: activeFlow!, confidence: top.confidence, text }];
  return undefined;
}

/** When something is asked is no part of the question: "what is the refund policy first?" */
const withoutSequence = (text: string): string =>
  text.replace(/[\s,]+(?:first|before (?:that|this)|by the way|btw|though|then|also|now)(?=\W*$)/i, '');

/** "Go back to 5 pm" takes a value back; "back to the plumber, make it 5" is split before. */
function resumes(text: string, input: UnderstandInput): boolean {
  if (!asksToResume(text, input)) return false;
  if (input.activeFlow === undefined || (input.waiting?.length ?? 0) > 0) return true;
  const found = findSlots(text, input, false);
  return found.service !== undefined || found.slots.length === 0;
}

/** The labels that came closest, for a clarifying question; none when nothing came near. */
export function nearIntents({ predictions }: Clause): IntentName[] {
  if ((predictions[0]?.confidence ?? 0) < nearIntent) return [];
  return predictions
    .filter(({ confidence }) => confidence >= nearIntent / 2)
    .map(({ label }) => label)
    .slice(0, 3);
}

export function actCommand(act: ReturnType<typeof leadingActs>['acts'][number]): Command {
  switch (act) {
    case 'greet':
    case 'thanks':
    case 'bye':
    case 'help':
    case 'how_are_you':
      return { type: 'smalltalk', kind: act };
    default:
      return { type: act };
  }
}

/** What kind of segment a stretch of a message is, for the splitting into clauses. */
export function natureOf(text: string, input: UnderstandInput): 'values' | 'visit' | 'apart' | 'words' {
  if (asksForPerson(text) || asksToResume(text, input)) return 'apart';
  const found = findSlots(text, input, false);
  if (found.slots.length === 0 || found.service || contentOutside(text, found).length > 0) return 'words';
  if (found.slots.some(({ value }) => value.slot === 'repeat')) return 'words';
  return wishes.test(text) ? 'visit' : 'values';
}

function slotsOf(text: string, input: UnderstandInput, top: Prediction): SlotsFound {
  const offered = findSlots(text, input, false);
  if (input.expecting?.slot !== 'address') return offered;
  const other = isRequest(text) && (top.confidence >= sureIntent || text.trimEnd().endsWith('?'));
  const left = contentOutside(text, offered);
  const holds = (kind: 'saved' | 'text' | 'city') =>
    offered.slots.some(({ value }) => value.slot === 'address' && value.kind === kind);
  const isPlace = holds('text') || looksLikeAddress(blank(text, offered.spans));
  const strays = top.confidence >= 0.8 && top.label !== input.activeFlow && (!isPlace || left.length <= 2);
  const enough = offered.slots.length > 0 && left.length === 0 && !offered.service && !holds('city');
  // The visit itself with its saved place, or the service said anew.
  const again = !isPlace && (holds('saved') || (offered.service !== undefined && wishes.test(text)));
  // Among places to choose from, a word or two that could be anything is none.
  const answered = findSlots(text, input, true);
  const isText = answered.slots.some(({ value }) => value.slot === 'address' && value.kind === 'text');
  const isNone = isText && !isPlace && input.expecting.options !== undefined && left.length <= 2;
  const named = offered.service?.candidates[0]?.score ?? 0;
  const adds = addition.test(text) || /\badd\b/i.test(text);
  const more = adds && top.label === booking && top.confidence >= sureIntent && named >= 0.6;
  const isOffered = other || more || strays || again || isNone || enough || slotToChange(text) !== undefined;
  return isOffered ? offered : answered;
}

/** The intents to start, most often one; none when the clause goes on with what is open. */
function intentsOf(
  { text, predictions }: Clause,
  found: SlotsFound,
  left: string[],
  input: UnderstandInput,
): Prediction[] {
  const { activeFlow, expecting } = input;
  const top = predictions[0];
  if (!top) return [];
  const asksForService =
    expecting !== undefined && ['service', 'choice', 'booking', 'complaint', 'category'].includes(expecting.slot);
  const answers = found.slots.some(({ value }) => answersOpen(value.slot, expecting?.slot));
  const named = found.service?.candidates[0]?.score ?? 0;
  const only = (slot: string): boolean =>
    found.slots.length > 0 && found.slots.every(({ value }) => value.slot === slot);

  if (continues(top, text, found, input)) {
    const answer = asksForService && isOffered(found, input);
    const another = top.label === booking && named >= 0.6 && addition.test(text) && !answer;
    return another && top.confidence >= sureIntent ? [top] : [];
  }
  const referenced = (only('booking') || only('complaint')) && left.length <= 1;
  // "Show me CP-7F3K2M", "how is it going with …": a number and no other wish.
  const isPlain = !isRequest(text) || (top.confidence < sureIntent && findNamedReferences(text).length > 0);
  if (referenced && isPlain && !answers && !isAboutFlow(activeFlow)) {
    const fallback = only('complaint') ? 'complaint_status' : 'booking_status';
    const wish = top.confidence >= sureIntent && isAboutExisting(top.label) ? top.label : fallback;
    return [{ label: wish, confidence: Math.max(0.8, confidenceOf(predictions, wish)) }];
  }
  if (only('repeat') && left.length <= 1 && activeFlow === undefined)
    return [{ label: booking, confidence: Math.max(0.8, confidenceOf(predictions, booking)) }];
  // "Plumber did not come" has no content but its service, and yet is no wish for one.
  const telling =
    (!answers || kindOfComplaint(text) !== undefined) &&
    top.confidence >= 0.8 &&
    (isAboutExisting(top.label) || top.label === 'reschedule_booking');
  // "Water dripping from the AC, what do I need?"
  const isAdvice = top.label === 'recommend_service' || top.label === 'compare_services';
  const advised = top.confidence >= 0.8 && (isAdvice || (top.label === 'service_info' && question.test(text)));
  if (
    found.slots.length > 0 &&
    left.length === 0 &&
    !telling &&
    !advised &&
    !(top.confidence >= sureIntent && isRequest(text))
  ) {
    const wished = found.service ?? (wishes.test(text) && confidenceOf(predictions, booking) >= sureIntent);
    const says = activeFlow === undefined || wishes.test(text);
    const bare = wished && says && activeFlow !== booking && !asksForService && !answersTime(found, input);
    return bare ? [{ label: booking, confidence: Math.max(confidenceOf(predictions, booking), 0.9 * named) }] : [];
  }
  if (top.confidence >= sureIntent) {
    if (answers && !isRequest(text) && (top.confidence < 0.9 || left.length === 0)) return [];
    if (isAboutFlow(activeFlow) && asksForService && top.label === booking && !wishes.test(text) && left.length <= 2)
      return [];
    const second = predictions[1];
    // Questions about services and about rules are neighbours: two of them in one clause are one.
    const both =
      second &&
      second.confidence >= 0.7 &&
      [top.label, second.label].some((label) => label.startsWith('book')) &&
      [top.label, second.label].every((label) => paired.has(label));
    if (!both || second.label === activeFlow || text.split(/\s+/).length <= 6) return [top];
    // "Can someone come tomorrow in 560034?" asks who is free; with a service it is a wish for a visit.
    if (top.label === booking && second.label === 'service_info' && found.slots.length > 0)
      return found.service || activeFlow !== undefined ? [top] : [second];
    return [top, second];
  }
  const problem =
    top.label === booking && top.confidence >= 0.2 && named >= 0.8 && left.length <= 3 && !isRequest(text);
  return problem && activeFlow === undefined && !asksForService ? [{ label: booking, confidence: 0.6 * named }] : [];
}

/** Whether the clause says more about the flow that is open, instead of wishing for something else. */
function continues({ label }: Prediction, text: string, found: SlotsFound, input: UnderstandInput): boolean {
  const { activeFlow } = input;
  if (activeFlow === undefined) return false;
  if (label === activeFlow) return true;
  const timed = found.slots.some(({ value }) => value.slot === 'date' || value.slot === 'hour');
  // In the midst of a booking, "move it to 6" is about that booking, unless another one is named.
  if (activeFlow === booking)
    return (label === 'reschedule_booking' || altersVisit(label, text, found)) && !refersToExisting(text, found);
  if (activeFlow === 'reschedule_booking')
    return (
      (timed || asksForTimes.test(text)) &&
      !found.service &&
      (label === booking || label === 'booking_status' || label === 'service_info') &&
      !/\bbook\b/i.test(text)
    );
  if (activeFlow === 'raise_complaint') return label === 'booking_status' && !isRequest(text);
  return false;
}

/** "Add tap repair", "remove it again", "I meant the foam jet one": what is done in the visit that is being booked. */
function altersVisit(label: string, text: string, { service }: SlotsFound): boolean {
  if (!service) return false;
  if (/^\W*(?:(?:please|pls|can you|could you|and|also|ok|yes|then)\s+)*add\b/i.test(text)) return true;
  const takesOut =
    label === 'cancel_booking' && /\b(?:remove|take (?:off|out)|leave out|drop|without|hata\w*)\b/i.test(text);
  return takesOut || (/\bi (?:actually )?(?:meant|mean|wanted)\b/i.test(text) && !text.trimEnd().endsWith('?'));
}

/** Whether the service that was named is one of those to choose from; where there is no list, any is. */
export function isOffered(
  { service }: Pick<SlotsFound, 'service'>,
  { expecting, gazetteer }: UnderstandInput,
): boolean {
  if (!expecting?.options || !service) return true;
  const parents = new Map(gazetteer.services.map(({ id, parentId }) => [id, parentId]));
  const offered = new Set(expecting.options.map(({ value }) => value.slice(value.indexOf(':') + 1)));
  return service.candidates.some(({ id }) => {
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (offered.has(at)) return true;
    return false;
  });
}

/** "What slots do you have?" while a new time is asked for. */
const asksForTimes = /\b(?:slots?|timings?|times|available|availability|free|options)\b/i;
const asksOwnRefund =
  /\b(?:how much|what|kitna|kitne|will i|do i|can i)\b.{0,30}\b(?:back|refund(?:ed)?|wapas|lose|deduct\w*|charged?|katega|milega)\b(?!.*\b(?:policy|rules?|usually|generally|if i)\b)/i;

/** "Which booking?" is answered by its number, its day or its service. */
function answersOpen(slot: SlotName, open: string | undefined): boolean {
  return slot === open || ((open === 'booking' || open === 'complaint') && identifying.has(slot));
}

const identifying = new Set<SlotName>(['booking', 'complaint', 'service', 'date']);

/** "What is my refund if I cancel NX-7F3K2M?" asks about one booking, not about the rules. */
function ownCancellation({ text, predictions }: Clause): Prediction | undefined {
  const top = predictions[0];
  if (top?.label !== 'policy_question' && top?.label !== 'refund_status') return undefined;
  if (!/\bcancel(?!l?ed)/i.test(text) || !/\b(?:refund|back|wapas|deduct\w*|lose|charged?|milega|katega)\b/i.test(text))
    return undefined;
  const own =
    findNamedReferences(text).length > 0 ||
    /\b(?:my|meri|mera|this)\s+(?:\S+\s+){0,2}(?:booking|order|appointment|visit|slot|plumber|electrician|technician|cleaning|service|repair)\b/i.test(
      text,
    );
  return own
    ? { label: 'cancel_booking', confidence: Math.max(0.8, confidenceOf(predictions, 'cancel_booking')) }
    : undefined;
}

/** A flow about a booking that exists, where a day or a service says which one. */
function isAboutFlow(activeFlow: IntentName | undefined): boolean {
  return activeFlow !== undefined && slotsOfIntent(activeFlow).includes('booking');
}

/** Whether the words name a booking that exists, as opposed to the one that is being made. */
function refersToExisting(text: string, found: SlotsFound): boolean {
  if (found.slots.some(({ value }) => value.slot === 'booking')) return true;
  return (
    /\b(?:existing|other booking|earlier booking|already booked|previous booking|old booking|that i (?:had )?booked)\b/i.test(
      text,
    ) ||
    (found.service !== undefined && /\b(?:my|mera|meri|mere)\b/i.test(text) && !/\bthis\b/i.test(text))
  );
}

/** "Can the electrician come at 6?" while a new hour is asked for. */
function answersTime(found: SlotsFound, { activeFlow, expecting }: UnderstandInput): boolean {
  if (activeFlow !== 'reschedule_booking' || (expecting?.slot !== 'date' && expecting?.slot !== 'hour')) return false;
  return found.slots.some(({ value }) => value.slot === 'date' || value.slot === 'hour');
}

function confidenceOf(predictions: Prediction[], label: string): number {
  return predictions.find((prediction) => prediction.label === label)?.confidence ?? 0;
}

function isPolicy(text: string, top: Prediction): boolean {
  return (
    top.confidence >= sureIntent &&
    top.label === 'policy_question' &&
    /\b(?:later|after|baad|charge|fee|policy|rule|allowed|free|how many)\b/i.test(text)
  );
}

function contentOutside(text: string, { spans }: SlotsFound): string[] {
  return tokenize(blank(text, spans))
    .map((token) => token.word)
    .filter((word) => !isFiller(word));
}
