import type { ApiClient } from './api-client.ts';
import { ApiProblem } from './api-problem.ts';
import type { SseMessage } from './sse-parser.ts';
import { parseWireEvent, type WireEvent } from './wire.ts';

export interface FollowTurn {
  api: Pick<ApiClient, 'tail'>;
  /** The stream that started the turn; without it the turn is attached to by its id. */
  first?: AsyncIterable<SseMessage>;
  turnId?: string;
  onEvent(event: WireEvent): void;
  onLink(link: 'live' | 'reconnecting'): void;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  signal: AbortSignal;
}

/** 0.5, 1, 2, 4 … seconds, at most 30. */
export const backOffMs = (attempt: number): number => Math.min(500 * 2 ** attempt, 30_000);

/**
 * Delivers the events of one turn, each once and in order, over as many connections as it takes.
 * `gone`: the server no longer knows the turn; `unknown`: the stream broke before the turn had an id.
 */
export async function followTurn(options: FollowTurn): Promise<'finished' | 'gone' | 'unknown'> {
  const { api, onEvent, onLink, wait, signal } = options;
  let { first, turnId } = options;
  let seen = 0;
  let attempt = 0;
  for (;;) {
    try {
      const stream = first ?? (await api.tail(turnId ?? '', seen, signal));
      first = undefined;
      for await (const message of stream) {
        const sequence = Number(message.id) || 0;
        if (sequence > 0 && sequence <= seen) continue;
        seen = Math.max(seen, sequence);
        attempt = 0;
        onLink('live');
        const event = parseWireEvent(message.data);
        if (!event) continue;
        if (event.type === 'RUN_STARTED') turnId = event.runId;
        onEvent(event);
        if (event.type === 'RUN_FINISHED' || event.type === 'RUN_ERROR') return 'finished';
      }
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof ApiProblem && [403, 404, 410].includes(error.status)) return 'gone';
      if (error instanceof ApiProblem && error.code === 'signed-out') throw error;
      first = undefined;
    }
    signal.throwIfAborted();
    if (!turnId) return 'unknown';
    onLink('reconnecting');
    await wait(backOffMs(attempt++), signal);
  }
}
