import { eq } from 'drizzle-orm';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slotHolds, users } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { createTestAccounts, createTestConversation, type TestAccounts } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

let app: TestApp;
let accounts: TestAccounts;
let PASSWORD: string;

beforeAll(async () => {
  app = await startTestApp();
  accounts = await createTestAccounts(app.deps.db);
  PASSWORD = accounts.customer.password;
});
afterAll(() => app.close());

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function call(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { 'X-Company': accounts.companyId, 'Content-Type': 'application/json', ...init.headers };
  const response = await fetch(app.url + path, { ...init, headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

const login = (body: object, headers: Record<string, string> = {}) =>
  call('/api/v1/auth/login', { method: 'POST', body: JSON.stringify(body), headers });
const sessions = (token: string, headers: Record<string, string> = {}) =>
  call('/api/v1/chat/sessions', { headers: { authorization: `Bearer ${token}`, ...headers } });

async function guest(): Promise<{ token: string; id: string }> {
  const { body } = await call('/api/v1/auth/guest', { method: 'POST' });
  const token = String(body['accessToken']);
  return { token, id: String((jwt.decode(token) as jwt.JwtPayload).sub) };
}

const user = (id: string) => app.deps.db.query.users.findFirst({ where: (u, { eq }) => eq(u.id, id) });
const conversation = (id: string) => app.deps.db.query.conversations.findFirst({ where: (c, { eq }) => eq(c.id, id) });
const eventsOf = (subject: string) =>
  app.deps.db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, subject) });

describe('signing in', () => {
  it('answers with a token that is good for the account, whatever the case of the e-mail', async () => {
    const { status, body } = await login({ email: accounts.customer.email.toUpperCase(), password: PASSWORD });
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.any(String),
      expiresIn: app.deps.config.ACCESS_TOKEN_TTL_SECONDS,
      refreshToken: expect.any(String),
      user: {
        id: accounts.customer.id,
        name: accounts.customer.name,
        email: accounts.customer.email,
        role: 'customer',
      },
    });
    expect((await sessions(String(body['accessToken']))).status).toBe(200);
  });

  it('records when it was, with an event', async () => {
    await login({ email: accounts.admin.email, password: PASSWORD });
    const admin = await user(accounts.admin.id);
    expect(Date.now() - (admin?.lastLoginAt?.getTime() ?? 0)).toBeLessThan(10_000);
    expect(await eventsOf(accounts.admin.id)).toMatchObject([
      { type: 'user.logged_in', companyId: accounts.companyId, actorKind: 'staff', actorId: accounts.admin.id },
    ]);
  });

  it('answers a wrong password and an unknown e-mail alike', async () => {
    const wrong = await login({ email: accounts.customer.email, password: 'nope' });
    const unknown = await login({ email: 'nobody@example.test', password: 'nope' });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    expect(wrong.body).toMatchObject({ code: 'bad-credentials', status: 401 });
    expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
  });

  it('refuses an account of another company and a suspended one', async () => {
    const elsewhere = await createTestAccounts(app.deps.db);
    expect((await login({ email: elsewhere.customer.email, password: PASSWORD })).status).toBe(401);
    const active = await user(accounts.customer.id);
    const email = 'gone@example.test';
    const other = { id: newId('user'), email, phone: '+919800000009', status: 'suspended' as const };
    await app.deps.db.insert(users).values({ ...active, ...other, name: 'Gone', companyId: accounts.companyId });
    expect((await login({ email, password: PASSWORD })).body).toMatchObject({ code: 'bad-credentials' });
  });

  it('names every field that is wrong', async () => {
    const { status, body } = await login({ email: 'no-address', admin: true });
    expect(status).toBe(422);
    expect(body['errors']).toEqual([
      { pointer: '/email', detail: 'must be an e-mail address' },
      { pointer: '/password', detail: 'is missing' },
      { pointer: '/admin', detail: 'is not a field of this request' },
    ]);
  });
});

