import { eq, inArray } from 'drizzle-orm';
import type { Json } from '#src/api/openapi/json.ts';
import * as table from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { createTestCompany } from '#seeds/test-company.ts';
import { tokenOf } from '../call-api.ts';
import { createTestConversation } from '../test-accounts.ts';
import type { TestApp } from '../test-app.ts';
import { learnBody, type Known } from './known.ts';
import { CUSTOMERS, LEAVERS, ROLES } from './vocabulary.ts';

/** What is read of answers here; each has some of it. */
interface Body {
  id: string;
  turnId: string;
  accessToken: string;
  refreshToken: string;
  items: { startsAt: string; hour: number }[];
  price: { totalPaise: number };
}

/** What a world tells of itself before anybody acts in it: messages are sent already while it is made. */
export type Begun = (known: Known) => void;

/**
 * A company with people of every kind, bookings, complaints and conversations; and another one beside it. Messages wait
 * for their readers: codes that prove an e-mail address, a phone, or let choose a password.
 */
export async function createWorld(app: TestApp, begun: Begun): Promise<Known> {
  const { url, deps } = app;
  const names = [...CUSTOMERS, ...LEAVERS];
  const test = await createTestCompany(deps.db, { customers: names.length, providers: 3, staff: ROLES });
  const other = await createTestCompany(deps.db, { providers: 1 });
  const companyId = test.company.id;
  const tokens = new Map([['forged', `e30.${Buffer.from('{"sub":"usr_1","kind":"staff"}').toString('base64url')}.x`]]);
  const refreshTokens: string[] = [];
  const accounts = new Map<string, { id: string; kind: 'customer' | 'staff' }>([
    ...names.map((name, i) => [name, { id: test.customers[i]?.id ?? '', kind: 'customer' as const }] as const),
    ...ROLES.filter((role) => role !== 'waiting').map(
      (role) => [role, { id: test.staff[role].id, kind: 'staff' as const }] as const,
    ),
  ]);
  const rowsOfUsers = await deps.db.select().from(table.users).where(eq(table.users.companyId, companyId));
  const people = new Map(
    [...accounts].flatMap(([name, { id }]) => {
      const row = rowsOfUsers.find((user) => user.id === id);
      return [id, row?.email ?? '', row?.phone ?? ''].map((key) => [key, name] as const);
    }),
  );
  const things = new Map<string, string[]>();
  for (const [name, { id }] of accounts) {
    const row = rowsOfUsers.find((user) => user.id === id);
    things.set(`myEmail@${name}`, [row?.email ?? '']);
    things.set(`myPhone@${name}`, [row?.phone ?? '']);
  }
  const known: Known = {
    ...{ url, companyId, tokens, things, people, versions: new Map() },
    renewed(actor) {
      const account = accounts.get(actor);
      return account && tokenOf(app, companyId, account);
    },
  };
  begun(known);

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
    return (await response.json()) as Body & Json;
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
    ...names.map((name, i) => signIn(name, '/auth/login', test.customers[i] ?? test.customer)),
    ...ROLES.filter((role) => role !== 'waiting').map((role) => signIn(role, '/ops/auth/login', test.staff[role])),
    signIn('stranger', '/auth/login', other.customer, other.company.id),
    call('POST', '/auth/guest').then(({ accessToken }) => tokens.set('guest', accessToken)),
  ]);

  // Asked for early: the answer to a forgotten password takes its time.
  const asked = Promise.all(
    CUSTOMERS.slice(0, 2).flatMap((name, i) => [
      call('POST', '/auth/password/forgot', { body: { email: test.customers[i]?.email } }),
      call('POST', '/users/me/verification/email', { token: tokens.get(name) ?? '' }),
      call('POST', '/users/me/verification/phone', { token: tokens.get(name) ?? '' }),
    ]),
  );

  const { acRepair, acGasRefill, tapRepair, bathroomCleaning } = test.rateCards;
  const { pincode } = test.pincode;
  const free = await call('GET', `/bookings/free-hours?item=${acRepair.id}&pincode=${pincode}&days=10`);
  // Early enough in the day for the longest job.
  const hours = free.items.filter(({ hour }) => hour < 16).map(({ startsAt }) => startsAt);
  const totals = new Set<number>();
  const own = new Map<string, string[]>();
  const done: string[] = [];
  for (const [i, name] of CUSTOMERS.entries()) {
    const token = tokens.get(name) ?? '';
    const address = { id: test.customers[i]?.addresses[0]?.id ?? '' };
    const booked: string[] = [];
    const jobs = [tapRepair, acRepair, bathroomCleaning, acGasRefill];
    for (const [j, { id: rateCardId }] of jobs.entries()) {
      // Two refills cost so much that their refund waits for approval.
      const job = { items: [{ rateCardId, quantity: j === 3 ? 2 : 1 }], startsAt: hours[i * 8 + j * 2] };
      const { price } = await call('POST', '/bookings/quote', { token, body: { ...job, pincode } });
      totals.add(price.totalPaise);
      const body = { ...job, address, quotedTotalPaise: price.totalPaise };
      booked.push((await call('POST', '/bookings', { token, body })).id);
    }
    const [planned = '', cancelled = '', finished = '', expensive = ''] = booked;
    for (const id of [cancelled, expensive])
      await call('POST', `/bookings/${id}/cancel`, { token, body: { reason: 'Mistake' } });
    done.push(finished);
    const body = { category: 'quality', description: 'It leaks.', bookingId: planned };
    const complaint = await call('POST', '/complaints', { token, body });
    const { turnId } = await call('POST', '/chat/message', { token, body: { text: 'Thank you' } });
    own.set(`turn@${name}`, [turnId]);
    own.set(`ownBooking@${name}`, [planned, finished, cancelled]);
    own.set(`doneBooking@${name}`, [finished]);
    own.set(`ownComplaint@${name}`, [complaint.id]);
    own.set(`openBooking@${name}`, [planned]);
    own.set(`customer@${name}`, [test.customers[i]?.id ?? '']);
    own.set(`ownAddress@${name}`, [address.id]);
  }
  const completed = { status: 'completed' as const, completedAt: new Date() };
  await deps.db.update(table.bookings).set(completed).where(inArray(table.bookings.id, done));
  const conversations = await Promise.all(
    test.customers.map(({ id }) => createTestConversation(deps.db, companyId, { userId: id })),
  );

  const waiting = await createWaitingStaff(deps.db, companyId, 4);
  await asked;

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
  const begin: [string, string[]][] = [
    ...own,
    ['ownBooking', bookings.map(({ id }) => id)],
    ['ownComplaint', complaints.map(({ id }) => id)],
    ['ownAddress', test.customers.flatMap(({ addresses }) => addresses.map(({ id }) => id))],
    ['booking', bookings.map(({ id }) => id)],
    ['number', bookings.map(({ number }) => number)],
    ['complaint', complaints.flatMap(({ id, number }) => [id, number])],
    ['address', [...test.customers, other.customer].flatMap(({ addresses }) => addresses.map(({ id }) => id))],
    ['rateCard', [acRepair.id, acGasRefill.id, tapRepair.id, bathroomCleaning.id, other.rateCards.acRepair.id]],
    ['slug', [acRepair.slug, tapRepair.slug]],
    ['category', categories.flatMap(({ id, slug }) => [id, slug])],
    ['provider', [...test.providers, ...other.providers].map(({ id }) => id)],
    ['refund', refunds.map(({ id }) => id)],
    ['waitingRefund', refunds.filter(({ status }) => status === 'waiting_for_approval').map(({ id }) => id)],
    ['customer', [...test.customers, other.customer].map(({ id }) => id)],
    ['staff', [test.staff.support_agent.id, test.staff.observer.id, test.staff.catalogue_editor.id]],
    ['agent', [test.staff.support_agent.id, test.staff.team_lead.id]],
    ['waitingStaff', [test.staff.waiting.id, ...waiting]],
    ['session', sessions.map(({ id }) => id)],
    ['role', ['observer', 'support_agent', 'finance', 'owner']],
    ['turn', ['trn_none']],
    ['conversation', [first, second, 'ses_none']],
    ['pincode', [pincode, test.otherPincode.pincode, test.unservedPincode.pincode, '999999']],
    ['home', [pincode]],
    ['subcategory', Object.values(test.rateCards).map(({ subcategoryId }) => subcategoryId)],
    ['company', [companyId, other.company.id, 'none']],
    ['document', ['cancellation-and-refunds', 'none']],
    ['hour', hours.slice(CUSTOMERS.length * 8)],
    ['paise', [...totals].map(String)],
    ['email', [test.customer.email, test.staff.admin.email, 'nobody@example.test']],
    ['customerEmail', test.customers.map(({ email }) => email)],
    ['staffEmail', ROLES.map((role) => test.staff[role].email)],
    ['password', [test.customer.password]],
    ['newPassword', ['blue-kettle-on-stairs', 'green-lamp-in-garden']],
    ['refreshToken', refreshTokens],
  ];
  for (const [kind, all] of begin) things.set(kind, [...all, ...(things.get(kind) ?? [])]);
  // The versions that the staff see first.
  const token = tokens.get('owner') ?? '';
  for (const path of ['/ops/roles', '/ops/users', '/services', '/bookings?limit=50', '/ops/complaints'])
    learnBody(known, { path, actor: 'owner' }, await call('GET', path, { token }));
  return known;
}

/** Accounts on the operations side that nobody has approved. */
async function createWaitingStaff(db: TestApp['deps']['db'], companyId: string, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, i) => {
    const id = newId('user');
    const contacts = { email: `${id}@example.test`, phone: `+91500000000${i}` };
    return { id, companyId, role: 'ops' as const, name: `Applicant ${i}`, ...contacts };
  });
  await db.insert(table.users).values(rows);
  return rows.map(({ id }) => id);
}
