import { drizzle } from 'drizzle-orm/mysql2';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import type { Transaction } from '#src/db/client.ts';
import * as schema from '#src/db/schema/index.ts';

/** Tables with fewer rows may be read whole. */
const LARGE = 1_000;

export interface QueryPlans {
  connection: Connection;
  /**
   * Runs the queries, takes back what they changed, and looks at what they cost.
   * @returns what is wrong with them; nothing when all is well
   */
  problemsOf(run: (tx: Transaction) => Promise<unknown>, mostRowsRead: number): Promise<string[]>;
  close(): Promise<void>;
}

interface Statement {
  sql: string;
  values: unknown[];
}

/** Watches the statements that query functions send, on MariaDB and MySQL alike. */
export async function watchQueryPlans(url: string): Promise<QueryPlans> {
  const connection = await mysql.createConnection({ uri: url.replace(/^mariadb:/, 'mysql:'), timezone: 'Z' });
  await connection.query('set session transaction isolation level read committed');
  const sent: Statement[] = [];
  const logger = { logQuery: (sql: string, values: unknown[]) => void sent.push({ sql, values }) };
  const db = drizzle({ client: connection, schema, mode: 'planetscale', logger });
  const sizes = await tableSizes(connection);

  async function rows(sql: string, values: unknown[] = []): Promise<RowDataPacket[]> {
    const [result] = await connection.query<RowDataPacket[]>(sql, values as string[]);
    return result;
  }
  /** Rows that this connection has read so far, from tables and indexes. */
  async function rowsRead(): Promise<number> {
    const counters = await rows("show session status like 'Handler_read%'");
    return counters.reduce((sum, counter) => sum + Number(counter['Value']), 0);
  }

  return {
    connection,
    async problemsOf(run, mostRowsRead) {
      sent.length = 0;
      const asked: Statement[] = [];
      let read = 0;
      await db
        .transaction(async (tx) => {
          sent.length = 0;
          // Asking for the counters is counted as well.
          const before = await rowsRead();
          const askingCosts = (await rowsRead()) - before;
          const start = await rowsRead();
          await run(tx);
          read = (await rowsRead()) - start - askingCosts;
          asked.push(...sent);
          throw new TakenBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof TakenBack)) throw error;
        });
      const problems = read > mostRowsRead ? [`reads ${read} rows, more than ${mostRowsRead}`] : [];
      if (asked.length === 0) problems.push('sends no statement');
      for (const { sql, values } of asked) {
        if (/^\s*insert/i.test(sql)) continue;
        const plan = await rows(`explain format=traditional ${sql}`, values);
        const names = namesIn(sql);
        for (const step of plan)
          problems.push(...problemsOfStep(step, names, sizes, read).map((problem) => `${problem}: ${sql}`));
      }
      return problems;
    },
    close: () => connection.end(),
  };
}

class TakenBack extends Error {}

/** @param read rows that were read in all: fewer than a table has when the walk along its index ended with the page */
function problemsOfStep(
  step: RowDataPacket,
  names: Map<string, string>,
  sizes: Map<string, number>,
  read: number,
): string[] {
  const extra = String(step['Extra'] ?? '');
  if (/impossible where|no matching row|no rows/i.test(extra))
    return [`finds nothing, which proves nothing (${extra})`];
  const [name, type] = [step['table'], step['type']];
  // Derived tables, "<derived2>", hold what another step has found.
  if (typeof name !== 'string' || name.startsWith('<')) return [];
  const table = names.get(name);
  const size = sizes.get(table ?? '');
  if (size === undefined) return [`reads "${name}", which is no known table`];
  if (size > LARGE && (type === 'ALL' || (type === 'index' && read >= size)))
    return [`reads all ${size} rows of ${table} (${type}, key ${step['key'] ?? 'none'}, ${extra})`];
  return [];
}

/** Tables by the names that a statement gives them. */
function namesIn(sql: string): Map<string, string> {
  const names = new Map<string, string>();
  const notAName = /^(inner|left|right|join|on|where|set|order|group|limit|for|force|as|having|union)$/i;
  for (const [, table = '', alias = ''] of sql.matchAll(
    /(?:from|join|update)\s+`?(\w+)`?(?:\s+(?:as\s+)?`?(\w+)`?)?/gi,
  ))
    names.set(alias === '' || notAName.test(alias) ? table : alias, table);
  return names;
}

async function tableSizes(connection: Connection): Promise<Map<string, number>> {
  const [tables] = await connection.query<RowDataPacket[]>(
    'select table_name as name from information_schema.tables where table_schema = database()',
  );
  const sizes = new Map<string, number>();
  for (const { name } of tables) {
    const [[row]] = await connection.query<RowDataPacket[]>('select count(*) as n from ??', [name]);
    sizes.set(String(name), Number(row?.['n']));
  }
  return sizes;
}
