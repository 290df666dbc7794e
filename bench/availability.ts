import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import { createDatabase, type Transaction } from '#src/db/client.ts';
import { selectServicesAt } from '#src/db/queries/places.ts';
import { selectProvidersDoing, selectTakenHours } from '#src/db/queries/slot-holds.ts';
import { createRandom } from '#seeds/generate/random.ts';
import { pickFacts } from '#tests/hot-facts.ts';
import { HOT_QUERIES } from '#tests/hot-queries.ts';
import { scaledDatabase } from './scaled-database.ts';

/**
 * What the database takes for the free hours of a week, at a place and for a service drawn anew each time, and for every
 * query that requests make: from the client's side, one at a time. The floor is `select 1`. `--scale 1000` makes the
 * data once, in a database of its own; else the largest that is there is used.
 */
const { values: options } = parseArgs({
  options: { scale: { type: 'string' }, rounds: { type: 'string', default: '200' } },
});
const rounds = Number(options.rounds);
const url = process.env['DATABASE_URL'];
if (!url) throw new Error('DATABASE_URL is not set');
const database = await scaledDatabase(url, options.scale ? Number(options.scale) : undefined);
const { db, close } = createDatabase(database.url, 2);
const connection = await mysql.createConnection({ uri: database.url, timezone: 'Z' });
const facts = await pickFacts(connection);
const [offers] = await connection.query<RowDataPacket[]>(
  `select p.pincode, c.id, c.subcategory_id as subcategoryId from rate_card_pincodes p
   join rate_cards c on c.id = p.rate_card_id order by p.pincode, c.id`,
);
await connection.end();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
async function measure(work: () => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < Math.ceil(rounds / 10); i++) await work();
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) times.push(await timed(work));
  return times.toSorted((a, b) => a - b);
}
const quantile = (times: number[], q: number) => times[Math.floor(q * (times.length - 1))] ?? Number.NaN;
const row = (name: string, ...cells: string[]) =>
  console.log(name.padEnd(52) + cells.map((cell) => cell.padStart(9)).join(''));

const random = createRandom('availability');
let found = 0;
let taken = 0;
/** As `listFreeHours` asks: whether the service is offered there, who does it, and which of their hours are gone. */
async function availability(): Promise<void> {
  const { id, subcategoryId, pincode } = random.pick(offers) as { id: string; subcategoryId: string; pincode: string };
  const [, providers] = await Promise.all([
    selectServicesAt(db, facts.companyId, pincode, [id]),
    selectProvidersDoing(db, { companyId: facts.companyId, subcategoryIds: [subcategoryId], pincode }),
  ]);
  const hours = await selectTakenHours(db, {
    providerIds: providers.map((provider) => provider.id),
    ...{ from: facts.now, to: facts.days(7), now: facts.now },
  });
  found += providers.length;
  taken += hours.length;
}

class TakenBack extends Error {}
/** The time of the queries alone; what they changed is taken back. */
async function inside(run: (tx: Transaction) => Promise<unknown>): Promise<number> {
  let time = 0;
  await db
    .transaction(async (tx) => {
      time = await timed(() => run(tx));
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return time;
}

console.log(`On ${database.scale} times the seed data, ${rounds} rounds, one at a time, milliseconds\n`);
row('', 'p50', 'p95', '× floor');
const floor = await measure(() => db.execute(sql`select 1`));
const report = (name: string, times: number[]) =>
  row(
    name,
    quantile(times, 0.5).toFixed(2),
    quantile(times, 0.95).toFixed(2),
    (quantile(times, 0.5) / quantile(floor, 0.5)).toFixed(1),
  );
report('floor: select 1', floor);
found = taken = 0;
report('availability: a service at a place, seven days', await measure(availability));
const runs = rounds + Math.ceil(rounds / 10);
console.log(`  (${Math.round(found / runs)} professionals and ${Math.round(taken / runs)} taken hours on average)\n`);

const results: { name: string; times: number[] }[] = [];
for (const [name, query] of Object.entries(HOT_QUERIES)) {
  const run = typeof query === 'function' ? query : query.run;
  const times: number[] = [];
  for (let i = 0; i < Math.max(20, rounds / 5); i++) times.push(await inside((tx) => run(tx, facts)));
  results.push({ name, times: times.toSorted((a, b) => a - b) });
}
for (const { name, times } of results.toSorted((a, b) => quantile(b.times, 0.5) - quantile(a.times, 0.5)))
  report(name, times);
await close();
