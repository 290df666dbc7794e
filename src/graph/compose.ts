import { createHash } from 'node:crypto';
import type { Frame, Topic } from '#src/agents/contract.ts';
import type { Ask, Card, DraftState, Effect, Part, TurnEvent } from '#src/turn.ts';
import type { Composed, TaskResult } from './state.ts';
import { withoutClaims } from './truth.ts';

/**
 * Merges what the specialists found into one answer: in the order asked, nothing twice, one question at a time, and no
 * claim without its receipt. A flow that was interrupted gets its open question back; further new flows wait.
 */
export function compose(
  stack: readonly Frame[],
  results: readonly TaskResult[],
  topic: Topic | null = null,
): { stack: Frame[]; topic: Topic | null; answer: Composed } {
  const ordered = results.toSorted((a, b) => a.order - b.order);
  const next = nextStack(stack, ordered);
  const top = next.at(-1);
  const effects = ordered.flatMap((result) => result.effects);
  const parts: Part[] = [];
  let card: Card | undefined;
  for (const result of ordered) {
    const waits = result.frame && result.frame.id !== top?.id;
    const said = waits ? whileWaiting(result) : result.parts;
    const added = said.map((part) => withoutClaims(part, result.effects, effects));
    parts.push(...added.filter((part) => !parts.some((p) => p.text === part.text)));
    if (result.card && !waits) card = result.card;
  }
  const askedNow = top !== undefined && ordered.some((result) => result.frame?.id === top.id);
  if (top?.prompt && !askedNow) {
    const isBack = stack.at(-1)?.id === top.id;
    const question = isBack ? (top.prompt.reminder ?? top.prompt.text) : top.prompt.text;
    parts.push({ agent: top.agent, text: `${isBack ? 'Back to' : 'Now for'} ${top.title}: ${question}`, sources: [] });
    // A receipt of this turn is the more important card; the reminder's facts stand in its text.
    card ??= top.prompt.card;
  }
  if (top?.prompt) next[next.length - 1] = withQuestionId(top);
  const ask = next.at(-1)?.prompt?.ask ?? suggestionsOf(ordered);
  const last = ordered.findLast((result) => result.topic !== undefined);
  return {
    stack: next,
    topic: last?.topic === undefined ? topic : last.topic,
    answer: {
      text: parts.map((part) => part.text).join('\n\n'),
      parts,
      effects,
      ...(ask ? { ask } : {}),
      ...(card ? { card } : {}),
    },
  };
}

/**
 * Flows keep their place and ended ones go; one that was asked for by name comes to the front. A new one comes to the
 * front as well, the first asked for before the others, unless the message also went on with the open flow.
 */
function nextStack(stack: readonly Frame[], results: readonly TaskResult[]): Frame[] {
  const resultOf = (frame: Frame) => results.find((r) => r.frameId === frame.id && r.frame !== undefined);
  const kept = stack.flatMap((frame) => {
    const result = resultOf(frame);
    return result ? (result.frame ?? []) : frame;
  });
  const added = results
    .filter((result) => result.frame && !stack.some((frame) => frame.id === result.frame?.id))
    .map((result) => result.frame as Frame)
    .toReversed();
  const open = stack.at(-1);
  const wentOn = open !== undefined && kept.at(-1)?.id === open.id && results.some((r) => r.frameId === open.id);
  const next = (wentOn ? [...added, ...kept] : [...kept, ...added]).filter((frame) => !isMoot(frame, results));
  const wanted = next.filter((frame) => results.some((r) => r.isWanted && r.frameId === frame.id));
  return [...next.filter((frame) => !wanted.includes(frame)), ...wanted];
}

const settling = new Set<Effect['type']>(['booking.cancelled', 'booking.rescheduled']);
/** What else was to be done to a booking that is moved or cancelled now was a thought of before. */
const isMoot = ({ flow, slots }: Frame, results: readonly TaskResult[]) =>
  (flow === 'reschedule_booking' || flow === 'cancel_booking') &&
  results.some(({ effects }) => effects.some(({ type, id }) => settling.has(type) && id === slots['bookingId']));

/** What is said of a flow whose turn has not come: that it is noted, after what was done for it. Its question waits. */
function whileWaiting({ frame, frameId, parts, effects }: TaskResult): Part[] {
  if (!frame) return [];
  const done = effects.length > 0 ? parts.filter(({ text }) => !text.endsWith(frame.prompt?.text ?? '\n')) : [];
  const text = frameId
    ? `I have noted that for ${frame.title}.`
    : `I have also noted ${frame.title}; I will come to it after this.`;
  return [...done, { agent: frame.agent, text, sources: [] }];
}

/** Names the question, so that an answer by its id cannot answer another one. The same question keeps its id. */
function withQuestionId(frame: Frame): Frame {
  if (!frame.prompt) return frame;
  const { ask } = frame.prompt;
  const hash = createHash('sha256')
    .update(JSON.stringify([frame.prompt.text, frame.expecting]))
    .digest('hex');
  return { ...frame, prompt: { ...frame.prompt, ask: { ...ask, id: `${frame.id}-${hash.slice(0, 8)}` } } };
}

function suggestionsOf(results: readonly TaskResult[]): Ask | undefined {
  const options = results.flatMap((result) => result.suggestions ?? []);
  return options.length > 0 ? { kind: 'clarify', options: options.slice(0, 6) } : undefined;
}

/** What the open flows know, the one that is talked about first. */
export const draftsOf = (stack: readonly Frame[]): DraftState[] =>
  stack.toReversed().map(({ flow, title, known = {}, expecting }) => ({
    flow,
    title,
    values: known,
    ...(expecting ? { expecting: expecting.slot } : {}),
  }));

/** The answer as events: each part as text and then whole with its sources, then what belongs to the turn. */
export function* eventsOf(answer: Composed): Generator<TurnEvent> {
  for (const part of answer.parts) {
    yield { type: 'text.delta', agent: part.agent, text: part.text };
    yield { type: 'part', part };
  }
  for (const effect of answer.effects) yield { type: 'effect', effect };
  if (answer.card) yield { type: 'card', card: answer.card };
  if (answer.ask) yield { type: 'ask', ask: answer.ask };
}
