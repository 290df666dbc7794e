import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';
import { loadScaled } from '#seeds/scale.ts';
import { requiredEnv } from './env.ts';
import { addTraffic, pickFacts, SEED_DATE, type Facts } from './hot-facts.ts';
import { HOT_QUERIES } from './hot-queries.ts';
import { createOwnDatabase } from './own-database.ts';
import { watchQueryPlans, type QueryPlans } from './query-plans.ts';

const SCALE = 100;
/** Of the 580,000 rows that there are. */
const MOST_ROWS_READ = 1_500;
const root = join(import.meta.dirname, '..');

describe(`with ${SCALE} times the seed data`, () => {
  let database: Awaited<ReturnType<typeof createOwnDatabase>> | undefined;
  let plans: QueryPlans;
  let facts: Facts;

  beforeAll(async () => {
    database = await createOwnDatabase(requiredEnv('DATABASE_URL'), 'explain');
    const documents = await loadKnowledge(join(root, 'seeds/knowledge'));
    await loadScaled(database, { seedDate: SEED_DATE, documents }, SCALE);
    const before = await watchQueryPlans(database.url);
    await addTraffic(before.connection);
    await before.close();
    plans = await watchQueryPlans(database.url);
    facts = await pickFacts(plans.connection);
  }, 300_000);
  afterAll(async () => {
    await plans?.close();
    await database?.drop();
  });

  it.each(Object.entries(HOT_QUERIES))('%s reads along an index, and not too much of it', async (_name, query) => {
    const { run, mostRowsRead } = typeof query === 'function' ? { run: query, mostRowsRead: MOST_ROWS_READ } : query;
    expect(await plans.problemsOf((tx) => run(tx, facts), mostRowsRead)).toEqual([]);
  });

  it('would notice a scan, and too many rows', async () => {
    const scan = await plans.problemsOf(
      (tx) => tx.query.messages.findMany({ where: (m, { like }) => like(m.text, '%gas%') }),
      1_500,
    );
    expect(scan.map((problem) => problem.split(' ', 2).join(' '))).toEqual([
      expect.stringMatching(/^reads \d+/),
      'reads all',
    ]);
  });
});

it('knows every query', async () => {
  const known = new Set(Object.keys(HOT_QUERIES).map((name) => name.split(':')[0]));
  const folder = join(root, 'src/db/queries');
  const unknown: string[] = [];
  for (const file of await readdir(folder)) {
    if (file.endsWith('.test.ts')) continue;
    const module = (await import(join(folder, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      const isQuery = typeof value === 'function' && value.constructor.name === 'AsyncFunction';
      // What only inserts reads nothing.
      if (isQuery && !/^(insert|save|append)/.test(name) && !known.has(name)) unknown.push(`${file}: ${name}`);
    }
  }
  expect(unknown, 'add them to tests/hot-queries.ts').toEqual([]);
});
