import { existsSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Stack } from './ensure-stack.ts';
import { writePrivately } from './records.ts';

/** The environment of the application's own processes. A secret made for it is kept: sessions outlive a restart. */
export function appEnvironment(env: NodeJS.ProcessEnv, stack: Stack, folder: string): NodeJS.ProcessEnv {
  return {
    ...env,
    DATABASE_URL: stack.databaseUrl,
    REDIS_URL: stack.redisUrl,
    JWT_SECRET: env['JWT_SECRET'] || keptSecret(join(folder, 'jwt-secret')),
  };
}

function keptSecret(path: string): string {
  if (!existsSync(path)) writePrivately(path, randomBytes(48).toString('base64url'));
  return readFileSync(path, 'utf8').trim();
}
