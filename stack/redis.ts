import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Endpoint, Service } from './daemon.ts';
import { writePrivately } from './records.ts';

/** A private Redis or Valkey with its data in `<folder>/redis`, on 127.0.0.1 only. */
export function redisService({ folder, program }: { folder: string; program: string }): Service {
  const data = join(folder, 'redis');
  const config = join(folder, 'redis.conf');
  return {
    name: 'redis',
    program,
    graceMs: 10_000,
    // Redis replaces its command line by its name and address.
    marker: (endpoint) => `127.0.0.1:${endpoint.port}`,
    prepare: async (endpoint) => {
      mkdirSync(data, { recursive: true, mode: 0o700 });
      writePrivately(config, configuration(endpoint));
      return [config];
    },
    login: async (endpoint) => {
      const redis = new Redis(redisUrl(endpoint), {
        lazyConnect: true,
        connectTimeout: 5_000,
        retryStrategy: () => null,
        maxRetriesPerRequest: 0,
      });
      // The failed attempt is reported by the promise; without a listener it would be printed as well.
      redis.on('error', () => {});
      try {
        await redis.connect();
        await redis.ping();
      } finally {
        redis.disconnect();
      }
    },
  };

  /** A file instead of arguments keeps the password out of the process list. */
  function configuration({ port, password }: Endpoint): string {
    const settings = {
      bind: '127.0.0.1',
      port,
      requirepass: password,
      dir: JSON.stringify(data),
      logfile: JSON.stringify(join(folder, 'redis.log')),
      pidfile: JSON.stringify(join(folder, 'redis.pid')),
      daemonize: 'no',
      appendonly: 'yes',
      save: '""',
      'maxmemory-policy': 'noeviction',
    };
    return `${Object.entries(settings)
      .map((pair) => pair.join(' '))
      .join('\n')}\n`;
  }
}

export function redisUrl({ port, password }: Endpoint): string {
  return `redis://:${password}@127.0.0.1:${port}/0`;
}
