import { drizzle, type MySql2Database } from 'drizzle-orm/mysql2';
import mysql from 'mysql2/promise';
import * as schema from './schema/index.ts';

export type Database = MySql2Database<typeof schema>;
/** A transaction has the same query methods as the client, so queries take either. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
export type Db = Database | Transaction;

export interface DatabaseHandle {
  db: Database;
  close(): Promise<void>;
}

/** A pool of connections in UTC, at READ COMMITTED. `close` waits for running queries. */
export function createDatabase(url: string, poolSize = 10): DatabaseHandle {
  const pool = mysql.createPool({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    connectionLimit: poolSize,
    maxIdle: poolSize,
    timezone: 'Z',
    charset: 'utf8mb4',
    supportBigNumbers: true,
    connectTimeout: 10_000,
    enableKeepAlive: true,
  });
  // Once a connection, instead of a round trip before each transaction. No gap locks: with them, takers of neighbouring
  // hours would wait for each other.
  pool.on('connection', (connection) => {
    connection.query('set session transaction isolation level read committed');
    connection.query("set session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO'");
  });
  const db = drizzle({ client: pool, schema, mode: 'planetscale' });
  return { db, close: () => pool.end() };
}

/** The error number of MySQL behind a drizzle error, e.g. 1062 for a duplicate key. */
export function errnoOf(error: unknown): number | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('errno' in e && typeof e.errno === 'number') return e.errno;
  }
  return undefined;
}

export const DUPLICATE_KEY = 1062;
/** Twenty who fight for one row can make a victim of the same transaction several times in a row. */
const ATTEMPTS = 10;
const RETRYABLE = new Set([1213, 1205, 1020]);

/** Runs `work` in a transaction, again when the database chose it as the victim of a deadlock: it must have no other effect. */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRYABLE.has(errnoOf(error) ?? 0)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 1.5 ** attempt));
    }
  }
}
