import { setTimeout as sleep } from 'node:timers/promises';
import { createTestCompany } from '#seeds/test-company.ts';
import { issueToken } from '#src/services/auth/tokens.ts';
import { requiredEnv } from '../env.ts';
import { createOwnDatabase } from '../own-database.ts';
import { audit } from './audit.ts';
import { createChaosClient } from './client.ts';
import { liveAs, type Told } from './customer.ts';
import { createServerAt } from './servers.ts';

/**
 * Customers talk to two processes that share a database and Redis, while one of them is killed (-9) at a random moment and
 * started again, over and over. Nothing may be lost, doubled or told wrongly. `CHAOS_KILLS` and `CHAOS_CUSTOMERS` set how
 * much; exits with 1 when a rule was broken.
 */
const KILLS = Number(process.env['CHAOS_KILLS'] ?? 20);
const CUSTOMERS = Number(process.env['CHAOS_CUSTOMERS'] ?? 12);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const SECRET = 'a-secret-of-the-chaos-and-of-nothing-else';

const database = await createOwnDatabase(requiredEnv('DATABASE_URL'), 'chaos');
const { company, customers } = await createTestCompany(database.db, { providers: 60, customers: CUSTOMERS });
const env = {
  ...process.env,
  NODE_ENV: 'test',
  LOG_LEVEL: process.env['CHAOS_LOG'] ?? 'error',
  DATABASE_URL: database.url,
  DEFAULT_COMPANY: company.id,
  JWT_SECRET: SECRET,
  RATE_LIMIT_IP_PER_MINUTE: '0',
  RATE_LIMIT_USER_PER_MINUTE: '0',
};
const servers = await Promise.all([createServerAt(env), createServerAt(env)]);
await Promise.all(servers.map((server) => server.start()));

const pick = () => {
  const ready = servers.filter((server) => server.isReady());
  return ready[Math.floor(Math.random() * ready.length)]?.url;
};
const over = new AbortController();
const problems: string[] = [];
const lives = customers.map(async ({ id }): Promise<Told> => {
  const scope = { secret: SECRET, companyId: company.id, now: new Date() };
  const token = issueToken(scope, { kind: 'customer', sub: id }, 24 * 3_600);
  return liveAs(createChaosClient({ pick, companyId: company.id, token }), over.signal);
});
for (const life of lives) life.catch((error: unknown) => problems.push(String(error)));

const startedAt = Date.now();
for (let kills = 0; kills < KILLS && problems.length === 0; kills++) {
  await sleep(300 + Math.random() * 2_500);
  const victim = servers[kills % 2];
  await victim?.kill();
  await sleep(Math.random() * 500);
  await victim?.start();
}
over.abort();
const told = (await Promise.allSettled(lives)).flatMap((life) => (life.status === 'fulfilled' ? [life.value] : []));
const findings = await audit(database.db, company.id, told);
await Promise.all(servers.map((server) => server.stop()));
await database.drop();

const exchanges = told.flatMap((customer) => customer.exchanges);
const times = exchanges.map((exchange) => exchange.milliseconds).toSorted((a, b) => a - b);
const counts = new Map<string, number>();
for (const customer of told) for (const [type, n] of customer.counts) counts.set(type, (counts.get(type) ?? 0) + n);
say(
  [
    `${KILLS} kills in ${Math.round((Date.now() - startedAt) / 1_000)} s, ${exchanges.length} turns of ${told.length} customers`,
    `  run again elsewhere: ${exchanges.filter((e) => e.wasRestarted).length}; streams taken up again: ${exchanges.reduce((n, e) => n + e.reconnects, 0)}`,
    `  time of a turn: p50 ${times[Math.floor(times.length / 2)]} ms, longest ${times.at(-1)} ms`,
    `  told: ${[...counts].map(([type, n]) => `${n} ${type}`).join(', ')}; wishes given up: ${told.reduce((n, c) => n + c.givenUp, 0)}`,
  ].join('\n'),
);
const broken = findings.filter((finding) => finding.broken.length > 0);
for (const { rule, broken: where } of broken) say(`✗ ${rule}:\n    ${where.slice(0, 10).join('\n    ')}`);
for (const problem of problems) say(`✗ ${problem}`);
const failed = broken.length + (problems.length > 0 ? 1 : 0);
say(`${findings.length + 1 - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
