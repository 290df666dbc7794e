import { z } from 'zod';
import type { Deps } from '#src/deps.ts';
import { defineRoute } from '../route.ts';

const DEADLINE_MS = 1_000;
const Outcome = z.enum(['ok', 'failed']);
type Outcome = z.output<typeof Outcome>;

export const liveRoute = defineRoute({
  method: 'GET',
  path: '/health/live',
  summary: 'The process answers.',
  auth: 'none',
  response: z.strictObject({ status: z.literal('ok') }),
  status: 200,
  handler: async () => ({ body: { status: 'ok' as const } }),
});

export const readyRoute = defineRoute({
  method: 'GET',
  path: '/health/ready',
  summary: 'The process can serve: 503 while the database or Redis cannot be reached.',
  auth: 'none',
  response: z.strictObject({ status: Outcome, checks: z.strictObject({ database: Outcome, redis: Outcome }) }),
  status: 200,
  otherStatuses: [503],
  async handler({ deps }) {
    const [database, redis] = await Promise.all([
      check(deps, 'database', () => deps.db.execute('select 1')),
      check(deps, 'redis', () => deps.redis.ping()),
    ]);
    const status: Outcome = database === 'ok' && redis === 'ok' ? 'ok' : 'failed';
    return { status: status === 'ok' ? 200 : 503, body: { status, checks: { database, redis } } };
  },
});

async function check({ log }: Deps, what: string, probe: () => PromiseLike<unknown>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${DEADLINE_MS} ms`)), DEADLINE_MS);
  });
  try {
    await Promise.race([probe(), late]);
    return 'ok';
  } catch (error) {
    log.warn({ check: what, error: error instanceof Error ? error.message : String(error) }, 'not ready');
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
