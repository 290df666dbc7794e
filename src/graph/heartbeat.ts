import type { Redis } from 'ioredis';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import type { Log } from '#src/log.ts';

/** The sign of life of this process in Redis: one key, whatever the number of turns that it runs. */
export interface Heartbeat {
  /** What turns name as their owner. */
  readonly processId: string;
  /** Sees to it that the others know of this process. @throws AppError unavailable (no Redis) */
  ensure(): Promise<void>;
  /** Those of these processes that have died; none while that is not sure. */
  deadAmong(processIds: readonly string[]): Promise<Set<string>>;
  close(): Promise<void>;
}

const EVERY_MS = 1_000;
const EXPIRES_MS = 4_000;
const keyOf = (processId: string) => `process:${processId}`;

export function createHeartbeat(redis: Redis, log: Log): Heartbeat {
  const processId = newId('process');
  const key = keyOf(processId);
  let timer: NodeJS.Timeout | undefined;
  let lastBeat = 0;
  /** Until then keys may be missing because Redis has lost them, or was out of reach, and not because processes died. */
  let unsureUntil = 0;

  async function beat(): Promise<void> {
    const sentAt = Date.now();
    const before = await redis.set(key, '1', 'PX', EXPIRES_MS, 'GET');
    if (before === null) unsureUntil = Date.now() + EXPIRES_MS;
    lastBeat = sentAt;
  }

  return {
    processId,
    async ensure() {
      if (Date.now() - lastBeat < EXPIRES_MS / 2) return;
      try {
        await beat();
      } catch (cause) {
        throw new AppError({ code: 'unavailable', detail: 'The chat is not available right now.', cause });
      }
      timer ??= setInterval(
        () => void beat().catch((error: Error) => log.warn({ error: error.message }, 'no heartbeat')),
        EVERY_MS,
      ).unref();
    },
    async deadAmong(processIds) {
      if (processIds.length === 0) return new Set();
      const [mine, ...others] = await redis.mget(key, ...processIds.map(keyOf));
      if (mine === null) unsureUntil = Date.now() + EXPIRES_MS;
      if (Date.now() < unsureUntil) return new Set();
      return new Set(processIds.filter((_, i) => others[i] === null));
    },
    async close() {
      clearInterval(timer);
      if (timer) await redis.del(key).catch(() => {});
    },
  };
}
