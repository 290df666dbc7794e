import { EventType, type AGUIEvent, type Message } from '@ag-ui/core';
import type { LoggedEvent } from '#src/graph/assistant.ts';
import type { SseMessage } from '../sse.ts';
import { createAgUiProjection, type RunNames } from './ag-ui.ts';

export interface AgUiStreamOptions {
  /** Number of the last event that the client has had, 0 for none. */
  afterId: number;
  /** The conversation's messages without what this turn has answered. */
  messages(): Promise<Message[]>;
  names?: RunNames | undefined;
  /** Begins with the messages, so that the client's list is ours. */
  withMessages?: boolean;
}

/**
 * The wire events of a turn, numbered 1, 2, 3 … by `id:`. Give it the turn's log from the start: what the client has had
 * is replayed in silence, so a reconnect continues with exactly the next event, even in the middle of those that one turn
 * event became. Messages that the client asked for have no number.
 */
export async function* streamAgUi(
  log: AsyncIterable<LoggedEvent>,
  { afterId, messages, names, withMessages = false }: AgUiStreamOptions,
): AsyncGenerator<SseMessage> {
  const project = createAgUiProjection(names);
  let id = 0;
  for await (const { event } of log) {
    for (const data of project(event)) if (++id > afterId) yield { id, data };
    if (event.type === 'turn.restarted' && ++id > afterId) yield { id, data: messagesSnapshot(await messages()) };
    if (event.type === 'turn.started' && withMessages) yield { data: messagesSnapshot(await messages()) };
  }
}

export const messagesSnapshot = (messages: Message[]): AGUIEvent => ({ type: EventType.MESSAGES_SNAPSHOT, messages });
