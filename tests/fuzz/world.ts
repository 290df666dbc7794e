import { inArray } from 'drizzle-orm';
import * as table from '#src/db/schema/index.ts';
import { createTestCompany } from '#seeds/test-company.ts';
import { createTestConversation } from '../test-accounts.ts';
import type { TestApp } from '../test-app.ts';
import type { Known } from './send.ts';
import { CUSTOMERS, ROLES } from './vocabulary.ts';

/** What is read of answers here; each has some of it. */
interface Body {
  id: string;
  turnId: string;
  accessToken: string;
  refreshToken: string;
  items: { startsAt: string; hour: number }[];
  price: { totalPaise: number };
}

/** A company with people of every kind, bookings, complaints and conversations; and another one beside it. */
export async function createWorld({ url, deps }: TestApp): Promise<Known> {
  const test = await createTestCompany(deps.db, { customers: CUSTOMERS.length, providers: 3, staff: ROLES });
  const other = await createTestCompany(deps.db, { providers: 1 });
  const companyId = test.company.id;
  const tokens = new Map([['forged', `e30.${Buffer.from('{"sub":"usr_1","kind":"staff"}').toString('base64url')}.x`]]);
  const refreshTokens: string[] = [];

  async function call(
    method: string,
    path: string,
    options: { token?: string; body?: unknown; company?: string } = {},
  ) {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'X-Company': options.company ?? companyId,
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(options.token && { Authorization: `Bearer ${options.token}` }),
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  }

  async function signIn(
    name: string,
    path: string,
    { email, password }: { email: string; password: string },
    company = companyId,
  ) {
    const { accessToken, refreshToken } = await call('POST', path, { body: { email, password }, company });
    tokens.set(name, accessToken);
    refreshTokens.push(refreshToken);
  }

  await Promise.all([
    ...CUSTOMERS.map((name, i) => signIn(name, '/auth/login', test.customers[i] ?? test.customer)),
    ...ROLES.filter((role) => role !== 'waiting').map((role) => signIn(role, '/ops/auth/login', test.staff[role])),
    signIn('stranger', '/auth/login', other.customer, other.company.id),
    call('POST', '/auth/guest').then(({ accessToken }) => tokens.set('guest', accessToken)),
  ]);

  const { acRepair, tapRepair, bathroomCleaning } = test.rateCards;
  const { pincode } = test.pincode;
  const free = await call('GET', `/bookings/free-hours?rateCardId=${acRepair.id}&pincode=${pincode}&days=5`);
  // Early enough in the day for the longest job.
  const hours = free.items.filter(({ hour }) => hour < 16).map(({ startsAt }) => startsAt);
  const totals = new Set<number>();
  const own = new Map<string, string[]>();
  const done: string[] = [];
  for (const [i, name] of CUSTOMERS.entries()) {
    const token = tokens.get(name) ?? '';
    const address = { id: test.customers[i]?.addresses[0]?.id ?? '' };
    const booked: string[] = [];
    for (const [j, { id: rateCardId }] of [tapRepair, acRepair, bathroomCleaning].entries()) {
      const job = { rateCardId, quantity: 1, startsAt: hours[i * 8 + j * 2] };
      const { price } = await call('POST', '/bookings/quote', { token, body: { ...job, pincode } });
      totals.add(price.totalPaise);
      const body = { ...job, address, quotedTotalPaise: price.totalPaise };
      booked.push((await call('POST', '/bookings', { token, body })).id);
    }
    const [planned = '', cancelled = '', finished = ''] = booked;
    await call('POST', `/bookings/${cancelled}/cancel`, { token, body: { reason: 'Mistake' } });
    done.push(finished);
    const body = { category: 'quality', description: 'It leaks.', bookingId: planned };
    const complaint = await call('POST', '/complaints', { token, body });
    const { turnId } = await call('POST', '/chat/message', { token, body: { text: 'Thank you' } });
    own.set(`turn@${name}`, [turnId]);
    own.set(`ownBooking@${name}`, [planned, finished, cancelled]);
    own.set(`ownComplaint@${name}`, [complaint.id]);
    own.set(`ownAddress@${name}`, [address.id]);
  }
  const completed = { status: 'completed' as const, completedAt: new Date() };
  await deps.db.update(table.bookings).set(completed).where(inArray(table.bookings.id, done));
  const conversations = await Promise.all(
    test.customers.map(({ id }) => createTestConversation(deps.db, companyId, { userId: id })),
  );

  const { db } = deps;
  const rows = await Promise.all([
    db.query.bookings.findMany({ where: (t, { eq }) => eq(t.companyId, companyId) }),
    db.query.complaints.findMany({ where: (t, { eq }) => eq(t.companyId, companyId) }),
    db.query.refunds.findMany({ where: (t, { eq }) => eq(t.companyId, companyId) }),
    db.query.categories.findMany({ where: (t, { eq }) => eq(t.companyId, companyId) }),
    db.query.staffSessions.findMany({ where: (t, { eq }) => eq(t.companyId, companyId) }),
  ]);
  const [bookings, complaints, refunds, categories, sessions] = rows;
  const [first = '', second = ''] = conversations;
  const things = new Map<string, string[]>([
    ...own,
    ['ownBooking', bookings.map(({ id }) => id)],
    ['ownComplaint', complaints.map(({ id }) => id)],
    ['ownAddress', test.customers.flatMap(({ addresses }) => addresses.map(({ id }) => id))],
    ['booking', bookings.map(({ id }) => id)],
    ['number', bookings.map(({ number }) => number)],
    ['complaint', complaints.flatMap(({ id, number }) => [id, number])],
    ['address', [...test.customers, other.customer].flatMap(({ addresses }) => addresses.map(({ id }) => id))],
    ['rateCard', [acRepair.id, tapRepair.id, bathroomCleaning.id, other.rateCards.acRepair.id]],
    ['slug', [acRepair.slug, tapRepair.slug]],
    ['category', categories.flatMap(({ id, slug }) => [id, slug])],
    ['provider', [...test.providers, ...other.providers].map(({ id }) => id)],
    ['refund', refunds.map(({ id }) => id)],
    ['customer', [...test.customers, other.customer].map(({ id }) => id)],
    ['staff', [test.staff.support_agent.id, test.staff.observer.id, test.staff.waiting.id, test.staff.finance.id]],
    ['session', sessions.map(({ id }) => id)],
    ['role', ['observer', 'support_agent', 'finance', 'owner']],
    ['turn', ['trn_none']],
    ['conversation', [first, second, 'ses_none']],
    ['pincode', [pincode, test.otherPincode.pincode, test.unservedPincode.pincode, '999999']],
    ['company', [companyId, other.company.id, 'none']],
    ['document', ['cancellation-and-refund', 'none']],
    ['hour', hours.slice(-4)],
    ['paise', [...totals].map(String)],
    ['email', [test.customer.email, test.staff.admin.email, 'nobody@example.test']],
    ['password', [test.customer.password, 'blue-kettle-on-stairs', 'wrong']],
    ['refreshToken', refreshTokens],
  ]);
  return { url, companyId, tokens, things };
}
