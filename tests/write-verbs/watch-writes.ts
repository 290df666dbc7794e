import type { Pool, PoolConnection } from 'mysql2';
import { createDatabase, type Database, type DatabaseHandle } from '#src/db/client.ts';

export interface Writes {
  /** Committed transactions in which something was written. */
  transactions: number;
  /** Statements that wrote outside of any transaction. */
  outside: string[];
}

export interface WatchedDatabase extends DatabaseHandle {
  /** What is written while `work` runs. One at a time: whose a statement is, nothing tells. */
  watch<T>(work: () => Promise<T>): Promise<{ result: T; writes: Writes }>;
}

const isWrite = (sql: string) => /^\s*(insert|update|delete|replace)\b/i.test(sql);

/** The database of a service under test, with an eye on the statements of each connection. */
export function createWatchedDatabase(url: string): WatchedDatabase {
  const handle = createDatabase(url, 4);
  let writes: Writes = { transactions: 0, outside: [] };
  const { $client: pool } = handle.db as Database & { $client: Pool };
  pool.on('connection', (connection: PoolConnection) => watchConnection(connection, () => writes));
  return {
    ...handle,
    async watch(work) {
      writes = { transactions: 0, outside: [] };
      const result = await work();
      return { result, writes };
    },
  };
}

function watchConnection(connection: PoolConnection, writes: () => Writes): void {
  /** Writes of the open transaction; undefined while there is none. */
  let open: number | undefined;
  const note = (sql: string) => {
    if (/^\s*(begin|start transaction)/i.test(sql)) open = 0;
    else if (/^\s*(commit|rollback)\s*;?$/i.test(sql)) {
      if (open && /commit/i.test(sql)) writes().transactions += 1;
      open = undefined;
    } else if (isWrite(sql)) {
      if (open === undefined) writes().outside.push(sql);
      else open += 1;
    }
  };
  for (const method of ['query', 'execute'] as const) {
    const original = connection[method].bind(connection) as (...args: unknown[]) => unknown;
    const watched = (...args: unknown[]) => {
      const [first] = args as [string | { sql: string }];
      note(typeof first === 'string' ? first : first.sql);
      return original(...args);
    };
    Object.assign(connection, { [method]: watched });
  }
}
