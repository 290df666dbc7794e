import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/mysql2';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/mysql2/migrator';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import * as schema from './schema/index.ts';
import { syncRbac } from './sync-rbac.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
const LOCK_SECONDS = 120;

/**
 * Brings the database up to the newest migration, and permissions and roles up to this version; with nothing to do it
 * takes a few milliseconds. Processes that start at once wait for each other.
 * @param url `mysql://user:password@host:port/database`; the database must exist
 * @returns the number of migrations that were applied
 */
export async function migrateDatabase(url: string, migrationsFolder = MIGRATIONS): Promise<number> {
  const connection = await mysql.createConnection({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    timezone: 'Z',
    charset: 'utf8mb4',
    connectTimeout: 10_000,
  });
  try {
    // Named locks belong to the server, not to the database: the name says which one.
    const name = `migrate ${connection.config.database ?? ''}`.slice(0, 64);
    const [lock] = await rows(connection, 'select get_lock(?, ?) as taken', [name, LOCK_SECONDS]);
    if (lock?.['taken'] !== 1)
      throw new Error(`another process has been migrating this database for ${LOCK_SECONDS} seconds`);
    const before = await countApplied(connection);
    if (before === 0) await dropUnfinishedStart(connection, migrationsFolder);
    const db = drizzle({ client: connection, schema, mode: 'planetscale' });
    await migrate(db, { migrationsFolder });
    await syncRbac(db);
    return (await countApplied(connection)) - before;
  } finally {
    // Closing gives the lock back.
    await connection.end();
  }
}

async function rows(connection: Connection, query: string, values: unknown[] = []): Promise<RowDataPacket[]> {
  const [result] = await connection.query<RowDataPacket[]>(query, values);
  return result;
}

async function countApplied(connection: Connection): Promise<number> {
  if ((await rows(connection, 'show tables like ?', ['\\_\\_drizzle\\_migrations'])).length === 0) return 0;
  const [row] = await rows(connection, 'select count(*) as n from `__drizzle_migrations`');
  return Number(row?.['n'] ?? 0);
}

/**
 * MySQL cannot roll back a migration that was cut off. When it was the very first one, nothing can have been written
 * yet: its empty tables go, and it starts again. A table with rows is somebody else's and is left alone.
 */
async function dropUnfinishedStart(connection: Connection, migrationsFolder: string): Promise<void> {
  const [first] = readMigrationFiles({ migrationsFolder });
  const ours = first?.sql.flatMap((statement) => /^\s*create table `(\w+)`/i.exec(statement)?.[1] ?? []) ?? [];
  const existing = new Set((await rows(connection, 'show tables')).flatMap((row) => Object.values(row)));
  const leftOver = ours.filter((table) => existing.has(table));
  for (const table of leftOver)
    if ((await rows(connection, 'select 1 from ?? limit 1', [table])).length > 0)
      throw new Error(`the table "${table}" exists already, with rows, and was not made by these migrations`);
  if (leftOver.length === 0) return;
  await connection.query('set foreign_key_checks = 0');
  for (const table of leftOver) await connection.query('drop table ??', [table]);
  await connection.query('set foreign_key_checks = 1');
}

if (import.meta.main) {
  try {
    const url = process.env['DATABASE_URL'];
    if (!url) throw new Error('DATABASE_URL is not set');
    const applied = await migrateDatabase(url);
    console.log(applied > 0 ? `Database migrated (${applied} applied).` : 'Database is up to date.');
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    console.error(`The database could not be migrated: ${cause instanceof Error ? cause.message : String(cause)}.`);
    process.exitCode = 1;
  }
}
