import { eq } from 'drizzle-orm';
import type { OutgoingMessage } from '#src/channels/contract.ts';
import * as table from '#src/db/schema/index.ts';
import { png } from '#src/services/users/test-pictures.ts';
import type { TestCompany } from '#seeds/test-company.ts';
import type { OwnedThings } from '../owned-things.ts';
import type { TestApp } from '../test-app.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** Who calls, by the test company's names for them. */
export type Who = 'customer' | 'second' | 'owner' | 'observer' | 'support_agent';

export interface Request {
  params?: Record<string, string>;
  query?: string;
  body?: object | Buffer;
  headers?: Record<string, string>;
  /** For `If-Match`, 1 unless it says otherwise; null for none. */
  version?: number | null;
}

/** How a route succeeds. */
export interface Success extends Request {
  /** Whose token it is called with. */
  as?: Who;
  /** Their token, where it has to be that of a sign-in. */
  token?: string;
  /** Who the event says has done it: whoever calls, unless it says otherwise. `new`: an account that is made by it. */
  by?: Who | 'new' | 'system';
}

/** A company of its own for one route, in which nothing has happened yet. */
export interface Stage {
  app: TestApp;
  test: TestCompany<'owner' | 'observer' | 'support_agent' | 'waiting'>;
  things: OwnedThings;
  /** Calls the API: `call('POST /api/v1/auth/login', { body })`. @throws Error for a problem */
  call(what: string, request?: Request & { as?: Who }): Promise<Record<string, unknown>>;
  /** The secret of the last message of this purpose. */
  secretOf(purpose: OutgoingMessage['purpose']): string;
}

const PASSWORD = 'blue-kettle-on-stairs';
const person = { name: 'Kavya Menon', email: 'kavya@example.test', phone: '+917012345678', password: PASSWORD };
const role = { role: 'observer' };
const pictured = { body: png(32, 32), headers: { 'Content-Type': 'image/png' } };

const customersOwn =
  (id: keyof OwnedThings, request: Request = {}) =>
  ({ things }: Stage): Success => ({
    as: 'customer',
    params: { id: String(things[id]) },
    ...request,
  });
const staffs =
  (id: keyof OwnedThings, request: Request = {}) =>
  ({ things }: Stage): Success => ({
    as: 'owner',
    params: { id: String(things[id]) },
    ...request,
  });
const onColleague =
  (request: Request = {}) =>
  ({ things }: Stage): Success => ({
    as: 'owner',
    params: { id: things.users.ops },
    ...request,
  });
const onApplicant =
  (request: Request = {}) =>
  ({ test }: Stage): Success => ({
    as: 'owner',
    params: { id: test.staff.waiting.id },
    ...request,
  });

/** Nothing has been given back for the booking yet. */
const cancellable =
  (request?: Request) =>
  async (stage: Stage): Promise<Success> => {
    await stage.app.deps.db.delete(table.refunds).where(eq(table.refunds.id, stage.things.refunds));
    return customersOwn('bookings', request)(stage);
  };

/** The owner has taken the conversation over. */
const taken =
  (request?: Request) =>
  async (stage: Stage): Promise<Success> => {
    await stage.call(`POST /api/v1/ops/handoffs/${stage.things.handoffs}/take-over`, { as: 'owner' });
    return staffs('handoffs', request)(stage);
  };

async function signedIn({ test, call }: Stage): Promise<{ accessToken: string; refreshToken: string }> {
  const { email, password } = test.customer;
  const { accessToken, refreshToken } = await call('POST /api/v1/auth/login', { body: { email, password } });
  return { accessToken: String(accessToken), refreshToken: String(refreshToken) };
}

/** A job at the customer's, at an hour that is free, with its price. */
export async function quotedJob({ test, call }: Stage) {
  const items = [{ rateCardId: test.rateCards.tapRepair.id, quantity: 1 }];
  const { pincode } = test.pincode;
  const free = await call(`GET /api/v1/bookings/free-hours?item=${items[0]?.rateCardId}&pincode=${pincode}&days=5`);
  const { startsAt } = (free['items'] as { startsAt: string }[]).at(-1) ?? { startsAt: '' };
  const quote = await call('POST /api/v1/bookings/quote', { body: { items, pincode } });
  const { totalPaise } = quote['price'] as { totalPaise: number };
  return { items, pincode, startsAt, quotedTotalPaise: totalPaise };
}

