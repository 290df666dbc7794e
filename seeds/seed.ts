import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDate } from '#src/clock.ts';
import { createDatabase, DUPLICATE_KEY, errnoOf, type Database } from '#src/db/client.ts';
import { selectCompany } from '#src/db/queries/companies.ts';
import { COMPANY_ID, todayInIndia } from './generate/company.ts';

/** Fills a migrated database with the first company. `node seeds/seed.ts [--if-empty] [--date YYYY-MM-DD]` */
async function seed(db: Database, options: { ifEmpty: boolean; seedDate: string }): Promise<string> {
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

function readOptions(args: string[]): { ifEmpty: boolean; seedDate: string } {
  const { values } = parseArgs({ args, options: { 'if-empty': { type: 'boolean' }, date: { type: 'string' } } });
  const seedDate = values.date ?? todayInIndia(new Date());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(seedDate) || !isDate(seedDate))
    throw new Error(`--date must be a day such as 2026-11-21, not "${seedDate}"`);
  return { ifEmpty: values['if-empty'] ?? false, seedDate };
}

if (import.meta.main) {
  try {
    const options = readOptions(process.argv.slice(2));
    const url = process.env['DATABASE_URL'];
    if (!url) throw new Error('DATABASE_URL is not set');
    const { db, close } = createDatabase(url, 1);
    try {
      console.log(await seed(db, options));
    } finally {
      await close();
    }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    console.error(`The database could not be seeded: ${cause instanceof Error ? cause.message : String(cause)}.`);
    process.exitCode = 1;
  }
}
