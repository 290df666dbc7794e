import { Redis } from 'ioredis';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '#src/log.ts';
import type { TurnEvent } from '#src/turn.ts';
import { requiredEnv } from '#tests/env.ts';
import { openLog } from './log-writer.ts';
import { createTurnFeeds } from './turn-feeds.ts';
import { channelOf, createTurnLogs } from './turn-log.ts';
import { createWire } from './wire.ts';

const log = createLog('silent');
const redis = new Redis(requiredEnv('REDIS_URL'));
const wire = createWire(redis, log);
const logs = createTurnLogs(redis);
const feeds = createTurnFeeds(logs, wire, async () => {});
afterAll(() => {
  feeds.close();
  wire.close();
  redis.disconnect();
});

let turnId = '';
beforeEach(() => (turnId = `trn_${crypto.randomUUID().slice(0, 8)}`));

const delta = (text: string): TurnEvent => ({ type: 'text.delta', agent: 'policy', text });
const end: TurnEvent = { type: 'turn.cancelled', by: 'customer' };
const append = (attempt: number, from: number, ...events: TurnEvent[]) =>
  logs.append(turnId, { attempt, from, events });
const textsOf = async () =>
  (await logs.read(turnId, 0)).map(({ seq, event }) => `${seq} ${'text' in event ? event.text : event.type}`);

describe('the log of a turn', () => {
  it('is numbered without gaps, read from any place, and kept for a day', async () => {
    expect(await append(1, 1, delta('a'), delta('b'))).toEqual({ outcome: 'done', last: 2 });
    expect(await append(1, 3, delta('c'))).toEqual({ outcome: 'done', last: 3 });
    expect(await textsOf()).toEqual(['1 a', '2 b', '3 c']);
    expect((await logs.read(turnId, 2)).map(({ seq }) => seq)).toEqual([3]);
    expect(await redis.ttl(channelOf(turnId))).toBeGreaterThan(86_000);
  });

  it('takes events that are sent again, because the answer got lost, once', async () => {
    await append(1, 1, delta('a'), delta('b'));
    expect(await append(1, 1, delta('a'), delta('b'))).toEqual({ outcome: 'done', last: 2 });
    expect(await append(1, 2, delta('b'), delta('c'), end)).toEqual({ outcome: 'done', last: 4 });
    expect(await append(1, 4, end)).toEqual({ outcome: 'done', last: 4 });
    expect(await textsOf()).toEqual(['1 a', '2 b', '3 c', '4 turn.cancelled']);
  });

  it('belongs to the highest attempt that has written, and tells a new one where it ends', async () => {
    await append(1, 1, delta('a'), delta('b'));
    expect(await append(2, 2, delta('x'))).toEqual({ outcome: 'moved', last: 2 });
    expect(await append(2, 3, delta('c'))).toEqual({ outcome: 'done', last: 3 });
    expect(await append(1, 4, delta('late'))).toEqual({ outcome: 'refused', last: 3 });
    expect(await textsOf()).toEqual(['1 a', '2 b', '3 c']);
  });

  it('ends with its terminal event, whoever wants to go on', async () => {
    await append(1, 1, delta('a'), end);
    expect((await append(1, 3, delta('b'))).outcome).toBe('refused');
    expect((await append(2, 3, delta('b'))).outcome).toBe('refused');
    expect((await append(2, 1, delta('b'))).outcome).toBe('refused');
    expect(await textsOf()).toEqual(['1 a', '2 turn.cancelled']);
  });
});

describe('writing it', () => {
  const { signal: closing } = new AbortController();
  const open = (attempt: number, refused: () => void = () => {}) =>
    openLog({ logs, feeds, log }, { turnId, sessionId: 'ses_1', attempt }, { refused, closing });

  it('goes on from where a run before this one was, and says so', async () => {
    const first = await open(1);
    first.append(delta('a'));
    await first.flushed();
    const second = await open(2);
    second.append(delta('b'));
    await second.flushed();
    expect(await textsOf()).toEqual(['1 turn.started', '2 a', '3 turn.restarted', '4 b']);
  });

  it('begins with the start where the run before left nothing', async () => {
    const second = await open(2);
    await second.flushed();
    expect(await textsOf()).toEqual(['1 turn.started']);
  });

  it('lets in what the run before has written just now', async () => {
    const second = await open(2);
    await append(1, 1, { type: 'turn.started', sessionId: 'ses_1', turnId }, delta('a'));
    second.append(delta('b'));
    await second.flushed();
    expect(await textsOf()).toEqual(['1 turn.started', '2 a', '3 turn.restarted', '4 b']);
  });

  it('stops, and says so, once another run has taken over', async () => {
    let refusals = 0;
    const first = await open(1, () => (refusals += 1));
    first.append(delta('a'));
    await first.flushed();
    await append(2, 3, delta('b'));
    first.append(delta('late'));
    await first.flushed();
    first.append(delta('later'));
    await first.flushed();
    expect([refusals, await textsOf()]).toEqual([1, ['1 turn.started', '2 a', '3 b']]);
  });

  it('gives Redis again what it has lost', async () => {
    const writer = await open(1);
    writer.append(delta('a'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await redis.del(channelOf(turnId));
    writer.append(delta('b'));
    await writer.flushed();
    expect(await textsOf()).toEqual(['1 turn.started', '2 a', '3 b']);
  });

  it('sends what comes together in one round trip', async () => {
    const sent: number[] = [];
    const counting = {
      ...logs,
      append: (id: string, batch: Parameters<typeof logs.append>[1]) => {
        sent.push(batch.events.length);
        return logs.append(id, batch);
      },
    };
    const input = { turnId, sessionId: 'ses_1', attempt: 1 };
    const writer = await openLog({ logs: counting, feeds, log }, input, { refused: () => {}, closing });
    writer.append({ type: 'agent.started', agent: 'policy' });
    for (const text of 'abcdef') writer.append(delta(text));
    await writer.flushed();
    expect(sent).toEqual([8]);
  });
});
