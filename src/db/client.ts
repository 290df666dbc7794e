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

/** A pool of connections in UTC. `close` waits for running queries. */
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
const RETRYABLE = new Set([1213, 1205, 1020]);

/**
 * Runs `work` in a transaction without gap locks (READ COMMITTED), again when the database chose it as the victim of
 * a deadlock. `work` must have no effect outside the transaction.
 */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work, { isolationLevel: 'read committed' });
    } catch (error) {
      if (attempt >= 5 || !RETRYABLE.has(errnoOf(error) ?? 0)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}
