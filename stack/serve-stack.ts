import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { claimStack } from './claim.ts';
import { withCleanUp } from './clean-up.ts';
import type { Command } from './command.ts';
import { dataFolderOf, ensureStack } from './ensure-stack.ts';
import { PlainError } from './plain-error.ts';

/** `stack [--name dev] [--data folder]`: the servers alone, until it is interrupted; it prints their URLs as `export` lines. */
export function serveStack({ args, env, steps, signal }: Command): Promise<number> {
  const options = { name: { type: 'string', default: 'dev' }, data: { type: 'string' } } as const;
  const { name, data } = parseArgs({ args, options }).values;
  return withCleanUp(async (atEnd) => {
    const turn = claimStack(dataFolderOf(name, data), { what: 'the stack alone' });
    if ('holder' in turn) throw new PlainError(`${turn.holder.what} already runs here (pid ${turn.holder.pid}).`);
    atEnd(turn.release);
    const stack = await ensureStack({ name, env, onStep: steps.run, signal, ...(data && { dataFolder: data }) });
    atEnd(stack.stop);
    steps.line(`export DATABASE_URL='${stack.databaseUrl}'\nexport REDIS_URL='${stack.redisUrl}'`);
    const keepAlive = setInterval(() => {}, 60_000);
    atEnd(() => clearInterval(keepAlive));
    if (!signal.aborted) await once(signal, 'abort');
    return 0;
  });
}
