import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#src/log.ts';
import type { TurnEvent } from '#src/turn.ts';
import type { TurnFeeds } from './turn-feeds.ts';
import type { TurnLogs } from './turn-log.ts';

/** Writes the events of one run of a turn. */
export interface LogWriter {
  append(event: TurnEvent): void;
  /** Settles when Redis has everything, or it is no longer ours to write. */
  flushed(): Promise<void>;
}

/** What nobody waits for waits a moment for company. */
const QUIET = new Set<TurnEvent['type']>([
  ...(['turn.started', 'agent.started', 'agent.finished', 'tool.started', 'tool.finished', 'draft'] as const),
]);
const COMPANY_MS = 5;
/** Out of reach for longer than this, Redis gets the rest from the database when somebody asks for it. */
const GIVE_UP_MS = 30_000;

/**
 * Events of the same tick, and those that come while others are on their way, go in one round trip. Of a turn that ran
 * before, the log goes on where it ends.
 * @param told.refused told once when another process has taken the turn over; `closing` aborts when this process ends
 */
export async function openLog(
  { logs, feeds, log }: { logs: TurnLogs; feeds: TurnFeeds; log: Log },
  { turnId, sessionId, attempt }: { turnId: string; sessionId: string; attempt: number },
  told: { refused(): void; closing: AbortSignal },
): Promise<LogWriter> {
  let queue: TurnEvent[] = [];
  let flushing: Promise<void> | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let isOver = false;
  let next = 1;

  const opening = (): TurnEvent =>
    next === 1 ? { type: 'turn.started', sessionId, turnId } : { type: 'turn.restarted', attempt };

  /** The place after what is there. */
  async function catchUp(): Promise<void> {
    const known = await logs.read(turnId, 0);
    feeds.own(turnId, known);
    next = (known.at(-1)?.seq ?? 0) + 1;
  }

  async function write(events: TurnEvent[]): Promise<void> {
    const { outcome, last } = await logs.append(turnId, { attempt, from: next, events });
    if (outcome === 'done') {
      feeds.extend(
        turnId,
        events.map((event, i) => ({ seq: next + i, event })),
      );
      next = last + 1;
    } else if (outcome === 'refused') {
      isOver = true;
      told.refused();
    } else if (last < next - 1) {
      // Redis has lost what it had: it gets it once more.
      const lost = feeds
        .eventsOf(turnId)
        .slice(last)
        .map(({ event }) => event);
      next = last + 1;
      await write([...lost, ...events]);
    } else {
      // The run before this one has written once more, before it was stopped.
      await catchUp();
      await write(events.map((event) => (event.type === 'turn.started' ? opening() : event)));
    }
  }

  async function flush(): Promise<void> {
    let triedSince = Date.now();
    while (queue.length > 0 && !isOver) {
      const events = queue;
      queue = [];
      try {
        await write(events);
        triedSince = Date.now();
      } catch (error) {
        queue = [...events, ...queue];
        if (told.closing.aborted || Date.now() - triedSince > GIVE_UP_MS) {
          log.warn({ err: error, turnId }, 'turn log not written');
          isOver = true;
        } else await sleep(100, undefined, { signal: told.closing }).catch(() => {});
      }
    }
  }

  function flushSoon(): void {
    clearTimeout(waiting);
    waiting = undefined;
    flushing ??= flush().finally(() => {
      flushing = undefined;
    });
  }

  if (attempt === 1) feeds.own(turnId, []);
  else await catchUp();
  const writer: LogWriter = {
    append(event) {
      if (isOver) return;
      queue.push(event);
      if (!QUIET.has(event.type)) setImmediate(flushSoon);
      else waiting ??= setTimeout(flushSoon, COMPANY_MS);
    },
    async flushed() {
      flushSoon();
      while (flushing) await flushing;
      await feeds.disown(turnId);
    },
  };
  writer.append(opening());
  return writer;
}
