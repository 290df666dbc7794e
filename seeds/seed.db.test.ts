import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requiredEnv } from '#tests/env.ts';
import { COMPANY_ID } from './generate/company.ts';
import { DEMO_CUSTOMER_EMAIL } from './generate/users.ts';

/** Against the seeded database that other suites use as well: only what the seed wrote is counted. */
describe('the seeded database', () => {
  let connection: Connection;
  /** The seed date's first instant. The company was created 420 days before it, at 11:00 IST. */
  let begin: Date;

  beforeAll(async () => {
    connection = await mysql.createConnection({ uri: requiredEnv('DATABASE_URL'), timezone: 'Z' });
    const [company] = await select('select created_at from companies where id = ?', [COMPANY_ID]);
    begin = new Date(company?.['created_at'].getTime() + (420 * 24 - 11) * 3_600_000);
  });
  afterAll(() => connection.end());

  async function select(query: string, values: unknown[] = []): Promise<RowDataPacket[]> {
    const [rows] = await connection.query<RowDataPacket[]>(query, values);
    return rows;
  }

  async function count(query: string, values: unknown[] = []): Promise<number> {
    const [row] = await select(`select count(*) as n ${query}`, values);
    return Number(row?.['n']);
  }

  it.each([
    ['users', 150],
    ['addresses', 198],
    ['providers', 120],
    ['categories', 12],
    ['subcategories', 76],
    ['rate_cards', 156],
    ['bookings', 139],
    ['messages', 1192],
    ['events', 872],
    ['complaints', 120],
    ['complaint_updates', 180],
    ['priority_queue', 100],
    ['roles', 8],
    ['staff', 5],
    ['refunds', 16],
    ['staff_activity_log', 43],
  ])('has in %s %i rows of the company', async (table, rows) => {
    const query = 'from ?? where company_id = ? and created_at < ?';
    expect(await count(query, [table, COMPANY_ID, begin])).toBe(rows);
  });

  it('has the rows that hang on others', async () => {
    const items =
      'from booking_items i join bookings b on b.id = i.booking_id where b.company_id = ? and b.created_at < ?';
    expect(await count(items, [COMPANY_ID, begin])).toBe(294);
    const offers = 'from rate_card_pincodes p join rate_cards c on c.id = p.rate_card_id where c.company_id = ?';
    expect(await count(offers, [COMPANY_ID])).toBeGreaterThanOrEqual(243);
    const areas = 'from provider_pincodes a join providers p on p.id = a.provider_id where p.company_id = ?';
    expect(await count(areas, [COMPANY_ID])).toBeGreaterThanOrEqual(92);
    expect(await count('from permissions')).toBe(30);
    expect(await select('select count(distinct module) as n from permissions')).toEqual([{ n: 11 }]);
    expect(await count('from pincodes')).toBeGreaterThanOrEqual(171);
    expect(await select('select count(distinct city) as n from pincodes')).toEqual([{ n: 20 }]);
  });

  it('keeps every booked hour taken for good', async () => {
    const free = `from bookings b where b.company_id = ? and b.created_at < ? and b.status <> 'cancelled'
      and timestampdiff(hour, b.starts_at, b.ends_at) <> (select count(*) from slot_holds s
        where s.booking_id = b.id and s.provider_id = b.provider_id and s.expires_at is null
          and s.hour >= b.starts_at and s.hour < b.ends_at)`;
    expect(await count(free, [COMPANY_ID, begin])).toBe(0);
  });

  it('counts the messages of each conversation right', async () => {
    const wrong = `from conversations c where c.company_id = ? and c.last_message_at < ? and c.message_count <>
      (select count(*) from messages m where m.conversation_id = c.id)`;
    expect(await count(wrong, [COMPANY_ID, begin])).toBe(0);
  });

  it('stores text of all kinds as it was written, and instants in UTC', async () => {
    const [booking] = await select(
      `select b.starts_at, b.address from bookings b join users u on u.id = b.user_id
       where u.company_id = ? and u.email = ? and b.created_at < ? order by b.starts_at desc limit 1`,
      [COMPANY_ID, DEMO_CUSTOMER_EMAIL, begin],
    );
    expect(booking?.['starts_at'].getTime()).toBeGreaterThan(begin.getTime());
    const address = booking?.['address'];
    const { locality } = typeof address === 'string' ? JSON.parse(address) : address;
    expect(locality).toBe('Indiranagar');
    expect(await count("from messages where company_id = ? and text like '%₹%'", [COMPANY_ID])).toBeGreaterThan(50);
  });
});
