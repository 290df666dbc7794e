import type { Command, UnderstandInput, Understanding } from '../contract.ts';
import { asksForPerson, hedges, leadingActs } from './acts.ts';
import type { Classifier, Prediction } from './classify.ts';
import { cleanText } from './clean-text.ts';
import { isRequest, splitClauses, type Clause } from './clauses.ts';
import { kindOfComplaint } from './complaint-kinds.ts';
import { findDates } from './dates.ts';
import { answersWithVerb, asksToResume } from './flow-words.ts';
import { readFreeAnswer } from './free-answers.ts';
import { findClock } from './hours.ts';
import { exactOption, pointedBooking, pointedOption } from './options.ts';
import { isRebooking, leavesFlow, withPlainWish } from './plain-wishes.ts';
import { actCommand, isOffered, natureOf, nearIntents, readClause } from './read-clause.ts';
import { findServices } from './services.ts';
import { isStopWord } from './stop-words.ts';
import { wordsOf } from './tokens.ts';

type Reading = Pick<Understanding, 'commands' | 'intents'>;

/** "Cancel the request" drops what is open; so does "cancel the booking" while one is being made. */
const cancelOpen =
  /^\W*(?:please |pls |just |ok |no )*(?:cancel|stop|drop|scrap|withdraw)\s+(?:the |this |my )?(booking|order|request|process|complaint|cancellation|rescheduling)(?: please| pls)?\W*$/i;
const bookingNoun = /^(?:booking|order)$/i;
/** Wants to see the offer anew, as when its hold has run out. */
const lookAgain =
  /^\W*(?:please |pls |can you |ok )*(?:(?:check|look|try)(?: it| that| once)? again|is (?:it|that|this|the (?:slot|hour|time)) still (?:free|available|there|open))\b.{0,20}$/i;
const everyOne =
  /^\W*(?:(?:cancel|move|yes|please|the|of|them|those|these|bookings)\W+)*(?:both|all|everything|dono|sab|saari|every one|all three|all two)(?:\W+(?:of|them|those|these|the|bookings|please|pls|two|three|ones|kar|do|chahiye))*\W*$/i;
/** At the end of whatever was said before: "that is too much, forget it". */
const dropsAtEnd =
  /(?:[,.;!]|\b(?:so|then|just|please))\s*(?:forget (?:it|that|about it)|never ?mind(?: (?:it|that|this|about (?:it|that)))?|leave it|drop it|rehne do|chh?od[oe]?(?: do)?)\W*$/i;
const soonest =
  /\b(?:earliest|soonest|asap|urgent(?:ly)?|immediately|as (?:early|soon) as possible|first available|sabse pehle|jaldi se jaldi|any ?time|whenever)\b/i;
