import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import mysql, { type Connection, type SqlValue } from 'mysql2/promise';
import * as tables from '#src/db/schema/index.ts';
import type { CohortRows } from './plan.ts';

const ROWS_PER_STATEMENT = 2_000;
/** One is fed while the server works on the other's statement: more than that gains nothing on two cores. */
const CONNECTIONS = 2;

type TableKey = keyof CohortRows;
/** Parents first, for whoever looks while it runs. */
const TABLES = {
  users: tables.users,
  addresses: tables.addresses,
  providers: tables.providers,
  providerSubcategories: tables.providerSubcategories,
  providerPincodes: tables.providerPincodes,
  conversations: tables.conversations,
  turns: tables.turns,
  messages: tables.messages,
  bookings: tables.bookings,
  bookingItems: tables.bookingItems,
  slotHolds: tables.slotHolds,
  refunds: tables.refunds,
  complaints: tables.complaints,
  complaintUpdates: tables.complaintUpdates,
  priorityQueue: tables.priorityQueue,
  staffActivityLog: tables.staffActivityLog,
  events: tables.events,
} satisfies Record<TableKey, Table>;
type Row = Record<string, unknown>;

export interface BulkLoad {
  /** Takes rows; resolves when there is room for more. */
  add(rows: CohortRows): Promise<void>;
  /** Writes what is left, and renews the statistics that the database plans its queries with. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Writes many rows fast: statements of 2,000 rows on two connections, whose foreign keys and unique keys are not
 * checked as the rows come. What is given must be right: nothing is rolled back when it is cut off half-way.
 */
export async function startBulkLoad(url: string): Promise<BulkLoad> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => connect(url)));
  const running = new Map<Connection, Promise<void>>();
  const waiting = new Map<TableKey, Row[]>();
  const inserts = new Map<TableKey, ReturnType<typeof insertOf>>();
  const touched = new Set<TableKey>();

  /** The connection that is done first; a statement that failed fails here. */
  async function idle(): Promise<Connection> {
    const free = connections.find((connection) => !running.has(connection));
    if (free) return free;
    await Promise.race(running.values());
    return idle();
  }

  async function write(key: TableKey, rows: readonly Row[]): Promise<void> {
    touched.add(key);
    const insert = inserts.get(key) ?? insertOf(key);
    inserts.set(key, insert);
    const connection = await idle();
    const work = connection.query(insert(rows)).then(() => void running.delete(connection));
    // It is looked at by whoever wants the connection next; until then a failure is nobody's.
    work.catch(() => {});
    running.set(connection, work);
  }

  return {
    async add(rows) {
      for (const key of Object.keys(TABLES) as TableKey[]) {
        const list: Row[] = waiting.get(key) ?? [];
        for (const row of rows[key]) list.push(row);
        while (list.length >= ROWS_PER_STATEMENT) await write(key, list.splice(0, ROWS_PER_STATEMENT));
        waiting.set(key, list);
      }
    },
    async finish() {
      for (const [key, rows] of waiting) if (rows.length > 0) await write(key, rows);
      waiting.clear();
      await Promise.all(running.values());
      const names = [...touched].map((key) => getTableName(TABLES[key]));
      if (names.length > 0) await connections[0]?.query(`analyze table ${names.join(', ')}`);
    },
    async close() {
      await Promise.allSettled(running.values());
      await Promise.all(connections.map((connection) => connection.end()));
    },
  };
}

async function connect(url: string): Promise<Connection> {
  const connection = await mysql.createConnection({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    timezone: 'Z',
    charset: 'utf8mb4',
  });
  await connection.query("set session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO'");
  await connection.query('set session foreign_key_checks = 0');
  await connection.query('set session unique_checks = 0');
  return connection;
}

/** Makes statements for a table: the columns' own conversions, but none of the query builder's work for each value. */
function insertOf(key: TableKey): (rows: readonly Row[]) => string {
  const table = TABLES[key];
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `\`${column.name}\``).join(', ');
  const head = `insert into \`${getTableName(table)}\` (${names}) values `;
  const valueOf = (value: unknown, map: (value: unknown) => unknown) =>
    value === undefined ? 'default' : value === null ? 'null' : mysql.escape(map(value) as SqlValue);
  const mappers = columns.map(
    ([property, column]) => [property, (value: unknown): unknown => column.mapToDriverValue(value)] as const,
  );
  return (rows) =>
    head + rows.map((row) => `(${mappers.map(([property, map]) => valueOf(row[property], map)).join(',')})`).join(',');
}
