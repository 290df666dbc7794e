import type { LoggedEvent } from '#src/graph/assistant.ts';
import type { Ask, Card, DraftState, Effect, Part, TurnEvent, TurnResult } from '#src/turn.ts';
import type { SseMessage } from '../sse.ts';
import { createTurnReader, type Step } from './turn-steps.ts';

/** The `data-…` parts of a message, by their names: what `UIMessage<UiMetadata, UiDataParts>` holds. */
export type UiDataParts = {
  /** A statement with its sources. */
  part: Part;
  card: Card;
  /** The open question. */
  ask: Ask;
  /** What the open flows know, the one that is talked about first. */
  draft: DraftState[];
  /** A change that happened. */
  effect: Effect;
  /** Who works at the moment; not kept with the message. */
  agent: { agent: string; status: string };
};

export type UiMetadata = {
  sessionId: string;
  turnId: string;
  outcome?: TurnResult['outcome'];
  usage?: TurnResult['usage'];
};

type DataChunk = {
  [Name in keyof UiDataParts]: { type: `data-${Name}`; id?: string; data: UiDataParts[Name]; transient?: boolean };
}[keyof UiDataParts];

/** The chunks of the Vercel AI SDK's UI message stream that a turn becomes. */
export type UiChunk =
  | DataChunk
  | { type: 'start'; messageId: string; messageMetadata: UiMetadata }
  | { type: 'start-step' | 'reset-step' | 'finish-step' }
  | { type: 'text-start' | 'text-end'; id: string }
  | { type: 'text-delta'; id: string; delta: string }
  | ({ toolCallId: string } & typeof SERVERS_TOOL &
      (
        | { type: 'tool-input-available'; toolName: string; input: unknown }
        | { type: 'tool-output-available'; output: unknown }
        | { type: 'tool-output-error'; errorText: string }
      ))
  | { type: 'finish'; finishReason: 'stop'; messageMetadata: Partial<UiMetadata> }
  | { type: 'abort'; reason: string }
  | { type: 'error'; errorText: string };

/** Run here, and none that the client need have heard of. */
const SERVERS_TOOL = { providerExecuted: true, dynamic: true } as const;
const END: SseMessage = { data: '[DONE]', isText: true };

function project(step: Step): UiChunk[] {
  switch (step.type) {
    case 'turn.started': {
      const { sessionId, turnId } = step;
      return [{ type: 'start', messageId: turnId, messageMetadata: { sessionId, turnId } }, { type: 'start-step' }];
    }
    case 'turn.restarted':
      return [{ type: 'reset-step' }];
    case 'agent.opened':
      return [{ type: 'data-agent', id: step.id, data: { agent: step.agent, status: 'working' }, transient: true }];
    case 'agent.closed': {
      const status = step.status ?? 'cut short';
      return [{ type: 'data-agent', id: step.id, data: { agent: step.agent, status }, transient: true }];
    }
    case 'tool.opened':
      return [
        { type: 'tool-input-available', toolCallId: step.id, toolName: step.verb, input: step.args, ...SERVERS_TOOL },
      ];
    case 'tool.closed':
      return [toolClosed(step)];
    case 'text.opened':
      return [{ type: 'text-start', id: step.id }];
    case 'text':
      return [{ type: 'text-delta', id: step.id, delta: step.delta }];
    case 'text.closed':
      return [{ type: 'text-end', id: step.id }];
    case 'part':
      return [{ type: 'data-part', ...(step.textId !== undefined && { id: step.textId }), data: step.part }];
    case 'draft':
      return [{ type: 'data-draft', id: 'draft', data: step.stack }];
    case 'effect':
      return [{ type: 'data-effect', id: step.effect.eventId, data: step.effect }];
    case 'card':
      return [{ type: 'data-card', id: 'card', data: step.card }];
    case 'ask':
      return [{ type: 'data-ask', id: 'ask', data: step.ask }];
    case 'turn.finished': {
      const { outcome, usage } = step.result;
      return [{ type: 'finish-step' }, { type: 'finish', finishReason: 'stop', messageMetadata: { outcome, usage } }];
    }
    case 'turn.cancelled':
      return [{ type: 'abort', reason: step.by }];
    case 'turn.failed':
      return [{ type: 'error', errorText: step.message }];
  }
}

function toolClosed({ id, outcome }: Extract<Step, { type: 'tool.closed' }>): UiChunk {
  if (outcome?.ok)
    return { type: 'tool-output-available', toolCallId: id, output: { summary: outcome.summary }, ...SERVERS_TOOL };
  return { type: 'tool-output-error', toolCallId: id, errorText: outcome?.summary ?? 'cut short', ...SERVERS_TOOL };
}

/** The projection of one turn's events to the UI message stream: the same turn always gives the same chunks. */
export function createUiProjection(): (event: TurnEvent) => UiChunk[] {
  const read = createTurnReader();
  return (event) => read(event).flatMap(project);
}

/** The chunks of a turn after the client's last one, numbered 1, 2, 3 … by `id:`, to the end mark. */
export async function* streamUi(log: AsyncIterable<LoggedEvent>, afterId: number): AsyncGenerator<SseMessage> {
  const project = createUiProjection();
  let id = 0;
  for await (const { event } of log) {
    for (const data of project(event)) if (++id > afterId) yield { id, data };
  }
  yield END;
}
