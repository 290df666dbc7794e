import { EventEmitter, once } from 'node:events';
import type { Ctx } from '#src/context.ts';
import type { LoggedEvent } from './assistant.ts';
import { isTerminal, readNews, channelOf, type TurnLogs } from './turn-log.ts';
import type { Wire } from './wire.ts';

/** What this process knows of a turn's log: the beginning of it, without gaps. */
interface Feed {
  events: LoggedEvent[];
  news: EventEmitter;
  readers: number;
  /** This process writes the log, so that nothing has to be fetched. */
  isOurs: boolean;
  /** Of a reader. */
  ctx?: Ctx;
  /** Listens to the turn's channel; gives what ends it. */
  listening?: Promise<() => void>;
}

const REFRESH_MS = 2_000;

/**
 * The logs that are read or written in this process. Readers get an event once Redis has it: never one that another
 * process would not know of. Many readers of a turn cost as much as one.
 * @param complete writes the end of a log where it is missing; asked now and then for those that are read
 */
export function createTurnFeeds(logs: TurnLogs, wire: Wire, complete: (ctx: Ctx, turnId: string) => Promise<void>) {
  const feeds = new Map<string, Feed>();
  const hasEnded = ({ events }: Feed) => events.length > 0 && isTerminal((events.at(-1) as LoggedEvent).event);
  let timer: NodeJS.Timeout | undefined;

  function feedOf(turnId: string): Feed {
    const known = feeds.get(turnId);
    if (known) return known;
    const feed: Feed = { events: [], news: new EventEmitter().setMaxListeners(0), readers: 0, isOurs: false };
    feeds.set(turnId, feed);
    return feed;
  }

  function drop(turnId: string, feed: Feed): void {
    if (feed.readers > 0 || feed.isOurs) return;
    void feed.listening?.then((leave) => leave()).catch(() => {});
    if (feeds.get(turnId) === feed) feeds.delete(turnId);
    if (feeds.size === 0) timer = void clearInterval(timer);
  }

  function accept(feed: Feed, entries: readonly LoggedEvent[]): void {
    const fresh = entries.filter(({ seq }) => seq > feed.events.length);
    if (fresh[0]?.seq !== feed.events.length + 1) return;
    feed.events.push(...fresh);
    feed.news.emit('news');
  }

  const refresh = async (turnId: string, feed: Feed) => accept(feed, await logs.read(turnId, feed.events.length));

  /** Listens to a log that is written elsewhere, and catches up with it. */
  async function attach(turnId: string, feed: Feed): Promise<void> {
    await refresh(turnId, feed);
    if (hasEnded(feed)) return;
    feed.listening ??= wire.listen(channelOf(turnId), (message) => accept(feed, readNews(message)));
    await feed.listening;
    await refresh(turnId, feed);
    timer ??= setInterval(() => void refreshAll(), REFRESH_MS).unref();
  }

  /** A message on a channel may get lost, and so may the end of a log, with the process that would have written it. */
  async function refreshAll(): Promise<void> {
    for (const [turnId, feed] of feeds) {
      if (feed.isOurs || hasEnded(feed)) continue;
      await refresh(turnId, feed).catch(() => {});
      if (feed.ctx && !hasEnded(feed)) await complete(feed.ctx, turnId).catch(() => {});
    }
  }

  return {
    /** This process writes the log from now on: `known` is what is in it. */
    own(turnId: string, known: readonly LoggedEvent[]): void {
      const feed = feedOf(turnId);
      feed.isOurs = true;
      accept(feed, known);
    },
    /** What has been written by this process. */
    extend(turnId: string, entries: readonly LoggedEvent[]): void {
      const feed = feeds.get(turnId);
      if (feed) accept(feed, entries);
    },
    eventsOf: (turnId: string): readonly LoggedEvent[] => feeds.get(turnId)?.events ?? [],
    /** Somebody else writes the rest, or there is none: readers that are left follow what Redis has. */
    async disown(turnId: string): Promise<void> {
      const feed = feeds.get(turnId);
      if (!feed) return;
      feed.isOurs = false;
      if (feed.readers > 0 && !hasEnded(feed)) await attach(turnId, feed);
      drop(turnId, feed);
    },
    /** Follows a turn to its terminal event, wherever it runs. `isOver`: the database says that it has ended. */
    async *follow(
      ctx: Ctx,
      turnId: string,
      { afterSeq = 0, signal, isOver = false }: { afterSeq?: number; signal: AbortSignal; isOver?: boolean },
    ): AsyncGenerator<LoggedEvent> {
      const feed = feedOf(turnId);
      feed.readers += 1;
      feed.ctx = ctx;
      try {
        if (!feed.isOurs) await attach(turnId, feed);
        if (isOver && !hasEnded(feed)) await complete(ctx, turnId);
        for (let next = afterSeq; !signal.aborted;) {
          const entry = feed.events[next];
          if (entry) {
            yield entry;
            if (isTerminal(entry.event)) return;
            next += 1;
          } else if (hasEnded(feed)) return;
          else await once(feed.news, 'news', { signal }).catch(() => {});
        }
      } finally {
        feed.readers -= 1;
        drop(turnId, feed);
      }
    },
    close(): void {
      clearInterval(timer);
    },
  };
}

export type TurnFeeds = ReturnType<typeof createTurnFeeds>;
