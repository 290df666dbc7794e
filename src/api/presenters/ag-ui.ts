import { EventType, type AGUIEvent } from '@ag-ui/core';
import type { LoggedEvent } from '#src/graph/assistant.ts';
import type { TurnEvent } from '#src/turn.ts';
import type { SseMessage } from '../sse.ts';

/**
 * The projection of one turn's events to AG-UI 1.0, stateful for the length of the turn: it knows which text message and
 * which step are open, so that all are closed before the terminal event. The same turn always gives the same events.
 */
export function createAgUiProjection(): (event: TurnEvent) => AGUIEvent[] {
  let run = { threadId: '', runId: '' };
  let messageCount = 0;
  /** Agent → its open text message. */
  const open = new Map<string, string>();
  const steps = new Set<string>();

  function start(agent: string): AGUIEvent[] {
    if (open.has(agent)) return [];
    const messageId = `${run.runId}-${++messageCount}`;
    open.set(agent, messageId);
    return [{ type: EventType.TEXT_MESSAGE_START, messageId, role: 'assistant' }];
  }

  function content(agent: string, delta: string): AGUIEvent[] {
    if (delta === '') return [];
    const opening = start(agent);
    return [...opening, { type: EventType.TEXT_MESSAGE_CONTENT, messageId: open.get(agent) ?? '', delta }];
  }

  function end(agent: string): AGUIEvent[] {
    const messageId = open.get(agent);
    if (messageId === undefined) return [];
    open.delete(agent);
    return [{ type: EventType.TEXT_MESSAGE_END, messageId }];
  }

  function finishStep(agent: string): AGUIEvent[] {
    return steps.delete(agent) ? [{ type: EventType.STEP_FINISHED, stepName: agent }] : [];
  }

  const custom = (name: string, value: unknown): AGUIEvent => ({ type: EventType.CUSTOM, name, value });

  return function project(event) {
    switch (event.type) {
      case 'turn.started':
        run = { threadId: event.sessionId, runId: event.turnId };
        return [{ type: EventType.RUN_STARTED, ...run }];
      case 'agent.started':
        if (steps.has(event.agent)) return [];
        steps.add(event.agent);
        return [{ type: EventType.STEP_STARTED, stepName: event.agent }];
      case 'agent.finished':
        return finishStep(event.agent);
      case 'text.delta':
        return content(event.agent, event.text);
      case 'part': {
        const { part } = event;
        // A part that was not streamed still has to be readable for clients that know text messages only.
        const whole = open.has(part.agent) ? [] : content(part.agent, part.text);
        const messageId = open.get(part.agent);
        return [...whole, ...end(part.agent), custom('part', { ...part, ...(messageId ? { messageId } : {}) })];
      }
      case 'effect':
        return [custom('effect', event.effect)];
      case 'card':
        return [custom('card', event.card)];
      case 'ask':
        return [custom('ask', event.ask)];
      case 'turn.finished':
        return [
          ...[...open.keys()].flatMap(end),
          ...[...steps].flatMap(finishStep),
          { type: EventType.RUN_FINISHED, ...run, result: event.result },
        ];
      case 'turn.failed':
        return [runError(event)];
    }
  };
}

/** The terminal event of a turn that failed. */
export function runError({ message, code }: { message: string; code: string }): AGUIEvent {
  return { type: EventType.RUN_ERROR, message, code };
}

/**
 * The wire events of a turn, numbered 1, 2, 3 … by `id:`. Give it the turn's log from the start: what the client has had
 * (`afterId`) is replayed in silence, so a reconnect continues with exactly the next event, even in the middle of those
 * that one turn event became.
 */
export async function* streamAgUi(log: AsyncIterable<LoggedEvent>, afterId: number): AsyncGenerator<SseMessage> {
  const project = createAgUiProjection();
  let id = 0;
  for await (const { event } of log) {
    for (const data of project(event)) if (++id > afterId) yield { id, data };
  }
}