/** "Thanks for last time": what the thanks are for is no wish. */
const thankedFor = /^for\b[^.!?,;\n]{0,60}(?:[.!,;\n]+\s*|$)/i;
const skipOpen = /^\W*(?:please |pls |can i |let'?s )*skip\b.{0,25}$/i;

/** "All" of a longer list of services is no answer. */
const mostTogether = 3;
/** Questions beside whose answer a time says more; which booking is meant is said by its day. */
const openToTimes = new Set<string>(['date', 'hour', 'service', 'address', 'pincode', 'quantity']);

/** Reads a message in the light of the dialogue. Never throws for a text, whatever it holds. */
export function understand(input: UnderstandInput, classifier: Classifier): Reading {
  const text = cleanText(input.text);
  const { expecting, ...rest } = input;
  const { activeFlow } = rest;
  const just = (...commands: Command[]): Reading => ({ commands, intents: [] });
  if (text === '') return just({ type: 'clarify', options: [] });

  const asksYesNo = expecting?.slot === 'confirm' || expecting?.slot === 'attachment';
  const options = asksYesNo || expecting?.slot === 'details' ? undefined : expecting?.options;
  const exact = options && exactOption(text, options);
  if (exact !== undefined) return just({ type: 'choose', value: exact });
  const answer = activeFlow && expecting?.slot === 'confirm' ? answersWithVerb(text, activeFlow) : undefined;
  if (answer) return just({ type: answer });
  const kind =
    expecting?.slot === 'category' && wordsOf(text).length <= 4 && !asksForPerson(text)
      ? kindOfComplaint(text, true)
      : undefined;
  if (kind)
    return just({ type: 'set', value: { slot: 'category', value: kind }, text, confidence: 0.85, correction: false });
  const isFree = expecting?.slot === 'details' || expecting?.slot === 'attachment';

  const head = isRebooking(text) ? { acts: [], end: 0 } : leadingActs(text);
  const acts = head.acts.map(actCommand);
  const after = text
    .slice(head.end)
    .replace(/^[\s,.;:!?-]+(?!\d)/, '')
    .trim();
  const body = head.acts.includes('thanks') ? after.replace(thankedFor, '') : after;
  if (expecting?.slot === 'attachment') {
    const given = readFreeAnswer(text, input, classifier);
    if (given?.every(({ type }) => type !== 'set')) return just(...given);
  }
  if (acts.length > 0 && body === '') {
    // The assent that is also a way to go on with what waits: "continue".
    if (asksToResume(text, input) && !(expecting?.slot === 'confirm')) return just({ type: 'resume', text });
    return just(...settle(acts, [], text, body, input));
  }
  if (activeFlow && dropsAtEnd.test(text) && !isRequest(body)) return just({ type: 'cancel' });
  const dropped = activeFlow ? cancelOpen.exec(text)?.[1] : undefined;
  if (dropped !== undefined && (activeFlow === 'book_service' || !bookingNoun.test(dropped)))
    return just({ type: 'cancel' });
  if (activeFlow && expecting?.slot === 'confirm' && lookAgain.test(text))
    return just({ type: 'start', intent: activeFlow, confidence: 1, text });
  if (expecting && skipOpen.test(text)) return just({ type: 'skip' });
  // "Never mind, cancel the tap repair" is no account of what happened.
  if (isFree && !head.acts.includes('cancel')) {
    const given = readFreeAnswer(text, input, classifier);
    if (given) return just(...given);
  }
  const which = expecting?.slot;
  if (which === 'service' && options && options.length > 1 && options.length <= mostTogether && everyOne.test(text))
    return just(...options.map(({ value }): Command => ({ type: 'choose', value })));
  if (which === 'booking' && everyOne.test(text)) {
    const value = { slot: 'booking', which: 'all' } as const;
    return just({ type: 'set', value, text, confidence: 0.9, correction: false });
  }
  // "Tomorrow 3 am" says more than the option "Tomorrow", and "home, on sunday" more than the option "Home".
  const saysMore =
    which !== undefined &&
    openToTimes.has(which) &&
    ((which !== 'hour' && findClock(body) !== undefined) || findDates(body, input.now, input.timeZone).length > 0);
  const service = expecting?.slot === 'service' ? findServices(body, input.gazetteer) : undefined;
  const named = service?.candidates[0];
  const isOwn = named?.kind === 'rate_card' && named.score >= 0.95;
  const isOther = isOwn && !options?.some((option) => option.value.endsWith(named.id));
  const isFurther =
    /^\W*(?:and |ok )?(?:also|another|i also)\b/i.test(body) && service !== undefined && !isOffered({ service }, input);
  if (options && !saysMore && !isOther && !isFurther && !body.endsWith('?') && !leavesFlow(body, activeFlow)) {
    const pointed = pointedBooking(body, input) ?? pointedOption(body, { slot: expecting!.slot, options });
    if (pointed !== undefined) return just({ type: 'choose', value: pointed });
  }

  // "As early as possible" is the first of the hours that are offered.
  if (options?.[0] && expecting?.slot === 'hour' && soonest.test(body) && wordsOf(body).length <= 6)
    return just({ type: 'choose', value: options[0].value });
  const predict = (words: string) => withPlainWish(classifier.predict(words), words, activeFlow);
  const whole = isRebooking(body) ? [{ text: body, predictions: predict(body) }] : undefined;
  const clauses =
    whole ??
    splitClauses(body, {
      predict,
      natureOf: (words) => natureOf(words, input),
      gazetteer: input.gazetteer,
    });
  const denied = head.acts.includes('deny') || (head.acts.includes('affirm') && expecting?.slot === 'confirm');
  const commands: Command[] = [];
  const unread: Clause[] = [];
  let context = input;
  for (const clause of clauses) {
    const reading = readClause(clause, context, denied);
    // What follows "back to the plumber" is about that, and no longer about what was asked last.
    if (reading?.[0]?.type === 'resume') context = { ...rest, activeFlow: 'book_service' };
    if (reading) commands.push(...reading);
    else unread.push(clause);
    if (!reading && clauses.length > 1 && isRequest(clause.text)) commands.push({ type: 'out_of_scope' });
  }
  const substance = commands.some(({ type }) => type !== 'smalltalk' && type !== 'out_of_scope');
  if (!substance)
    return { commands: fallBack(acts, commands, body, unread, input, classifier), intents: intentsOf(clauses, []) };
  return { commands: settle(acts, commands, text, body, input), intents: intentsOf(clauses, commands) };
}

/** Acts and what followed them as one list: a value outweighs the "yes" or "no" before it, and anything smalltalk. */
function settle(
  acts: Command[],
  commands: Command[],
  text: string,
  body: string,
  { expecting, activeFlow }: UnderstandInput,
): Command[] {
  const valued = commands.some(({ type }) => type === 'set' || type === 'choose' || type === 'change');
  const open = expecting !== undefined || activeFlow !== undefined;
  // "Yes, but how long does it take?" and "ok, what about GST?" wait for the answer.
  const qualified =
    /^\W*(?:but|wait|however|if|only if|unless|lekin|magar|before|first|after)\b/i.test(body) ||
    /^\W*(?:ok(?:ay|ey|k)?|kk?|fine|good|great|right|al ?right|ac{1,2}h{1,2}a|thee?k|thik)\b/i.test(text);
  // "Ok thanks bye" agrees to nothing but a confirmation.
  const leaves = acts.some((act) => act.type === 'smalltalk' && act.kind === 'bye') && expecting?.slot !== 'confirm';
  const kept = acts.filter(({ type }) => {
    if (type !== 'affirm' && type !== 'deny') return true;
    if (leaves) return false;
    if (commands.length === 0) return open || acts.every((act) => act.type === type);
    return open && !valued && !(type === 'affirm' && qualified);
  });
  const all = [...kept, ...commands];
  const grave = all.filter(({ type }) => type !== 'smalltalk');
  return grave.length > 0 ? grave : all;
}

/** When no clause was understood: what the acts before it say, a clarifying question, or "outside of what I do". */
function fallBack(
  acts: Command[],
  commands: Command[],
  body: string,
  unread: Clause[],
  { expecting }: UnderstandInput,
  classifier: Classifier,
): Command[] {
  const near = [...new Set(unread.flatMap(nearIntents))];
  const steering = acts.filter(({ type }) => type !== 'smalltalk');
  const asks = isRequest(body);
  if (steering.length > 0) {
    // An assent that takes something back, or asks something more, is no assent.
    const doubtful =
      steering.some(({ type }) => type === 'affirm') && (asks || hedges(body) || wordsOf(body).length > 8);
    if (!doubtful) return steering;
    return [{ type: 'clarify', options: near }];
  }
  if (commands.some(({ type }) => type === 'out_of_scope')) return [{ type: 'out_of_scope' }];
  const small = [...acts, ...commands.filter(({ type }) => type === 'smalltalk')];
  if (small.length > 0 && !asks) return [small[0]!];
  if (near.length > 0) return [{ type: 'clarify', options: near }];
  const words = wordsOf(body);
  const content = words.filter((word) => !isStopWord(word));
  const known = content.filter((word) => /^\d/.test(word) || classifier.knowsWord(word)).length;
  const gibberish = known === 0 && content.length === words.length && (content.length <= 3 || expecting !== undefined);
  // What hardly anyone would call a request, while a question is open, is likelier an answer that was not understood.
  const answerLike = expecting !== undefined && !asks && words.length <= 3;
  const unclear = gibberish || answerLike || !/\p{L}/u.test(body);
  return unclear ? [{ type: 'clarify', options: [] }] : [{ type: 'out_of_scope' }];
}

function intentsOf(clauses: Clause[], commands: Command[]): Understanding['intents'] {
  const best = new Map<string, number>();
  const started = commands.flatMap((command): Prediction[] =>
    command.type === 'start' ? [{ label: command.intent, confidence: command.confidence }] : [],
  );
  for (const { label, confidence } of [...clauses.flatMap(({ predictions }) => predictions), ...started]) {
    best.set(label, Math.max(confidence, best.get(label) ?? 0));
  }
  return Array.from(best, ([name, confidence]) => ({ name, confidence: Math.min(1, confidence) })).toSorted(
    (a, b) => b.confidence - a.confidence,
  );
}
