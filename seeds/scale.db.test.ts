import { join } from 'node:path';
import type { RowDataPacket } from 'mysql2/promise';
import mysql, { type Connection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';
import { requiredEnv } from '#tests/env.ts';
import { createOwnDatabase } from '#tests/own-database.ts';
import { loadScaled, type Progress } from './scale.ts';

const SCALE = 3;

describe('a scaled seed', () => {
  let database: Awaited<ReturnType<typeof createOwnDatabase>>;
  let connection: Connection;
  let done: Progress;

  beforeAll(async () => {
    database = await createOwnDatabase(requiredEnv('DATABASE_URL'), 'scale');
    const documents = await loadKnowledge(join(import.meta.dirname, 'knowledge'));
    done = await loadScaled(database, { seedDate: '2026-11-20', documents }, SCALE);
    connection = await mysql.createConnection({ uri: database.url, timezone: 'Z' });
  }, 120_000);
  afterAll(async () => {
    await connection?.end();
    await database?.drop();
  });

  async function select(query: string, values: unknown[] = []): Promise<RowDataPacket[]> {
    const [rows] = await connection.query<RowDataPacket[]>(query, values as string[]);
    return rows;
  }
  const count = async (query: string) => Number((await select(`select count(*) as n ${query}`))[0]?.['n']);

  it.each([
    ['users', 150],
    ['addresses', 198],
    ['providers', 120],
    ['bookings', 139],
    ['turns', 596],
    ['messages', 1192],
    ['complaints', 120],
    ['complaint_updates', 180],
    ['priority_queue', 100],
    ['refunds', 16],
  ])('multiplies %s', async (table, once) => {
    expect(await count(`from \`${table}\``)).toBeGreaterThanOrEqual(once * SCALE * 0.97);
    expect(await count(`from \`${table}\``)).toBeLessThanOrEqual(once * SCALE * 1.03);
  });

  it('leaves the company, its catalogue and its staff as they are, and counts what it wrote', async () => {
    expect(await count('from companies')).toBe(1);
    expect(await count('from rate_cards')).toBe(156);
    expect(await count('from staff')).toBe(5);
    expect(await count("from users where role = 'ops'")).toBe(50);
    const names = await select(
      "select table_name as name from information_schema.tables where table_schema = database() and table_name not like '\\_\\_%'",
    );
    let rows = 0;
    for (const { name } of names) rows += await count(`from \`${name}\``);
    // What follows from other rows is not counted as written.
    expect(done.rows).toBe(rows - (await count('from provider_services')));
  });

  it('breaks no foreign key, though they were not checked while it wrote', async () => {
    const keys = await select(
      `select table_name as child, column_name as col, referenced_table_name as parent, referenced_column_name as ref
       from information_schema.key_column_usage
       where table_schema = database() and referenced_table_name is not null`,
    );
    expect(keys.length).toBeGreaterThan(40);
    for (const { child, col, parent, ref } of keys)
      expect(
        await count(
          `from \`${child}\` c left join \`${parent}\` p on p.\`${ref}\` = c.\`${col}\`
           where c.\`${col}\` is not null and p.\`${ref}\` is null`,
        ),
        `${child}.${col}`,
      ).toBe(0);
  });

  it('repeats no unique value, though they were not checked either', async () => {
    const keys = await select(
      `select table_name as tab, index_name as name, group_concat(concat('\`', column_name, '\`')) as cols
       from information_schema.statistics
       where table_schema = database() and non_unique = 0 and table_name not like '\\_\\_%'
       group by table_name, index_name`,
    );
    expect(keys.length).toBeGreaterThan(40);
    for (const { tab, name, cols } of keys) {
      const filled = String(cols)
        .split(',')
        .map((col) => `${col} is not null`)
        .join(' and ');
      // Read from the rows, not from the index that is in question.
      const rows = `(select ${cols} from \`${tab}\` ignore index (\`${name}\`) where ${filled} group by ${cols} having count(*) > 1) d`;
      expect(await count(`from ${rows}`), `${tab}.${name}`).toBe(0);
    }
  });

  it('keeps the hours of every booking that was not cancelled', async () => {
    const free = `from bookings b where b.status <> 'cancelled'
      and timestampdiff(hour, b.starts_at, b.ends_at) <> (select count(*) from slot_holds s
        where s.booking_id = b.id and s.provider_id = b.provider_id and s.hour >= b.starts_at and s.hour < b.ends_at)`;
    expect(await count(free)).toBe(0);
  });

  it('tells of the past as the past: nothing is still to be done before the seed date', async () => {
    const begin = '2026-11-19 18:30:00';
    expect(await count(`from bookings where starts_at < '${begin}' and status in ('pending', 'confirmed')`)).toBe(0);
    expect(await count(`from bookings where created_at >= '${begin}'`)).toBe(0);
    expect(await count(`from complaints where resolved_at is null and created_at < '${begin}' - interval 21 day`)).toBe(
      0,
    );
  });
});
