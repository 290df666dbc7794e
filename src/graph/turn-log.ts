import type { Redis } from 'ioredis';
import type { TurnEvent } from '#src/turn.ts';
import type { LoggedEvent } from './assistant.ts';

const TTL_SECONDS = 24 * 3_600;
export const channelOf = (turnId: string) => `turn:${turnId}:events`;
export const isTerminal = (event: TurnEvent) => ['turn.finished', 'turn.cancelled', 'turn.failed'].includes(event.type);

/**
 * Appends from a place on, as one attempt at the turn. A higher attempt that has written before refuses it, and so does
 * the turn's end. Sent twice because an answer got lost, events are written once. Readers elsewhere are told.
 */
const APPEND = `
local attempt, from = tonumber(ARGV[1]), tonumber(ARGV[2])
local count = #ARGV - 3
local last = redis.call('xrevrange', KEYS[1], '+', '-', 'COUNT', 1)[1]
local seq, by, ended = 0, 0, false
if last then
  seq = tonumber(string.match(last[1], '^%d+'))
  by = tonumber(last[2][2])
  ended = last[2][3] == 'end'
end
local written = 0
if by > attempt then return {'refused', seq} end
if seq >= from then
  if by < attempt then return {ended and 'refused' or 'moved', seq} end
  written = seq - from + 1
elseif ended then return {'refused', seq}
elseif seq < from - 1 then return {'moved', seq} end
if written < count then
  if ended then return {'refused', seq} end
  local news = {from + written}
  for i = written + 1, count do
    local isEnd = i == count and ARGV[3] == '1'
    redis.call('xadd', KEYS[1], (from + i - 1) .. '-0', 'attempt', attempt, isEnd and 'end' or 'event', ARGV[3 + i])
    news[#news + 1] = ARGV[3 + i]
  end
  redis.call('expire', KEYS[1], ${TTL_SECONDS})
  redis.call('publish', KEYS[1], '[' .. table.concat(news, ',') .. ']')
end
return {'done', from + count - 1}`;

export interface Appended {
  /** `moved`: the log does not end just before the place; `refused`: it is not this attempt's any more. */
  outcome: 'done' | 'moved' | 'refused';
  /** Number of the last event in the log. */
  last: number;
}

interface AppendingRedis extends Redis {
  appendToTurn(key: string, ...args: (string | number)[]): Promise<[Appended['outcome'], number]>;
}

/** The event logs in Redis: a stream a turn, numbered 1, 2, 3 …, kept for 24 hours. Every method is one round trip. */
export function createTurnLogs(redis: Redis) {
  if (!('appendToTurn' in redis)) redis.defineCommand('appendToTurn', { numberOfKeys: 1, lua: APPEND });
  const commands = redis as AppendingRedis;
  return {
    async append(
      turnId: string,
      { attempt, from, events }: { attempt: number; from: number; events: readonly TurnEvent[] },
    ): Promise<Appended> {
      const isEnd = events.some(isTerminal) ? '1' : '0';
      const texts = events.map((event) => JSON.stringify(event));
      const [outcome, last] = await commands.appendToTurn(channelOf(turnId), attempt, from, isEnd, ...texts);
      return { outcome, last };
    },
    /** What comes after `afterSeq`. */
    async read(turnId: string, afterSeq: number): Promise<LoggedEvent[]> {
      const entries = await redis.xrange(channelOf(turnId), `${afterSeq + 1}-0`, '+');
      return entries.map(([id, fields]) => ({
        seq: Number.parseInt(id, 10),
        event: JSON.parse(fields[3] ?? 'null') as TurnEvent,
      }));
    },
  };
}

export type TurnLogs = ReturnType<typeof createTurnLogs>;

/** What the channel of a turn tells: events from a place on. */
export function readNews(message: string): LoggedEvent[] {
  const [first, ...events] = JSON.parse(message) as [number, ...TurnEvent[]];
  return events.map((event, i) => ({ seq: first + i, event }));
}
