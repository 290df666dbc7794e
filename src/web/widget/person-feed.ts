import type { ApiClient } from './api-client.ts';
import { ApiProblem } from './api-problem.ts';
import type { ConversationCell } from './conversation-cell.ts';
import { backOffMs } from './follow-turn.ts';
import { entryOf } from './transcript.ts';
import { parseSessionEvent, type SessionEvent } from './wire.ts';

export interface PersonFeed {
  /** Follows the session from after a message on, for as long as a person is asked for or there; once at a time. */
  follow(sessionId: string, after: number, signal: AbortSignal): void;
  isFollowing(signal: AbortSignal): boolean;
}

/** So long after a sign of it, somebody counts as writing. */
const typingMs = 4_000;

/** Brings what a person says into the transcript as it is said, and who speaks. */
export function createPersonFeed({
  api,
  cell,
  wait,
}: {
  api: Pick<ApiClient, 'sessionEvents'>;
  cell: ConversationCell;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}): PersonFeed {
  let followed: AbortSignal | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function apply(event: SessionEvent): void {
    if (event.type === 'typing') {
      if (event.by !== 'person') return;
      clearTimeout(timer);
      timer = setTimeout(() => cell.set({ personTypes: false }), typingMs);
      cell.set({ personTypes: true });
    } else if (event.type === 'speaker') {
      const { speaker, handoff } = event;
      cell.set({ speaker: speaker === 'person' ? 'person' : handoff === 'waiting' ? 'waiting' : 'assistant' });
    } else {
      const { message } = event;
      // The reader's own words and the answers to them are on screen by their turns.
      if (message.role === 'user' || (message.role === 'assistant' && message.turnId)) return;
      if (cell.state.entries.some((entry) => entry.kind !== 'notice' && entry.messageId === message.id)) return;
      clearTimeout(timer);
      cell.set({ personTypes: false, entries: [...cell.state.entries, entryOf(message)] });
    }
  }

  async function run(sessionId: string, after: number, signal: AbortSignal): Promise<void> {
    let seen = after;
    for (let attempt = 0; ;) {
      try {
        for await (const { id, data } of await api.sessionEvents(sessionId, seen, signal)) {
          signal.throwIfAborted();
          attempt = 0;
          const event = parseSessionEvent(data);
          if (!event) continue;
          apply(event);
          seen = Math.max(seen, Number(id) || 0, event.type === 'speaker' ? event.lastSeq : 0);
          if (event.type === 'speaker' && event.speaker === 'assistant' && event.handoff === 'none') return;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ApiProblem && [401, 403, 404].includes(error.status)) return;
      }
      if (signal.aborted) return;
      await wait(backOffMs(attempt++), signal).catch(() => undefined);
    }
  }

  return {
    isFollowing: (signal) => followed === signal,
    follow(sessionId, after, signal) {
      if (followed === signal) return;
      followed = signal;
      void run(sessionId, after, signal).finally(() => {
        if (followed === signal) followed = undefined;
      });
    },
  };
}