/** For every route that is no GET, a call of it that succeeds. */
export const SUCCESSES: Record<string, (stage: Stage) => Success | Promise<Success>> = {
  'POST /api/v1/auth/register': () => ({ body: person, by: 'new' }),
  'POST /api/v1/auth/login': ({ test: { customer } }) => ({
    body: { email: customer.email, password: customer.password },
    by: 'customer',
  }),
  'POST /api/v1/auth/refresh': async (stage) => {
    const { refreshToken } = await signedIn(stage);
    return { body: { refreshToken }, by: 'customer' };
  },
  'POST /api/v1/auth/logout': async (stage) => ({ as: 'customer', token: (await signedIn(stage)).accessToken }),
  'POST /api/v1/auth/guest': () => ({}),
  'POST /api/v1/auth/password/forgot': ({ test }) => ({ body: { email: test.customer.email }, by: 'customer' }),
  'POST /api/v1/auth/password/reset': async ({ test, call, secretOf }) => {
    await call('POST /api/v1/auth/password/forgot', { body: { email: test.customer.email } });
    return { body: { token: secretOf('password-reset'), password: PASSWORD }, by: 'customer' };
  },
  'POST /api/v1/auth/verify-email': async ({ call, secretOf }) => {
    await call('POST /api/v1/users/me/verification/email', { as: 'customer' });
    return { body: { token: secretOf('verify-email') }, by: 'customer' };
  },
  'POST /api/v1/auth/verify-phone': async ({ call, secretOf }) => {
    await call('POST /api/v1/users/me/verification/phone', { as: 'customer' });
    return { as: 'customer', body: { code: secretOf('verify-phone') } };
  },

  'PUT /api/v1/users/me': async ({ call }) => {
    const { email, phone, version } = await call('GET /api/v1/users/me', { as: 'customer' });
    return { as: 'customer', body: { name: 'Asha Rao-Menon', email, phone }, version: Number(version) };
  },
  'PATCH /api/v1/users/me/password': ({ test }) => ({
    as: 'customer',
    body: { currentPassword: test.customer.password, newPassword: PASSWORD },
  }),
  // The first customer has a booking, which keeps the account open.
  'DELETE /api/v1/users/me': ({ test }) => ({ as: 'second', body: { password: test.customer.password } }),
  'POST /api/v1/users/me/verification/{contact}': () => ({ as: 'customer', params: { contact: 'email' } }),
  'PUT /api/v1/users/me/picture': () => ({ as: 'customer', ...pictured }),
  'DELETE /api/v1/users/me/picture': async ({ call }) => {
    await call('PUT /api/v1/users/me/picture', { as: 'customer', ...pictured });
    return { as: 'customer' };
  },
  'POST /api/v1/users/me/addresses': ({ test }) => ({
    as: 'customer',
    body: { label: 'Office', line1: '12, Hill Road', pincode: test.pincode.pincode },
  }),
  'PUT /api/v1/users/me/addresses/{id}': ({ test, things }) => ({
    as: 'customer',
    params: { id: things.addresses },
    body: { label: 'Old home', line1: '12, Hill Road', pincode: test.pincode.pincode },
  }),
  'DELETE /api/v1/users/me/addresses/{id}': customersOwn('addresses'),

  'POST /api/v1/agui': () => ({
    as: 'customer',
    body: { threadId: 'mine', runId: 'r1', messages: [{ id: 'm1', role: 'user', content: 'hello' }] },
  }),
  'POST /api/v1/chat/ui': () => ({
    as: 'customer',
    body: { id: 'mine', messages: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text: 'hello' }] }] },
  }),
  'POST /api/v1/chat/runs/{turnId}/cancel': async ({ app, things }) => {
    const turn = eq(table.turns.id, things.runs);
    await app.deps.db.update(table.turns).set({ status: 'running', finishedAt: null }).where(turn);
    return { as: 'customer', params: { turnId: things.runs } };
  },
  'POST /api/v1/chat/message': () => ({
    as: 'customer',
    body: { text: 'Thank you' },
    headers: { Accept: 'application/json' },
  }),

  'PATCH /api/v1/chat/sessions/{id}': customersOwn('conversations', { body: { title: 'AC in the bedroom' } }),
  'DELETE /api/v1/chat/sessions/{id}': customersOwn('conversations'),
  'POST /api/v1/chat/sessions/{id}/typing': customersOwn('conversations'),
  'POST /api/v1/chat/messages/{id}/edit': async (stage) => {
    const { messages } = stage.app.deps.db.query;
    const own = await messages.findFirst({
      where: (m, { and, eq }) => and(eq(m.conversationId, stage.things.conversations), eq(m.role, 'user')),
    });
    const headers = { Accept: 'application/json' };
    return { as: 'customer', params: { id: own?.id ?? '' }, body: { text: 'Thank you' }, headers };
  },
  'PUT /api/v1/chat/messages/{id}/reaction': customersOwn('messages', { body: { value: 'up' } }),
  'DELETE /api/v1/chat/messages/{id}/reaction': async (stage) => {
    const path = `/api/v1/chat/messages/${stage.things.messages}/reaction`;
    await stage.call(`PUT ${path}`, { as: 'customer', body: { value: 'up' } });
    return customersOwn('messages')(stage);
  },

  'POST /api/v1/ops/handoffs': ({ things }) => ({ as: 'owner', body: { conversationId: things.conversations } }),
  'POST /api/v1/ops/handoffs/{id}/take-over': staffs('handoffs'),
  'POST /api/v1/ops/handoffs/{id}/messages': taken({ body: { text: 'The plumber comes at 5 pm.' } }),
  'POST /api/v1/ops/handoffs/{id}/notes': staffs('handoffs', { body: { text: 'Has called as well.' } }),
  'POST /api/v1/ops/handoffs/{id}/hand-back': taken(),

  'POST /api/v1/ops/auth/register': () => ({ body: person, by: 'system' }),
  'POST /api/v1/ops/auth/login': ({ test: { staff } }) => ({
    body: { email: staff.support_agent.email, password: staff.support_agent.password },
    by: 'support_agent',
  }),
  'POST /api/v1/ops/users': () => ({ as: 'owner', body: { ...person, ...role } }),
  'PUT /api/v1/ops/users/{id}': onColleague({ body: { name: 'Sanjay Kumar Gupta' } }),
  'DELETE /api/v1/ops/users/{id}': onColleague(),
  'POST /api/v1/ops/users/{id}/approve': onApplicant({ body: role }),
  'POST /api/v1/ops/users/{id}/reject': onApplicant(),
  'PUT /api/v1/ops/users/{id}/role': onColleague({ body: role }),
  'DELETE /api/v1/ops/sessions/{id}': staffs('sessions'),
  'PUT /api/v1/ops/roles/{slug}/permissions': () => ({
    as: 'owner',
    params: { slug: 'support_agent' },
    body: { permissions: ['bookings.view'] },
  }),

  'PUT /api/v1/services/{id}': ({ test }) => ({
    as: 'owner',
    params: { id: test.rateCards.acRepair.id },
    body: { pricePaise: 31_000 },
  }),
  'POST /api/v1/services/{id}/price': ({ test }) => ({
    params: { id: test.rateCards.acRepair.id },
    body: { pincode: test.pincode.pincode, quantity: 1 },
  }),
  'PUT /api/v1/providers/{id}': ({ test }) => ({
    as: 'owner',
    params: { id: test.providers[0]?.id ?? '' },
    body: { status: 'paused', subcategories: [test.rateCards.acRepair.subcategoryId] },
  }),

  'POST /api/v1/bookings/quote': async (stage) => {
    const { items, pincode } = await quotedJob(stage);
    return { body: { items, pincode } };
  },
  'POST /api/v1/bookings': async (stage) => {
    const { pincode: _, ...job } = await quotedJob(stage);
    return { as: 'owner', body: { ...job, address: { id: stage.things.addresses }, userId: stage.test.customer.id } };
  },
  'PUT /api/v1/bookings/{id}': customersOwn('bookings', { body: { notes: 'Ring the bell twice.' } }),
  'DELETE /api/v1/bookings/{id}': cancellable(),
  'POST /api/v1/bookings/{id}/cancel': cancellable({ body: { reason: 'I am travelling.' } }),
  'POST /api/v1/bookings/{id}/items/cancel': (stage) =>
    cancellable({ body: { itemIds: [stage.things.items], reason: 'I have done it myself.' } })(stage),
  'POST /api/v1/bookings/{id}/reschedule': async (stage) => {
    const { startsAt } = await quotedJob(stage);
    return customersOwn('bookings', { body: { startsAt } })(stage);
  },
  'PUT /api/v1/bookings/{id}/status': staffs('bookings', { body: { status: 'in_progress' } }),
  'POST /api/v1/bookings/{id}/rate': async (stage) => {
    const { bookings } = table;
    const done = { status: 'completed' as const, completedAt: new Date() };
    await stage.app.deps.db.update(bookings).set(done).where(eq(bookings.id, stage.things.bookings));
    return customersOwn('bookings', { body: { rating: 5 } })(stage);
  },

  'POST /api/v1/chat/attachments': () => ({ as: 'customer', query: '?name=tap.png', ...pictured }),
  'DELETE /api/v1/chat/attachments/{id}': customersOwn('attachments'),

  'POST /api/v1/complaints': ({ things }) => ({
    as: 'customer',
    body: { category: 'quality', description: 'It drips again.', bookingId: things.bookings },
  }),
  'PUT /api/v1/complaints/{id}': customersOwn('complaints', { body: { category: 'damage' } }),
  'POST /api/v1/complaints/{id}/updates': customersOwn('complaints', { body: { text: 'Any time suits me.' } }),
  'POST /api/v1/complaints/{id}/escalate': customersOwn('complaints', { body: { reason: 'Nobody has called.' } }),
  'POST /api/v1/complaints/{id}/resolve': staffs('complaints', { body: { resolution: 'We have sent a new tap.' } }),
  'POST /api/v1/ops/complaints/{id}/assign': ({ test, things }) => ({
    as: 'owner',
    params: { id: things.complaints },
    body: { userId: test.staff.support_agent.id },
  }),
  'PUT /api/v1/ops/complaints/{id}/status': staffs('complaints', { body: { status: 'in_progress' } }),

  'POST /api/v1/refunds/{id}/approve': staffs('refunds'),
  'POST /api/v1/refunds/{id}/reject': staffs('refunds', { body: { reason: 'The work was done.' } }),
};
