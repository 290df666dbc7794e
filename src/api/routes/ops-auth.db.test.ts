import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, type Answer } from '#tests/call-api.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

const STRONG = 'Mango-Rickshaw-47';
const APPLICANT = { name: 'Kavya Desai', email: 'kavya@ops.example', phone: '98450 12345', password: STRONG };

let app: TestApp;
let test: TestCompany<'admin' | 'support_agent' | 'waiting'>;
let call: ReturnType<typeof createCall>;

beforeAll(async () => {
  app = await startTestApp({ settings: { RATE_LIMIT_AUTH_PER_MINUTE: 0, RATE_LIMIT_IP_PER_MINUTE: 0 } });
  test = await createTestCompany(app.deps.db, { staff: ['admin', 'support_agent', 'waiting'] });
  call = createCall(app, test.company.id);
});
afterAll(() => app.close());

const register = (body: object) => call('POST /api/v1/ops/auth/register', { body });
const login = ({ email, password }: { email: string; password: string }): Promise<Answer> =>
  call('POST /api/v1/ops/auth/login', { body: { email, password }, headers: { 'User-Agent': 'Console/1' } });
const account = (email: string) =>
  app.deps.db.query.users.findFirst({
    where: (u, { and, eq }) => and(eq(u.email, email), eq(u.companyId, test.company.id)),
  });
const sessionsOf = (userId: string) =>
  app.deps.db.query.staffSessions.findMany({ where: (s, { eq }) => eq(s.userId, userId) });
const livingTokensOf = (userId: string) =>
  app.deps.db.query.refreshTokens.findMany({
    where: (t, { and, eq, isNull }) => and(eq(t.userId, userId), isNull(t.revokedAt)),
  });

describe('registering for the operations side', () => {
  it('makes an account that waits, with an event, and no role', async () => {
    const { status, body } = await register(APPLICANT);
    expect([status, body['status']]).toEqual([202, 'waiting']);
    const row = await account(APPLICANT.email);
    expect(row).toMatchObject({ role: 'ops', status: 'active', phone: '+919845012345', companyId: test.company.id });
    const { db } = app.deps;
    const events = await db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, row?.id ?? '') });
    expect(events).toMatchObject([{ type: 'staff.registered' }]);
    expect(await db.query.staff.findFirst({ where: (s, { eq }) => eq(s.userId, row?.id ?? '') })).toBeUndefined();
  });

  it('does not tell whether an e-mail address or a number is known', async () => {
    const fresh = await register({ ...APPLICANT, email: 'one@ops.example', phone: '9845012300' });
    const email = await register({ ...APPLICANT, email: test.customer.email, phone: '9845012301', name: 'Thief' });
    const phone = await register({ ...APPLICANT, email: 'two@ops.example', phone: '9845012300' });
    expect([email.status, email.body]).toEqual([fresh.status, fresh.body]);
    expect([phone.status, phone.body]).toEqual([fresh.status, fresh.body]);
    expect((await account(test.customer.email))?.name).toBe(test.customer.name);
    expect(await account('two@ops.example')).toBeUndefined();
  });

  it('names every field that is wrong', async () => {
    const bad = { name: '', email: 'nobody', phone: '12345', password: STRONG, role: 'owner' };
    const { status, body } = await register(bad);
    expect(status).toBe(422);
    const pointers = (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect([...new Set(pointers)].toSorted()).toEqual(['/email', '/name', '/phone', '/role']);
  });

  it('refuses a password that is easy to guess', async () => {
    const { status, body } = await register({ ...APPLICANT, email: 'weak@ops.example', password: 'Password@123' });
    expect(status).toBe(422);
    expect(body['errors']).toMatchObject([{ pointer: '/password' }]);
  });
});

describe('signing in to the operations side', () => {
  it('tells the role and what it permits, and lists the session', async () => {
    const { support_agent } = test.staff;
    const { status, body } = await login(support_agent);
    expect(status).toBe(200);
    expect(body['user']).toMatchObject({
      id: support_agent.id,
      email: support_agent.email,
      role: { slug: 'support_agent', name: 'Support agent', level: 40 },
      permissions: expect.arrayContaining(['bookings.view', 'complaints.resolve']),
    });
    expect(await sessionsOf(support_agent.id)).toMatchObject([
      { companyId: test.company.id, ip: '127.0.0.1', userAgent: 'Console/1', revokedAt: null },
    ]);
    const list = await call('GET /api/v1/ops/users', { as: String(body['accessToken']) });
    expect(list.status).toBe(403);
  });

  it('tells an account that waits so, and leaves no session behind', async () => {
    const { status, body } = await login(test.staff.waiting);
    expect([status, body['code']]).toEqual([403, 'forbidden']);
    expect(body['detail']).toContain('waits for an administrator’s approval');
    expect(await livingTokensOf(test.staff.waiting.id)).toEqual([]);
  });

  it('does not let customers in', async () => {
    const { status, body } = await login(test.customer);
    expect([status, body['code']]).toEqual([403, 'forbidden']);
    expect(await livingTokensOf(test.customer.id)).toEqual([]);
  });

  it('answers a wrong password like everywhere', async () => {
    const { status, body } = await login({ ...test.staff.admin, password: 'nope' });
    expect([status, body['code']]).toEqual([401, 'bad-credentials']);
  });
});
