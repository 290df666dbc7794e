import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany, type TestStaff } from '#seeds/test-company.ts';
import { createCall, tokenOf, type Answer, type ApiCall } from '#tests/call-api.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

const ROLES = ['owner', 'admin', 'operations_manager', 'team_lead', 'support_agent', 'observer', 'waiting'] as const;
type Role = (typeof ROLES)[number];
const STRONG = 'Mango-Rickshaw-47';

let app: TestApp;
let test: TestCompany<Role>;
let raw: ReturnType<typeof createCall>;

beforeAll(async () => {
  app = await startTestApp({ settings: { RATE_LIMIT_AUTH_PER_MINUTE: 0, RATE_LIMIT_IP_PER_MINUTE: 0 } });
});
afterAll(() => app.close());
// Every case changes who is what, so each has its own people.
beforeEach(async () => {
  test = await createTestCompany(app.deps.db, { staff: ROLES });
  raw = createCall(app, test.company.id);
});

const call = (as: Role, what: string, options: Omit<ApiCall, 'as'> = {}): Promise<Answer> =>
  raw(what, { ...options, as: tokenOf(app, test.company.id, { id: test.staff[as].id, kind: 'staff' }) });
const idOf = (role: Role) => test.staff[role].id;
const user = (role: Role, rest = '') => `/api/v1/ops/users/${idOf(role)}${rest}`;
const outcome = ({ status, body }: Answer) => [status, body['code']];
const read = async (role: Role) => (await call('owner', `GET ${user(role)}`)).body;
const login = ({ email, password }: TestStaff) =>
  raw('POST /api/v1/ops/auth/login', { body: { email, password } }).then(({ body, status }) => ({
    status,
    token: String(body['accessToken']),
    refreshToken: String(body['refreshToken']),
  }));
const eventsOf = (subjectId: string) =>
  app.deps.db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, subjectId), orderBy: (e) => e.id });
const logOf = (userId: string) =>
  app.deps.db.query.staffActivityLog.findMany({ where: (l, { eq }) => eq(l.userId, userId), orderBy: (l) => l.id });

