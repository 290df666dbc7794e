import type { Redis } from 'ioredis';
import type { Log } from '#src/log.ts';

/** Messages between processes, by Redis channels. They may get lost: whoever listens also looks for himself now and then. */
export interface Wire {
  /** @returns what ends it */
  listen(channel: string, hear: (message: string) => void): Promise<() => void>;
  /** Says something to whoever listens. */
  tell(channel: string, message: string): Promise<void>;
  close(): void;
}

/** All channels share one connection, which is opened when the first is listened to. */
export function createWire(redis: Redis, log: Log): Wire {
  const ears = new Map<string, { hearers: Set<(message: string) => void>; subscribed: Promise<unknown> }>();
  let connection: Redis | undefined;

  function connect(): Redis {
    const subscriber = redis.duplicate({ maxRetriesPerRequest: null });
    subscriber.on('error', (error) => log.warn({ error: error.message }, 'redis'));
    subscriber.on('message', (channel, message) => {
      for (const hear of ears.get(channel)?.hearers ?? []) hear(message);
    });
    return subscriber;
  }

  return {
    async listen(channel, hear) {
      connection ??= connect();
      const ear = ears.get(channel) ?? { hearers: new Set(), subscribed: connection.subscribe(channel) };
      ears.set(channel, ear);
      ear.hearers.add(hear);
      await ear.subscribed;
      return () => {
        if (!ear.hearers.delete(hear) || ear.hearers.size > 0 || ears.get(channel) !== ear) return;
        ears.delete(channel);
        void connection?.unsubscribe(channel).catch(() => {});
      };
    },
    async tell(channel, message) {
      await redis.publish(channel, message);
    },
    close() {
      connection?.disconnect();
    },
  };
}
