import { Redis } from 'ioredis';
import { claimStack } from './claim.ts';
import { withCleanUp } from './clean-up.ts';
import type { Command } from './command.ts';
import { migrateAndSeed, recreateDatabase } from './database.ts';
import { dataFolderOf, ensureStack } from './ensure-stack.ts';
import { PlainError } from './plain-error.ts';

/** `npm run db:reset`: an empty database, migrated and seeded; a private Redis is emptied too. */
export function resetDatabase({ env, steps, signal }: Command): Promise<number> {
  if (env['DATABASE_URL'] && env['NODE_ENV'] === 'production') {
    throw new PlainError('Refused: DATABASE_URL is set and NODE_ENV is production. This would delete all of its data.');
  }
  return withCleanUp(async (atEnd) => {
    const turn = claimStack(dataFolderOf('dev'), { what: 'npm run db:reset' });
    if ('holder' in turn) {
      throw new PlainError(`${turn.holder.what} is running (pid ${turn.holder.pid}); end it first: npm run stop`);
    }
    atEnd(turn.release);
    const stack = await ensureStack({ name: 'dev', env, onStep: steps.run, signal });
    atEnd(stack.stop);
    await steps.run('Fresh database', () => recreateDatabase(stack.databaseUrl));
    if (!env['REDIS_URL']) await emptyRedis(stack.redisUrl);
    const scriptEnv = { ...env, DATABASE_URL: stack.databaseUrl, REDIS_URL: stack.redisUrl };
    await steps.run('Schema and seed data', () => migrateAndSeed(scriptEnv, signal));
    return 0;
  });
}

async function emptyRedis(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  await redis.flushdb();
  await redis.quit();
}