describe('the list of the operations side', () => {
  const names = ({ body }: Answer) => (body['items'] as { email: string }[]).map(({ email }) => email.split('@')[0]);

  it('holds who works there and who waits, newest first, and no customers', async () => {
    const answer = await call('team_lead', 'GET /api/v1/ops/users');
    expect(answer.status).toBe(200);
    expect(names(answer).toSorted()).toEqual([...ROLES].toSorted());
  });

  it('is filtered by state, role and words', async () => {
    expect(names(await call('admin', 'GET /api/v1/ops/users?status=waiting'))).toEqual(['waiting']);
    expect(names(await call('admin', 'GET /api/v1/ops/users?role=team_lead'))).toEqual(['team_lead']);
    expect(names(await call('admin', 'GET /api/v1/ops/users?status=active&q=support_a'))).toEqual(['support_agent']);
    expect(names(await call('admin', `GET /api/v1/ops/users?q=${encodeURIComponent('%')}`))).toEqual([]);
    await call('admin', `DELETE ${user('observer')}`);
    await call('admin', `POST ${user('waiting', '/reject')}`);
    expect(names(await call('admin', 'GET /api/v1/ops/users?status=suspended'))).toEqual(['observer']);
    expect(names(await call('admin', 'GET /api/v1/ops/users?status=rejected'))).toEqual(['waiting']);
    expect(outcome(await call('admin', 'GET /api/v1/ops/users?status=gone'))).toEqual([422, 'invalid']);
  });

  it('comes in pages that together are the whole', async () => {
    const seen: (string | undefined)[] = [];
    let cursor = '';
    for (let page = 0; page < ROLES.length; page++) {
      const answer = await call('admin', `GET /api/v1/ops/users?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...names(answer));
      if (!answer.body['nextCursor']) break;
      cursor = String(answer.body['nextCursor']);
    }
    expect(seen.toSorted()).toEqual([...ROLES].toSorted());
  });

  it('begins at its start for a cursor that is not one of ours', async () => {
    const forged = Buffer.from(JSON.stringify(['é', 'नमस्ते'])).toString('base64url');
    expect(names(await call('admin', `GET /api/v1/ops/users?cursor=${forged}`))).toHaveLength(ROLES.length);
  });

  it('is not for those without the permission', async () => {
    expect(outcome(await call('support_agent', 'GET /api/v1/ops/users'))).toEqual([403, 'forbidden']);
    expect(outcome(await call('waiting', 'GET /api/v1/ops/users'))).toEqual([403, 'forbidden']);
  });
});

describe('one account', () => {
  it('is read with its version', async () => {
    const { status, body, headers } = await call('admin', `GET ${user('team_lead')}`);
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toMatchObject({ id: idOf('team_lead'), status: 'active', role: { slug: 'team_lead', level: 60 } });
  });

  it('is noted when somebody else looks at it, or at where it is signed in', async () => {
    await login(test.staff.team_lead);
    await call('admin', `GET ${user('admin')}`);
    await call('admin', `GET ${user('team_lead')}`);
    await call('admin', 'GET /api/v1/ops/users?role=team_lead');
    await call('admin', 'GET /api/v1/ops/sessions');
    expect(await logOf(idOf('admin'))).toMatchObject([
      { action: 'staff.viewed', subjectId: idOf('team_lead') },
      { action: 'staff.listed', data: { userIds: [idOf('team_lead')] } },
      { action: 'staff.sessions_listed', data: { userIds: [idOf('team_lead')] } },
    ]);
  });

  it('of a customer, of another company or of nobody is not found', async () => {
    const elsewhere = await createTestCompany(app.deps.db, { staff: ['admin'] });
    for (const id of [
      test.customer.id,
      elsewhere.staff.admin.id,
      'usr_nobody',
      encodeURIComponent('कोई'),
      'a'.repeat(99),
    ]) {
      expect(outcome(await call('owner', `GET /api/v1/ops/users/${id}`))).toEqual([404, 'not-found']);
      expect(outcome(await call('owner', `DELETE /api/v1/ops/users/${id}`))).toEqual([404, 'not-found']);
    }
  });

  it('is changed by a superior who has read it, once', async () => {
    const change = { version: 1, body: { name: 'Meera Krishnan', phone: '+91 98450-99999' } };
    const { status, body, headers } = await call('admin', `PUT ${user('team_lead')}`, change);
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ name: 'Meera Krishnan', phone: '+919845099999', version: 2 });
    expect(outcome(await call('admin', `PUT ${user('team_lead')}`, change))).toEqual([412, 'precondition-failed']);
    expect(outcome(await call('admin', `PUT ${user('team_lead')}`, { body: change.body }))).toEqual([
      428,
      'precondition-required',
    ]);
    expect(await eventsOf(idOf('team_lead'))).toMatchObject([
      { type: 'staff.updated', actorId: idOf('admin'), data: { changed: ['name', 'phone'] } },
    ]);
    expect(await logOf(idOf('admin'))).toMatchObject([{ action: 'staff.updated', subjectId: idOf('team_lead') }]);
  });

  it('is not changed by an equal or an inferior, nor without the permission', async () => {
    const change = { version: 1, body: { name: 'Somebody Else' } };
    expect(outcome(await call('operations_manager', `PUT ${user('admin')}`, change))).toEqual([403, 'forbidden']);
    expect(outcome(await call('admin', `PUT ${user('owner')}`, change))).toEqual([403, 'forbidden']);
    expect(outcome(await call('team_lead', `PUT ${user('observer')}`, change))).toEqual([403, 'forbidden']);
    expect((await read('admin'))['name']).toBe(test.staff.admin.name);
  });

  it('lets its owner mend their own name, and nothing that gives power', async () => {
    expect((await call('admin', `PUT ${user('admin')}`, { version: 1, body: { name: 'Arjun M' } })).status).toBe(200);
    const role = { version: 2, body: { role: 'observer' } };
    expect(outcome(await call('admin', `PUT ${user('admin', '/role')}`, role))).toEqual([409, 'not-allowed']);
    expect(outcome(await call('admin', `PUT ${user('admin')}`, { version: 2, body: {} }))).toEqual([422, 'invalid']);
    expect(
      outcome(await call('admin', `PUT ${user('admin')}`, { version: 2, body: { email: 'a@b.example' } })),
    ).toEqual([422, 'invalid']);
  });

  it('does not get a new number verified by the code that went to the old one', async () => {
    const { token } = await login(test.staff.team_lead);
    expect((await raw('POST /api/v1/users/me/verification/phone', { as: token })).status).toBe(202);
    await call('admin', `PUT ${user('team_lead')}`, { version: 1, body: { phone: '+91 98450-99999' } });
    const sent = await app.deps.db.query.accountTokens.findMany({
      where: (t, { eq }) => eq(t.userId, idOf('team_lead')),
    });
    expect(sent).toMatchObject([{ purpose: 'phone_verification', usedAt: expect.any(Date) }]);
  });

  it('does not get the number of somebody else', async () => {
    const taken = await read('observer');
    const change = { version: 1, body: { phone: taken['phone'] } };
    expect(outcome(await call('admin', `PUT ${user('team_lead')}`, change))).toEqual([409, 'conflict']);
  });
});

describe('a new account', () => {
  const newcomer = { name: 'Ravi Shah', email: 'ravi@ops.example', phone: '9845011111', password: STRONG };

  it('has its role at once and can sign in', async () => {
    const body = { ...newcomer, role: 'support_agent' };
    const { status, body: made } = await call('operations_manager', 'POST /api/v1/ops/users', { body });
    expect(status).toBe(201);
    expect(made).toMatchObject({ status: 'active', role: { slug: 'support_agent' }, email: newcomer.email });
    expect(made['approvedBy']).toMatchObject({ id: idOf('operations_manager') });
    expect((await login({ ...test.staff.admin, ...newcomer })).status).toBe(200);
  });

  it('is made once for one key', async () => {
    const headers = { 'Idempotency-Key': 'new-1' };
    const body = { ...newcomer, role: 'observer' };
    const first = await call('admin', 'POST /api/v1/ops/users', { body, headers });
    const second = await call('admin', 'POST /api/v1/ops/users', { body, headers });
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(outcome(await call('admin', 'POST /api/v1/ops/users', { body }))).toEqual([409, 'conflict']);
  });

  it('never has a role at or above the level of who makes it, nor one that is none', async () => {
    const make = (as: Role, role: string) => call(as, 'POST /api/v1/ops/users', { body: { ...newcomer, role } });
    expect(outcome(await make('operations_manager', 'operations_manager'))).toEqual([403, 'forbidden']);
    expect(outcome(await make('operations_manager', 'admin'))).toEqual([403, 'forbidden']);
    expect(outcome(await make('admin', 'owner'))).toEqual([403, 'forbidden']);
    expect(outcome(await make('owner', 'owner'))).toEqual([403, 'forbidden']);
    expect(outcome(await make('owner', 'emperor'))).toEqual([422, 'invalid']);
    expect(outcome(await make('team_lead', 'observer'))).toEqual([403, 'forbidden']);
  });
});

describe('an account that waits', () => {
  it('is approved with a role, once', async () => {
    const approve = () =>
      call('operations_manager', `POST ${user('waiting', '/approve')}`, { body: { role: 'finance' } });
    const { status, body } = await approve();
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'active', role: { slug: 'finance' }, version: 2 });
    expect(outcome(await approve())).toEqual([409, 'conflict']);
    expect((await login(test.staff.waiting)).status).toBe(200);
    expect(await eventsOf(idOf('waiting'))).toMatchObject([
      { type: 'staff.approved', actorId: idOf('operations_manager'), data: { role: 'finance' } },
      { type: 'user.logged_in' },
    ]);
  });

  it('gets one role when two approve at once', async () => {
    const roles = ['observer', 'finance', 'support_agent', 'team_lead'];
    const answers = await Promise.all(
      roles.map((role) => call('admin', `POST ${user('waiting', '/approve')}`, { body: { role } })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  it('can be turned down, and approved after all', async () => {
    expect((await call('admin', `POST ${user('waiting', '/reject')}`)).body['status']).toBe('rejected');
    expect((await login(test.staff.waiting)).status).toBe(401);
    expect(outcome(await call('admin', `POST ${user('waiting', '/reject')}`))).toEqual([409, 'conflict']);
    const approved = await call('admin', `POST ${user('waiting', '/approve')}`, { body: { role: 'observer' } });
    expect(approved.body['status']).toBe('active');
    expect((await login(test.staff.waiting)).status).toBe(200);
  });

  it('is not decided on without the permission, nor given a role at one’s own level', async () => {
    const approve = (as: Role, role: string) => call(as, `POST ${user('waiting', '/approve')}`, { body: { role } });
    expect(outcome(await approve('team_lead', 'observer'))).toEqual([403, 'forbidden']);
    expect(outcome(await approve('waiting', 'observer'))).toEqual([403, 'forbidden']);
    expect(outcome(await approve('admin', 'admin'))).toEqual([403, 'forbidden']);
    expect(outcome(await call('team_lead', `POST ${user('waiting', '/reject')}`))).toEqual([403, 'forbidden']);
    expect((await read('waiting'))['status']).toBe('waiting');
  });
});

describe('suspending', () => {
  it('ends every session at once, and can be taken back', async () => {
    const { token, refreshToken } = await login(test.staff.team_lead);
    expect((await raw('GET /api/v1/ops/users', { as: token })).status).toBe(200);
    const { status, body } = await call('admin', `DELETE ${user('team_lead')}`);
    expect([status, body['status'], body['version']]).toEqual([200, 'suspended', 2]);
    expect((await raw('GET /api/v1/ops/users', { as: token })).status).toBe(401);
    expect((await raw('POST /api/v1/auth/refresh', { body: { refreshToken } })).status).toBe(401);
    expect((await login(test.staff.team_lead)).status).toBe(401);

    const back = await call('admin', `PUT ${user('team_lead')}`, { version: 2, body: { status: 'active' } });
    expect([back.status, back.body['status']]).toEqual([200, 'active']);
    expect((await login(test.staff.team_lead)).status).toBe(200);
    const types = (await eventsOf(idOf('team_lead'))).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('staff.'))).toEqual(['staff.suspended', 'staff.restored']);
  });

  it('changes nothing a second time', async () => {
    await call('admin', `DELETE ${user('observer')}`);
    const again = await call('admin', `DELETE ${user('observer')}`);
    expect([again.status, again.body['version']]).toEqual([200, 2]);
    expect(await eventsOf(idOf('observer'))).toHaveLength(1);
  });

  it('is nothing one does to oneself, an equal or a superior', async () => {
    expect(outcome(await call('owner', `DELETE ${user('owner')}`))).toEqual([409, 'not-allowed']);
    expect(outcome(await call('admin', `DELETE ${user('owner')}`))).toEqual([403, 'forbidden']);
    expect(outcome(await call('operations_manager', `DELETE ${user('admin')}`))).toEqual([403, 'forbidden']);
    expect(outcome(await call('team_lead', `DELETE ${user('observer')}`))).toEqual([403, 'forbidden']);
    expect(outcome(await call('admin', `DELETE ${user('waiting')}`))).toEqual([409, 'conflict']);
  });

  it('takes effect on what the suspended one is just doing', async () => {
    // The API still remembers the manager's role from this call.
    expect((await call('operations_manager', 'GET /api/v1/ops/users')).status).toBe(200);
    await call('admin', `PUT ${user('operations_manager', '/role')}`, { version: 1, body: { role: 'observer' } });
    expect(outcome(await call('operations_manager', `DELETE ${user('support_agent')}`))).toEqual([403, 'forbidden']);
  });
});

describe('the role of somebody', () => {
  it('is changed by a superior, below their own level', async () => {
    const give = (as: Role, to: Role, role: string, version = 1) =>
      call(as, `PUT ${user(to, '/role')}`, { version, body: { role } });
    const { status, body } = await give('admin', 'support_agent', 'team_lead');
    expect([status, body['version']]).toEqual([200, 2]);
    expect(body['role']).toMatchObject({ slug: 'team_lead' });
    expect(outcome(await give('admin', 'support_agent', 'observer'))).toEqual([412, 'precondition-failed']);
    expect(outcome(await give('admin', 'support_agent', 'admin', 2))).toEqual([403, 'forbidden']);
    expect(outcome(await give('admin', 'owner', 'observer'))).toEqual([403, 'forbidden']);
    expect(outcome(await give('operations_manager', 'observer', 'finance'))).toEqual([403, 'forbidden']);
    expect(outcome(await give('admin', 'waiting', 'observer'))).toEqual([409, 'conflict']);
    expect((await eventsOf(idOf('support_agent'))).map(({ type, data }) => [type, data])).toEqual([
      ['staff.role_assigned', { from: 'support_agent', to: 'team_lead' }],
    ]);
  });
});

describe('sessions of staff', () => {
  const items = ({ body }: Answer) => body['items'] as { id: string; user: { id: string } }[];

  it('are listed for all and for one, and ended from afar at once', async () => {
    const agent = await login(test.staff.team_lead);
    const other = await login(test.staff.team_lead);
    await login(test.staff.support_agent);
    expect(items(await call('admin', 'GET /api/v1/ops/sessions'))).toHaveLength(3);
    expect(items(await call('admin', 'GET /api/v1/ops/sessions?limit=2'))).toHaveLength(2);
    const [newest, oldest] = items(await call('admin', `GET ${user('team_lead', '/sessions')}`));
    expect(newest?.user).toEqual({ id: idOf('team_lead'), name: test.staff.team_lead.name });

    const ended = await call('admin', `DELETE /api/v1/ops/sessions/${oldest?.id}`);
    expect([ended.status, typeof ended.body['revokedAt']]).toEqual([200, 'string']);
    expect((await raw('GET /api/v1/ops/users', { as: agent.token })).status).toBe(401);
    expect((await raw('GET /api/v1/ops/users', { as: other.token })).status).toBe(200);
    expect(items(await call('admin', `GET ${user('team_lead', '/sessions')}`))).toHaveLength(1);
    expect(outcome(await call('admin', `DELETE /api/v1/ops/sessions/${oldest?.id}`))).toEqual([404, 'not-found']);
    const log = await logOf(idOf('admin'));
    expect(log.filter(({ action }) => action === 'staff.session_ended')).toMatchObject([
      { action: 'staff.session_ended', data: { sessionId: oldest?.id } },
    ]);
  });

  it('are not half ended when Redis is away: it can be asked for again', async () => {
    const agent = await login(test.staff.support_agent);
    const [session] = items(await call('admin', `GET ${user('support_agent', '/sessions')}`));
    const alone = await startTestApp({ overrides: { language: app.deps.language } });
    alone.deps.redis.disconnect();
    const as = tokenOf(app, test.company.id, { id: idOf('admin'), kind: 'staff' });
    const end = `DELETE /api/v1/ops/sessions/${session?.id}`;
    expect((await createCall(alone, test.company.id)(end, { as })).status).toBe(503);
    await alone.close();
    expect((await call('admin', end)).status).toBe(200);
    expect((await raw('GET /api/v1/users/me', { as: agent.token })).status).toBe(401);
  });

  it('of a superior or of another company stay', async () => {
    await login(test.staff.admin);
    const [session] = items(await call('admin', `GET ${user('admin', '/sessions')}`));
    const end = `DELETE /api/v1/ops/sessions/${session?.id}`;
    expect(outcome(await call('operations_manager', end))).toEqual([403, 'forbidden']);
    expect(outcome(await call('team_lead', end))).toEqual([403, 'forbidden']);
    const elsewhere = await createTestCompany(app.deps.db, { staff: ['owner'] });
    const as = tokenOf(app, elsewhere.company.id, { id: elsewhere.staff.owner.id, kind: 'staff' });
    const foreign = createCall(app, elsewhere.company.id);
    expect(outcome(await foreign(end, { as }))).toEqual([404, 'not-found']);
    expect(items(await foreign('GET /api/v1/ops/sessions', { as }))).toEqual([]);
    expect((await call('admin', end)).status).toBe(200);
  });
});
