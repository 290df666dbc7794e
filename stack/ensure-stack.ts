import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allDone } from './all-done.ts';
import { type Daemon, type Endpoint, readDaemon, startDaemon } from './daemon.ts';
import { installMissing, type OnStep, requireProgram, silently } from './find-or-install.ts';
import { mysqlService, mysqlUrl } from './mysql.ts';
import { mysqlServer, type Program, redisServer } from './programs.ts';
import { redisService, redisUrl } from './redis.ts';
import { root } from './root.ts';

export type StackOptions = {
  /** Which private instance: `dev` and `test` run side by side. */
  name: string;
  onStep?: OnStep;
  env?: NodeJS.ProcessEnv;
  /** Where the instances live; `.data/` of the checkout unless told otherwise. */
  dataFolder?: string;
  signal?: AbortSignal;
};

export type Stack = {
  databaseUrl: string;
  redisUrl: string;
  /** Ends the private servers cleanly; configured ones are left alone. */
  stop(): Promise<void>;
  /** Starts again what died; resolves to the names of the servers concerned. */
  revive(): Promise<string[]>;
};

/** Brings up MySQL/MariaDB and Redis: the configured ones, else private ones of this checkout, installed when missing. */
export async function ensureStack(options: StackOptions): Promise<Stack> {
  const { name, onStep = silently, env = process.env, signal } = options;
  const folder = dataFolderOf(name, options.dataFolder);
  await installMissing(env, { browser: false, onStep });
  signal?.throwIfAborted();

  const start = {
    mysql: async () => {
      const program = programFor('mysql', mysqlServer);
      return startDaemon(folder, mysqlService({ folder, program, durable: name !== 'test', signal }), signal);
    },
    redis: async () => startDaemon(folder, redisService({ folder, program: programFor('redis', redisServer) }), signal),
  };
  const running = new Map<keyof typeof start, Daemon>();
  const stop = async () => {
    await Promise.all([...running.values()].map((daemon) => daemon.stop()));
  };
  const bringUp = async (service: keyof typeof start, label: string, urlOf: (endpoint: Endpoint) => string) => {
    const daemon = await onStep(label, start[service]);
    running.set(service, daemon);
    return urlOf(daemon);
  };

  try {
    const [database, cache] = await allDone([
      env['DATABASE_URL'] || bringUp('mysql', 'Database', (at) => mysqlUrl(at)),
      env['REDIS_URL'] || bringUp('redis', 'Redis', redisUrl),
    ] as const);
    return { databaseUrl: database, redisUrl: cache, stop, revive };
  } catch (error) {
    await stop();
    throw error;
  }

  async function revive(): Promise<string[]> {
    const dead = [...running].filter(([, daemon]) => !daemon.isAlive()).map(([service]) => service);
    for (const service of dead) running.set(service, await start[service]());
    return dead;
  }

  /** The one that wrote the data, while it is there: MySQL and MariaDB cannot read each other's. */
  function programFor(service: string, program: Program): string {
    const known = readDaemon(folder, service)?.program;
    return known && existsSync(known) ? known : requireProgram(program);
  }
}

export function dataFolderOf(name: string, dataFolder = join(root, '.data')): string {
  return join(dataFolder, name);
}
