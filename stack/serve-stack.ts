import { parseArgs } from 'node:util';
import { ensureStack } from './ensure-stack.ts';

/** Brings up the private servers alone, prints their URLs for `eval`, and keeps them until it is told to end. */
const { values } = parseArgs({ options: { name: { type: 'string', default: 'dev' }, data: { type: 'string' } } });
const stack = await ensureStack({ name: values.name, ...(values.data ? { dataFolder: values.data } : {}) });
console.log(`export DATABASE_URL='${stack.databaseUrl}'\nexport REDIS_URL='${stack.redisUrl}'`);
const keepAlive = setInterval(() => {}, 60_000);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, async () => {
    clearInterval(keepAlive);
    await stack.stop();
  });
}
