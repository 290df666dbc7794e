import { EventEmitter, once } from 'node:events';
import type { Redis } from 'ioredis';
import type { TurnEvent } from '#src/turn.ts';
import type { LoggedEvent } from './assistant.ts';

/** Writes a turn's events: to the readers in this process at once, and to Redis for all others. */
export interface TurnLog {
  append(event: TurnEvent): void;
  /** Settles when Redis has everything. */
  flushed(): Promise<void>;
}

const TTL_SECONDS = 24 * 3_600;
const keyOf = (turnId: string) => `turn:${turnId}:events`;
export const isTerminal = (event: TurnEvent) => event.type === 'turn.finished' || event.type === 'turn.failed';

/** The event logs of the turns that run in this process, and the way to read those of any other. */
export function createTurnLogs(redis: Redis) {
  const live = new Map<string, { events: LoggedEvent[]; changed: EventEmitter }>();

  function open(turnId: string): TurnLog {
    const events: LoggedEvent[] = [];
    const changed = new EventEmitter().setMaxListeners(0);
    live.set(turnId, { events, changed });
    let written: Promise<unknown> = Promise.resolve();
    return {
      append(event) {
        const seq = events.length + 1;
        events.push({ seq, event });
        changed.emit('change');
        const writing = redis.xadd(keyOf(turnId), `${seq}-0`, 'event', JSON.stringify(event));
        written = Promise.all([written, writing]);
        written.catch(() => {});
        if (isTerminal(event)) live.delete(turnId);
      },
      async flushed() {
        // Sent after the events on the same connection, so Redis does it after them.
        await Promise.all([written, redis.expire(keyOf(turnId), TTL_SECONDS)]);
      },
    };
  }

  async function* tailHere(turnId: string, afterSeq: number, signal: AbortSignal): AsyncGenerator<LoggedEvent> {
    const log = live.get(turnId);
    if (!log) return;
    for (let next = afterSeq; ;) {
      const entry = log.events[next];
      if (entry) {
        yield entry;
        if (isTerminal(entry.event)) return;
        next += 1;
      } else {
        const aborted = await once(log.changed, 'change', { signal }).then(
          () => false,
          () => true,
        );
        if (aborted) return;
      }
    }
  }

  return {
    open,
    isLive: (turnId: string) => live.has(turnId),
    tailHere,
    /** What Redis has after `afterSeq`. */
    async read(turnId: string, afterSeq: number): Promise<LoggedEvent[]> {
      const entries = await redis.xrange(keyOf(turnId), `${afterSeq + 1}-0`, '+');
      return entries.map(([id, fields]) => ({
        seq: Number.parseInt(id, 10),
        event: JSON.parse(fields[1] ?? 'null') as TurnEvent,
      }));
    },
  };
}

export type TurnLogs = ReturnType<typeof createTurnLogs>;