describe('guessing passwords', () => {
  it('locks an e-mail after ten failures, also for the right password, and says for how long', async () => {
    const { companyId, other } = await createTestAccounts(app.deps.db);
    const guess = (password: string) => login({ email: other.email, password }, { 'X-Company': companyId });
    for (let n = 1; n <= 10; n++) expect((await guess(`guess ${n}`)).status).toBe(401);
    const locked = await guess(PASSWORD);
    expect(locked.status).toBe(429);
    expect(locked.body['code']).toBe('too-many-requests');
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(locked.headers.get('retry-after'))).toBeLessThanOrEqual(900);
  });

  it('learns nothing from a burst of guesses made at once', async () => {
    const { companyId, other } = await createTestAccounts(app.deps.db);
    const guesses = Array.from({ length: 40 }, (_, n) => (n === 39 ? PASSWORD : `guess ${n}`));
    const answers = await Promise.all(
      guesses.map((password) => login({ email: other.email, password }, { 'X-Company': companyId })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
  });

  it('does not mind many right passwords at once, nor failures before a right one', async () => {
    const { companyId, customer } = await createTestAccounts(app.deps.db);
    const attempt = (password: string) => login({ email: customer.email, password }, { 'X-Company': companyId });
    for (let n = 1; n <= 9; n++) await attempt('nope');
    expect((await attempt(PASSWORD)).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(PASSWORD)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
    expect((await attempt('nope')).status).toBe(401);
  });

  it('locks an address after fifty failures over many e-mails', async () => {
    const { companyId } = await createTestAccounts(app.deps.db);
    const fail = (n: number) => login({ email: `n${n}@example.test`, password: 'x' }, { 'X-Company': companyId });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => fail(n)));
    expect(answers.every(({ status }) => status === 401)).toBe(true);
    expect((await fail(50)).status).toBe(429);
  });
});

describe('a guest identity', () => {
  it('is given to whoever asks, and lasts as long as it says', async () => {
    const { status, body } = await call('/api/v1/auth/guest', { method: 'POST' });
    const { GUEST_TOKEN_TTL_SECONDS } = app.deps.config;
    expect([status, body]).toEqual([201, { accessToken: expect.any(String), expiresIn: GUEST_TOKEN_TTL_SECONDS }]);
    const { iat = 0, exp, aud } = jwt.decode(String(body['accessToken'])) as jwt.JwtPayload;
    expect([exp, aud]).toEqual([iat + GUEST_TOKEN_TTL_SECONDS, accounts.companyId]);
  });
});

