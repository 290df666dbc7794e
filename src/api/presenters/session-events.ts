import type { FollowedSession } from '#src/graph/session-feeds.ts';
import type { SseMessage } from '../sse.ts';
import { presentNoted } from './handoffs.ts';
import { presentMessage } from './history.ts';

/**
 * A session's events on the wire. Messages have ids, so that a client that comes back gets what it has missed; the rest is
 * about now. Staff also see notes and who wrote what.
 */
export async function* sessionMessages({ side, events }: FollowedSession): AsyncGenerator<SseMessage> {
  for await (const event of events) {
    if (event.type !== 'message') yield { data: event };
    else {
      const message = side === 'person' ? presentNoted(event.message) : presentMessage(event.message);
      if (message) yield { id: event.message.seq, data: { type: 'message', message } };
    }
  }
}
