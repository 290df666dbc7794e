import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDate } from '#src/clock.ts';
import { createDatabase, DUPLICATE_KEY, errnoOf, type Database } from '#src/db/client.ts';
import { selectCompany } from '#src/db/queries/companies.ts';
import { COMPANY_ID, todayInIndia } from './generate/company.ts';
import type { Progress } from './scale.ts';

interface Options {
  ifEmpty: boolean;
  seedDate: string;
  /** How many times the usual amount of data. */
  scale: number;
}

/** Fills a migrated database with the first company. `node seeds/seed.ts [--if-empty] [--date YYYY-MM-DD] [--scale N]` */
async function seed(url: string, db: Database, options: Options): Promise<string> {
  if (await selectCompany(db, COMPANY_ID)) {
    if (options.ifEmpty) return 'The seed data is there already.';
    throw new Error(
      `The company "${COMPANY_ID}" is there already. Seeding starts from an empty database (npm run db:reset)`,
    );
  }
  // Loaded here, so that the usual start, with the data there already, does not pay for it.
  const [{ loadKnowledge }, { plan }, { load }] = await Promise.all([
    import('#src/rag/load-knowledge.ts'),
    import('./plan.ts'),
    import('./load.ts'),
  ]);
  const documents = await loadKnowledge(join(import.meta.dirname, 'knowledge'));
  if (options.scale > 1) {
    const { loadScaled } = await import('./scale.ts');
    const done = await loadScaled({ url, db }, { ...options, documents }, options.scale, progressLine(options.scale));
    return `Seeded ${options.scale} times as of ${options.seedDate}: ${inWords(done)}.`;
  }
  const rows = plan({ seedDate: options.seedDate, documents });
  try {
    await load(db, rows);
  } catch (error) {
    // Another process has seeded the database at the same time; this one's transaction has left nothing.
    if (!options.ifEmpty || errnoOf(error) !== DUPLICATE_KEY || !(await selectCompany(db, COMPANY_ID))) throw error;
    return 'The seed data is there already.';
  }
  const counts = Object.entries(rows).map(([table, { length }]) => `${length} ${table}`);
  return `Seeded as of ${options.seedDate}: ${counts.join(', ')}.`;
}

const LINE_EVERY_SECONDS = 5;

function progressLine(scale: number): (progress: Progress) => void {
  let next = LINE_EVERY_SECONDS;
  return (progress) => {
    if (progress.seconds < next) return;
    next = progress.seconds + LINE_EVERY_SECONDS;
    const left = (progress.seconds / progress.cohorts) * (scale - progress.cohorts);
    console.log(`${progress.cohorts} of ${scale}: ${inWords(progress)}, about ${Math.ceil(left)} s left`);
  };
}

const inWords = ({ rows, seconds }: Progress) =>
  `${rows.toLocaleString('en-IN')} rows in ${Math.round(seconds)} s (${Math.round(rows / seconds)} a second)`;

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { 'if-empty': { type: 'boolean' }, date: { type: 'string' }, scale: { type: 'string' } },
  });
  const seedDate = values.date ?? todayInIndia(new Date());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(seedDate) || !isDate(seedDate))
    throw new Error(`--date must be a day such as 2026-11-21, not "${seedDate}"`);
  const scale = values.scale ?? '1';
  if (!/^[1-9]\d{0,3}$/.test(scale)) throw new Error(`--scale must be a whole number from 1 to 9999, not "${scale}"`);
  return { ifEmpty: values['if-empty'] ?? false, seedDate, scale: Number(scale) };
}

if (import.meta.main) {
  try {
    const options = readOptions(process.argv.slice(2));
    const url = process.env['DATABASE_URL'];
    if (!url) throw new Error('DATABASE_URL is not set');
    const { db, close } = createDatabase(url, 1);
    try {
      console.log(await seed(url, db, options));
    } finally {
      await close();
    }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    console.error(`The database could not be seeded: ${cause instanceof Error ? cause.message : String(cause)}.`);
    process.exitCode = 1;
  }
}
