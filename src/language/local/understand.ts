import type { Command, UnderstandInput, Understanding } from '../contract.ts';
import { hedges, leadingActs } from './acts.ts';
import type { Classifier, Prediction } from './classify.ts';
import { cleanText } from './clean-text.ts';
import { isRequest, splitClauses, type Clause } from './clauses.ts';
import { findClock } from './hours.ts';
import { exactOption, pointedOption } from './options.ts';
import { actCommand, natureOf, nearIntents, readClause } from './read-clause.ts';
import { isStopWord } from './stop-words.ts';
import { wordsOf } from './tokens.ts';

type Reading = Pick<Understanding, 'commands' | 'intents'>;

const cancelOpen =
  /^\W*(?:please |pls |just |ok |no )*(?:cancel|stop|drop|scrap)\s+(?:the |this |my )?(?:booking|order|request|process)(?: please| pls)?\W*$/i;
/** Wants to see the offer anew, as when its hold has run out. */
const lookAgain =
  /^\W*(?:please |pls |can you |ok )*(?:(?:check|look|try)(?: it| that| once)? again|is (?:it|that|this|the (?:slot|hour|time)) still (?:free|available|there|open))\b.{0,20}$/i;
const skipOpen = /^\W*(?:please |pls |can i |let'?s )*skip\b.{0,25}$/i;

/** Reads a message in the light of the dialogue. Never throws for a text, whatever it holds. */
export function understand(input: UnderstandInput, classifier: Classifier): Reading {
  const text = cleanText(input.text);
  const { expecting, activeFlow } = input;
  const just = (...commands: Command[]): Reading => ({ commands, intents: [] });
  if (text === '') return just({ type: 'clarify', options: [] });

  const options = expecting?.slot === 'confirm' ? undefined : expecting?.options;
  const exact = options && exactOption(text, options);
  if (exact !== undefined) return just({ type: 'choose', value: exact });

  const head = leadingActs(text);
  const acts = head.acts.map(actCommand);
  const body = text
    .slice(head.end)
    .replace(/^[\s,.;:!?-]+(?!\d)/, '')
    .trim();
  if (acts.length > 0 && body === '') return just(...settle(acts, [], text, body, input));
  if (activeFlow && cancelOpen.test(text)) return just({ type: 'cancel' });
  if (activeFlow && expecting?.slot === 'confirm' && lookAgain.test(text))
    return just({ type: 'start', intent: activeFlow, confidence: 1, text });
  if (expecting && skipOpen.test(text)) return just({ type: 'skip' });
  // "Tomorrow 3 am" says more than the option "Tomorrow".
  const saysMore = expecting?.slot === 'date' && findClock(body) !== undefined;
  if (options && !saysMore && !body.endsWith('?')) {
    const pointed = pointedOption(body, { slot: expecting!.slot, options });
    if (pointed !== undefined) return just({ type: 'choose', value: pointed });
  }

  const clauses = splitClauses(body, {
    predict: (words) => classifier.predict(words),
    natureOf: (words) => natureOf(words, input),
    gazetteer: input.gazetteer,
  });
  const denied = head.acts.includes('deny') || (head.acts.includes('affirm') && expecting?.slot === 'confirm');
  const commands: Command[] = [];
  const unread: Clause[] = [];
  for (const clause of clauses) {
    const reading = readClause(clause, input, denied);
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
  const kept = acts.filter(({ type }) => {
    if (type !== 'affirm' && type !== 'deny') return true;
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
