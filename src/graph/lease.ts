import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { AppError } from '#src/errors.ts';

export interface Lease {
  release(): Promise<void>;
}

const TTL_MS = 15_000;
const keyOf = (sessionId: string) => `lease:${sessionId}`;

/** Both only touch a lease that is still ours. */
const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/**
 * Makes `holder` (a turn's id) the only speaker in a session. Waits for its turn up to `waitMs`; a process that dies
 * loses the lease after 15 seconds.
 * @throws AppError session-busy | unavailable (no Redis)
 */
export async function takeLease(redis: Redis, sessionId: string, holder: string, waitMs: number): Promise<Lease> {
  const key = keyOf(sessionId);
  const deadline = Date.now() + waitMs;
  while (!(await take(redis, key, holder))) {
    if (Date.now() >= deadline)
      throw new AppError({
        code: 'session-busy',
        detail: 'The previous message is still being answered. Please try again in a moment.',
        data: { retryAfterSeconds: 2 },
      });
    await sleep(20);
  }
  const renewal = setInterval(() => void redis.eval(RENEW, 1, key, holder, TTL_MS).catch(() => {}), TTL_MS / 3);
  renewal.unref();
  return {
    async release() {
      clearInterval(renewal);
      await redis.eval(RELEASE, 1, key, holder);
    },
  };
}

async function take(redis: Redis, key: string, holder: string): Promise<boolean> {
  try {
    return (await redis.set(key, holder, 'PX', TTL_MS, 'NX')) === 'OK';
  } catch (cause) {
    throw new AppError({ code: 'unavailable', detail: 'The chat is not available right now.', cause });
  }
}

/** The turn that speaks in the session now, if any. */
export async function leaseHolder(redis: Redis, sessionId: string): Promise<string | undefined> {
  return (await redis.get(keyOf(sessionId))) ?? undefined;
}
