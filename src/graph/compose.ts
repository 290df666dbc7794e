import type { Frame, Topic } from '#src/agents/contract.ts';
import type { Ask, Card, Part, TurnEvent } from '#src/turn.ts';
import type { Composed, TaskResult } from './state.ts';

/**
 * Merges what the specialists found into one answer: in the order asked, nothing twice, one question at a time.
 * A flow that was interrupted gets its open question back; further new flows wait below the first.
 */
export function compose(
  stack: readonly Frame[],
  results: readonly TaskResult[],
  topic: Topic | null = null,
): { stack: Frame[]; topic: Topic | null; answer: Composed } {
  const ordered = results.toSorted((a, b) => a.order - b.order);
  const next = nextStack(stack, ordered);
  const top = next.at(-1);
  const parts: Part[] = [];
  let card: Card | undefined;
  for (const result of ordered) {
    const waits = result.frame && result.frame.id !== top?.id;
    const added = waits ? [{ ...waiting(result.frame as Frame), sources: [] }] : result.parts;
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
  const ask = top?.prompt?.ask ?? suggestionsOf(ordered);
  const said = ordered.findLast((result) => result.topic !== undefined);
  return {
    stack: next,
    topic: said?.topic === undefined ? topic : said.topic,
    answer: {
      text: parts.map((part) => part.text).join('\n\n'),
      parts,
      effects: ordered.flatMap((result) => result.effects),
      ...(ask ? { ask } : {}),
      ...(card ? { card } : {}),
    },
  };
}

/** Flows keep their place; ended ones go; new ones come below the open one, the first asked for on top of the others. */
function nextStack(stack: readonly Frame[], results: readonly TaskResult[]): Frame[] {
  const kept = stack.flatMap((frame) => {
    const result = results.find((r) => r.frameId === frame.id && r.frame !== undefined);
    return result ? (result.frame ?? []) : frame;
  });
  const added = results
    .filter((result) => result.frame && !stack.some((frame) => frame.id === result.frame?.id))
    .map((result) => result.frame as Frame);
  return [...added.toReversed(), ...kept];
}

const waiting = (frame: Frame) => ({
  agent: frame.agent,
  text: `I have also noted ${frame.title}; I will come to it after this.`,
});

function suggestionsOf(results: readonly TaskResult[]): Ask | undefined {
  const options = results.flatMap((result) => result.suggestions ?? []);
  return options.length > 0 ? { kind: 'clarify', options: options.slice(0, 6) } : undefined;
}

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
