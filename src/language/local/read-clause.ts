import type { Command, IntentName, SlotName, UnderstandInput } from '../contract.ts';
import { asksForPerson, changesExistingBooking, correctsEarlier, leadingActs, slotToChange } from './acts.ts';
import { isRequest, takesValues, type Clause } from './clauses.ts';
import type { Prediction } from './classify.ts';
import { findSlots, type SlotFound, type SlotsFound } from './slots.ts';
import { isFiller } from './stop-words.ts';
import { blank, tokenize } from './tokens.ts';

/** From here on a label is taken as meant. */
const sureIntent = 0.5;
const nearIntent = 0.3;
const booking = 'book_service';
/** Slots that a question about services takes up; the rest of its figures are part of the question. */
const infoSlots = new Set<SlotName>(['service', 'pincode', 'address', 'date', 'hour']);
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
  if (activeFlow === undefined && changesExistingBooking(text)) return [{ type: 'out_of_scope' }];

  const top = clause.predictions[0] ?? { label: booking, confidence: 0 };
  const open = activeFlow !== undefined || expecting !== undefined;
  const found = slotsOf(text, input, top);
  const change = open && !isPolicy(text, top) ? slotToChange(text) : undefined;
  if (change && !found.slots.some(({ value }) => value.slot === change)) return [{ type: 'change', slot: change }];

  const left = contentOutside(text, found);
  const intents = intentsOf(clause, found, left, input);
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
      text,
    }));
    const taker = intents.find(({ label }) => takesValues(label))?.label;
    if (!taker) return commands;
    const taken = found.slots.filter(({ value }) => taker === booking || infoSlots.has(value.slot));
    const at = commands.findIndex((command) => command.type === 'start' && command.intent === taker);
    return commands.toSpliced(at + 1, 0, ...sets(taken, false));
  }
  const answers = found.slots.some(({ value }) => value.slot === expecting?.slot);
  const plain =
    left.length <= (answers ? 6 : open ? 4 : 0) && (!isRequest(text) || left.length <= 1 || continues(top, input));
  if (found.slots.length > 0 && (plain || continues(top, input))) return sets(found.slots, correction);
  return undefined;
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
  if (asksForPerson(text)) return 'apart';
  const found = findSlots(text, input, false);
  if (found.slots.length === 0 || found.service || contentOutside(text, found).length > 0) return 'words';
  return wishes.test(text) ? 'visit' : 'values';
}

function slotsOf(text: string, input: UnderstandInput, top: Prediction): SlotsFound {
  const offered = findSlots(text, input, false);
  if (input.expecting?.slot !== 'address') return offered;
  const other = isRequest(text) && (top.confidence >= sureIntent || text.trimEnd().endsWith('?'));
  const switches = top.confidence >= 0.8 && top.label !== input.activeFlow && contentOutside(text, offered).length <= 2;
  const enough = offered.slots.length > 0 && contentOutside(text, offered).length === 0 && !offered.service;
  const holdsAddress = offered.slots.some(({ value }) => value.slot === 'address');
  return other || switches || (enough && !holdsAddress) || slotToChange(text) ? offered : findSlots(text, input, true);
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
  const asksForService = expecting?.slot === 'service' || expecting?.slot === 'choice';
  const answers = found.slots.some(({ value }) => value.slot === expecting?.slot);
  const named = found.service?.candidates[0]?.score ?? 0;

  if (continues(top, input)) {
    const another = top.label === booking && named >= 0.6 && addition.test(text) && !asksForService;
    return another && top.confidence >= sureIntent ? [top] : [];
  }
  if (found.slots.length > 0 && left.length === 0 && !(top.confidence >= sureIntent && isRequest(text))) {
    const wished = found.service ?? (wishes.test(text) && confidenceOf(predictions, booking) >= sureIntent);
    const bare = wished && activeFlow !== booking && !asksForService;
    return bare ? [{ label: booking, confidence: Math.max(confidenceOf(predictions, booking), 0.9 * named) }] : [];
  }
  if (top.confidence >= sureIntent) {
    if (answers && !isRequest(text) && top.confidence < 0.9) return [];
    const second = predictions[1];
    // Questions about services and about rules are neighbours: two of them in one clause are one.
    const both =
      second && second.confidence >= 0.7 && [top.label, second.label].some((label) => label.startsWith('book'));
    return both && second.label !== activeFlow && text.split(/\s+/).length > 6 ? [top, second] : [top];
  }
  const problem =
    top.label === booking && top.confidence >= 0.2 && named >= 0.8 && left.length <= 3 && !isRequest(text);
  return problem && activeFlow !== booking && !asksForService ? [{ label: booking, confidence: 0.6 * named }] : [];
}

function continues({ label }: Prediction, { activeFlow }: UnderstandInput): boolean {
  return activeFlow === booking && label === booking;
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
