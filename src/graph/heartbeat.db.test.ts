import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, expect, it } from 'vitest';
import { newId } from '#src/ids.ts';
import { createLog } from '#src/log.ts';
import { requiredEnv } from '#tests/env.ts';
import { createHeartbeat } from './heartbeat.ts';

const log = createLog('silent');
const url = requiredEnv('REDIS_URL');
const open = new Set<Redis>();
afterAll(() => {
  for (const redis of open) redis.disconnect();
});

async function beating() {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  open.add(redis);
  const heartbeat = createHeartbeat(redis, log);
  await heartbeat.ensure();
  return { redis, heartbeat };
}

it('tells the living from the dead, but not before it can be sure', async () => {
  const [one, other] = [await beating(), await beating()];
  const gone = newId('process');
  const look = async () => [...(await one.heartbeat.deadAmong([other.heartbeat.processId, gone]))];
  // It has just come itself: the others may not have had the time.
  expect(await look()).toEqual([]);
  await expect.poll(look, { timeout: 8_000 }).toEqual([gone]);
  other.redis.disconnect();
  await expect.poll(look, { timeout: 8_000 }).toEqual([other.heartbeat.processId, gone]);
});

it('takes nobody for dead because Redis has lost its keys', async () => {
  const [one, other] = [await beating(), await beating()];
  const look = async () => (await one.heartbeat.deadAmong([other.heartbeat.processId, newId('process')])).size;
  await expect.poll(look, { timeout: 8_000 }).toBe(1);
  await one.redis.del(...[one, other].map(({ heartbeat }) => `process:${heartbeat.processId}`));
  for (let i = 0; i < 10; i++) {
    expect(await look()).toBe(0);
    await sleep(200);
  }
  await expect.poll(look, { timeout: 8_000 }).toBe(1);
});

it('says good-bye when it ends, and says so when it cannot be heard', async () => {
  const [one, other] = [await beating(), await beating()];
  await other.heartbeat.close();
  const look = async () => [...(await one.heartbeat.deadAmong([other.heartbeat.processId]))];
  await expect.poll(look, { timeout: 8_000 }).toEqual([other.heartbeat.processId]);
  one.redis.disconnect();
  await expect
    .poll(() => one.heartbeat.ensure().catch((error: unknown) => error), { timeout: 8_000 })
    .toMatchObject({
      code: 'unavailable',
    });
});