describe('access tokens', () => {
  const secret = () => app.deps.config.JWT_SECRET;
  const sign = (payload: object, options: jwt.SignOptions = {}, key = secret()) =>
    jwt.sign({ kind: 'customer', role: 'customer', ...payload }, key, {
      issuer: 'converge-ai',
      audience: accounts.companyId,
      subject: accounts.customer.id,
      expiresIn: 60,
      ...options,
    });

  it('says so when one has expired', async () => {
    const { status, body, headers } = await sessions(sign({}, { expiresIn: -1 }));
    expect([status, body['code']]).toEqual([401, 'token-expired']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each<[string, () => string]>([
    ['signed with another key', () => sign({}, {}, 'x'.repeat(40))],
    ['of another company', () => sign({}, { audience: 'nexora-2' })],
    ['of another issuer', () => sign({}, { issuer: 'somebody' })],
    ['without a signature', () => sign({}, { algorithm: 'none' }, '')],
    ['of another algorithm', () => sign({}, { algorithm: 'HS512' })],
    ['of a kind that does not exist', () => sign({ kind: 'system' })],
    ['of an account that does not exist', () => sign({}, { subject: 'usr_nobody' })],
    ['that is no token', () => 'abc.def'],
  ])('refuses one %s', async (_, token) => {
    const { status, body } = await sessions(token());
    expect([status, body['code']]).toEqual([401, 'unauthenticated']);
  });

  it('refuses one of an account that has been suspended since', async () => {
    const { companyId, customer } = await createTestAccounts(app.deps.db);
    const token = sign({}, { audience: companyId, subject: customer.id });
    await app.deps.db.update(users).set({ status: 'suspended' }).where(eq(users.id, customer.id));
    const { status, body } = await sessions(token, { 'X-Company': companyId });
    expect([status, body['code']]).toEqual([401, 'unauthenticated']);
  });

  it('refuses an Authorization header of another scheme', async () => {
    const { status, body } = await call('/api/v1/chat/sessions', { headers: { authorization: 'Basic YTpi' } });
    expect([status, body['code']]).toEqual([401, 'unauthenticated']);
  });

  it('does not take one of this company to another', async () => {
    const elsewhere = await createTestAccounts(app.deps.db);
    expect((await sessions(sign({}), { 'X-Company': elsewhere.companyId })).status).toBe(401);
  });
});

/** An hour of a provider, held by this guest. */
async function holdHour(guestId: string): Promise<string> {
  const [provider] = accounts.providers;
  const holdId = newId('hold');
  await app.deps.db.insert(slotHolds).values({
    providerId: provider?.id ?? '',
    companyId: accounts.companyId,
    holdId,
    holderId: guestId,
    hour: new Date('2030-01-01T05:00:00Z'),
    expiresAt: new Date('2030-01-01T04:00:00Z'),
  });
  return holdId;
}

describe('from guest to customer', () => {
  it('moves the conversations and held hours of the guest token to the account', async () => {
    const visitor = await guest();
    const stranger = await guest();
    const { db } = app.deps;
    const mine = await createTestConversation(db, accounts.companyId, { guestId: visitor.id });
    const theirs = await createTestConversation(db, accounts.companyId, { guestId: stranger.id });
    const hold = await holdHour(visitor.id);
    const { status } = await login({ email: accounts.other.email, password: PASSWORD, guestToken: visitor.token });
    expect(status).toBe(200);
    expect(await conversation(mine)).toMatchObject({ userId: accounts.other.id, guestId: null });
    expect(await conversation(theirs)).toMatchObject({ userId: null, guestId: stranger.id });
    expect(await eventsOf(mine)).toMatchObject([{ type: 'conversation.claimed', actorId: accounts.other.id }]);
    const held = await db.query.slotHolds.findFirst({ where: (h, { eq }) => eq(h.holdId, hold) });
    expect(held?.holderId).toBe(accounts.other.id);
    expect((await sessions(visitor.token)).body).toEqual({ sessions: [] });
  });

  it('does the same for the guest cookie, and takes the cookie away', async () => {
    const visitor = await guest();
    const mine = await createTestConversation(app.deps.db, accounts.companyId, { guestId: visitor.id });
    const credentials = { email: accounts.other.email, password: PASSWORD };
    const { body, headers } = await login(credentials, { cookie: `guest=${visitor.token}` });
    expect(headers.get('set-cookie')).toContain('guest=; Max-Age=0');
    const { sessions: listed } = (await sessions(String(body['accessToken']))).body as { sessions: { id: string }[] };
    expect(listed.map(({ id }) => id)).toContain(mine);
  });

  it.each<[string, () => string]>([
    ['is nonsense', () => 'nonsense'],
    [
      'has expired',
      () =>
        jwt.sign({ kind: 'guest' }, app.deps.config.JWT_SECRET, {
          issuer: 'converge-ai',
          audience: accounts.companyId,
          subject: 'gst_x',
          expiresIn: -1,
        }),
    ],
  ])('signs in all the same when the guest token %s', async (_, guestToken) => {
    const credentials = { email: accounts.other.email, password: PASSWORD };
    expect((await login({ ...credentials, guestToken: guestToken() })).status).toBe(200);
  });

  it('never moves the conversations of a customer whose token is given as a guest token', async () => {
    const theirs = await createTestConversation(app.deps.db, accounts.companyId, { userId: accounts.customer.id });
    const { body } = await login({ email: accounts.customer.email, password: PASSWORD });
    const thief = { email: accounts.other.email, password: PASSWORD, guestToken: String(body['accessToken']) };
    expect((await login(thief)).status).toBe(200);
    expect(await conversation(theirs)).toMatchObject({
      userId: accounts.customer.id,
    });
  });
});
