import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf, type Answer, type ApiCall } from '#tests/call-api.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

const ROLES = ['admin', 'team_lead', 'support_agent', 'observer', 'finance'] as const;
type Role = (typeof ROLES)[number];
type Person = Role | 'customer' | 'other' | 'guest' | 'foreign admin' | 'foreign customer';

let app: TestApp;
let test: TestCompany<Role>;
let elsewhere: TestCompany<'admin'>;

beforeAll(async () => {
  app = await startTestApp({ settings: { RATE_LIMIT_AUTH_PER_MINUTE: 0, RATE_LIMIT_IP_PER_MINUTE: 0 } });
  elsewhere = await createTestCompany(app.deps.db, { staff: ['admin'] });
});
afterAll(() => app.close());
beforeEach(async () => {
  test = await createTestCompany(app.deps.db, { customers: 2, staff: ROLES });
});

function call(as: Person, what: string, options: Omit<ApiCall, 'as'> = {}): Promise<Answer> {
  const company = as.startsWith('foreign') ? elsewhere : test;
  const token = () => {
    if (as === 'guest') return undefined;
    if (as === 'customer' || as === 'foreign customer') return { id: company.customer.id, kind: 'customer' } as const;
    if (as === 'other') return { id: test.customers[1]?.id ?? '', kind: 'customer' } as const;
    if (as === 'foreign admin') return { id: elsewhere.staff.admin.id, kind: 'staff' } as const;
    return { id: test.staff[as].id, kind: 'staff' } as const;
  };
  const who = token();
  const companyId = company.company.id;
  return createCall(app, companyId)(what, { ...options, ...(who && { as: tokenOf(app, companyId, who) }) });
}

const said = { category: 'quality', description: 'The tap that was repaired yesterday leaks again.' };
const outcome = ({ status, body }: Answer) => [status, body['code']];
const items = ({ body }: Answer) => body['items'] as Record<string, unknown>[];
const raise = async (as: Person = 'customer', body: object = said) => {
  const answer = await call(as, 'POST /api/v1/complaints', { body });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; number: string; version: number };
};

describe('a complaint over the API', () => {
  it('is raised, answered, escalated, assigned, resolved and taken up again', async () => {
    const { id, number } = await raise();
    const one = `/api/v1/complaints/${number}`;
    const ops = `/api/v1/ops/complaints/${id}`;
    const userId = test.staff.support_agent.id;
    const steps = [
      await call('team_lead', `POST ${ops}/assign`, { body: { userId }, version: 1 }),
      await call('support_agent', `PUT ${ops}/status`, { body: { status: 'in_progress' }, version: 2 }),
      await call('support_agent', `POST ${one}/updates`, { body: { text: 'Which tap is it?' } }),
      await call('customer', `POST ${one}/escalate`, { body: { reason: 'You came twice already.' } }),
      await call('support_agent', `POST ${one}/resolve`, {
        body: { resolution: 'Mended, free of charge.' },
        version: 5,
      }),
      await call('support_agent', `PUT ${ops}/status`, { body: { status: 'closed' }, version: 6 }),
      await call('support_agent', `PUT ${ops}/status`, { body: { status: 'in_progress' }, version: 7 }),
    ];
    expect(steps.map(({ status }) => status)).toEqual([200, 200, 201, 200, 200, 200, 200]);
    const { body } = await call('customer', `GET ${one}`);
    expect(body).toMatchObject({
      id,
      number,
      status: 'in_progress',
      escalationLevel: 1,
      escalatedTo: 'team_lead',
      version: 8,
    });
    const updates = items(await call('customer', `GET ${one}/updates`));
    expect(updates.map(({ kind }) => kind)).toEqual([
      'status',
      'comment',
      'escalation',
      'resolution',
      'status',
      'status',
    ]);
    expect(items(await call('observer', `GET ${one}/updates`))).toHaveLength(7);
  });

  it('is answered whole to who raises it, and tells customers nothing of the staff', async () => {
    const answer = await call('customer', 'POST /api/v1/complaints', { body: said });
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^cpl_/),
      number: expect.stringMatching(/^CP-[0-9A-Z]{6}$/),
      ...said,
      ...{ status: 'open', priorityScore: 50, priorityBand: 'medium', escalationLevel: 0, version: 1 },
      firstResponseDueAt: expect.stringMatching(/Z$/),
      resolutionDueAt: expect.stringMatching(/Z$/),
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
    });
    const { number } = answer.body;
    const userId = test.staff.support_agent.id;
    const assigned = await call('admin', `POST /api/v1/ops/complaints/${String(number)}/assign`, {
      body: { userId },
      version: 1,
    });
    const { id, name } = test.customer;
    expect(assigned.body).toMatchObject({
      customer: { id, name },
      assignedTo: { id: userId, name: test.staff.support_agent.name },
    });
    await call('support_agent', `POST /api/v1/complaints/${String(number)}/updates`, { body: { text: 'Hello' } });
    const seen = await call('customer', `GET /api/v1/complaints/${String(number)}`);
    expect(Object.keys(seen.body)).not.toContain('assignedTo');
    expect(Object.keys(seen.body)).not.toContain('customer');
    const [update] = items(await call('customer', `GET /api/v1/complaints/${String(number)}/updates`));
    expect(update).toMatchObject({ text: 'Hello', author: { kind: 'staff' } });
    expect(JSON.stringify([seen.body, update])).not.toContain(test.staff.support_agent.name);
  });

  it('is raised once for one Idempotency-Key', async () => {
    const request = { body: said, headers: { 'Idempotency-Key': 'tap-1' } };
    const first = await call('customer', 'POST /api/v1/complaints', request);
    const second = await call('customer', 'POST /api/v1/complaints', request);
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    const third = await call('customer', 'POST /api/v1/complaints', {
      ...request,
      body: { ...said, category: 'delay' },
    });
    expect(outcome(third)).toEqual([422, 'idempotency-mismatch']);
    expect(items(await call('customer', 'GET /api/v1/complaints'))).toHaveLength(1);
  });

  it('is not taken for another one, nor loses its version, by an Idempotency-Key', async () => {
    const headers = { 'Idempotency-Key': 'tap-2' };
    const first = await call('customer', 'POST /api/v1/complaints', { body: said, headers });
    expect(first.headers.get('etag')).toBe('"1"');
    const other = await raise();
    const note = { body: { text: 'Come after 10 am.' }, headers: { 'Idempotency-Key': 'note-1' } };
    const path = (id: unknown) => `POST /api/v1/complaints/${String(id)}/updates`;
    expect((await call('customer', path(first.body['id']), note)).status).toBe(201);
    expect(outcome(await call('customer', path(other.id), note))).toEqual([422, 'idempotency-mismatch']);
  });

  it('is changed only by who names the version that they read', async () => {
    const { id } = await raise();
    const path = `/api/v1/complaints/${id}`;
    const body = { category: 'damage' };
    expect(outcome(await call('customer', `PUT ${path}`, { body }))).toEqual([428, 'precondition-required']);
    const changed = await call('customer', `PUT ${path}`, { body, version: 1 });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ category: 'damage', priorityScore: 75, priorityBand: 'high' });
    expect(outcome(await call('customer', `PUT ${path}`, { body, version: 1 }))).toEqual([412, 'precondition-failed']);
    expect((await call('customer', `GET ${path}`)).headers.get('etag')).toBe('"2"');
  });

  it.each([
    ['POST /api/v1/complaints/ID/resolve', { resolution: 'Mended.' }],
    ['POST /api/v1/ops/complaints/ID/assign', { userId: 'usr_1' }],
    ['PUT /api/v1/ops/complaints/ID/status', { status: 'in_progress' }],
  ])('%s asks for the version too', async (what, body) => {
    const { id } = await raise();
    expect(outcome(await call('admin', what.replace('ID', id), { body }))).toEqual([428, 'precondition-required']);
  });
});

describe('who may do what', () => {
  const resolution = { resolution: 'Mended, free of charge.' };
  const requests = (id: string): [string, Omit<ApiCall, 'as'>][] => [
    ['POST /api/v1/complaints', { body: said }],
    ['GET /api/v1/complaints', {}],
    [`GET /api/v1/complaints/${id}`, {}],
    [`GET /api/v1/complaints/${id}/updates`, {}],
    [`PUT /api/v1/complaints/${id}`, { body: { category: 'delay' }, version: 9 }],
    [`POST /api/v1/complaints/${id}/updates`, { body: { text: 'Hello' } }],
    [`POST /api/v1/complaints/${id}/escalate`, { body: {} }],
    [`POST /api/v1/complaints/${id}/resolve`, { body: resolution, version: 9 }],
    ['GET /api/v1/ops/complaints', {}],
    ['GET /api/v1/ops/complaints/priority', {}],
    ['GET /api/v1/ops/complaints/analytics?from=2026-11-01&to=2026-11-30', {}],
    [`POST /api/v1/ops/complaints/${id}/assign`, { body: { userId: 'usr_1' }, version: 9 }],
    [`PUT /api/v1/ops/complaints/${id}/status`, { body: { status: 'in_progress' }, version: 9 }],
  ];

  // Version 9 does not exist: 412 says that the actor would have been let through.
  it.each<[Person, number[]]>([
    ['customer', [201, 200, 200, 200, 412, 201, 200, 403, 403, 403, 403, 403, 403]],
    ['other', [201, 200, 404, 404, 404, 404, 404, 403, 403, 403, 403, 403, 403]],
    ['guest', [401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401]],
    ['admin', [403, 403, 200, 200, 412, 201, 200, 412, 200, 200, 200, 412, 412]],
    ['team_lead', [403, 403, 200, 200, 412, 201, 200, 412, 200, 200, 200, 412, 412]],
    ['support_agent', [403, 403, 200, 200, 412, 201, 200, 412, 200, 200, 403, 403, 412]],
    ['observer', [403, 403, 200, 200, 403, 403, 403, 403, 200, 200, 200, 403, 403]],
    ['finance', [403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 200, 403, 403]],
    ['foreign admin', [403, 403, 404, 404, 404, 404, 404, 404, 200, 200, 200, 404, 404]],
    ['foreign customer', [201, 200, 404, 404, 404, 404, 404, 403, 403, 403, 403, 403, 403]],
  ])('%s', async (person, expected) => {
    const { id } = await raise();
    const statuses: number[] = [];
    for (const [what, options] of requests(id)) statuses.push((await call(person, what, options)).status);
    expect(statuses).toEqual(expected);
  });

  it('lists hold nothing of another company', async () => {
    const { id } = await raise();
    for (const list of ['/api/v1/ops/complaints', '/api/v1/ops/complaints/priority'])
      expect((await call('foreign admin', `GET ${list}`)).text).not.toContain(id);
  });
});

describe('what comes in', () => {
  it.each<[object, string[]]>([
    [{}, ['/category', '/description']],
    [{ ...said, category: 'noise' }, ['/category']],
    [{ ...said, description: ' x ' }, ['/description']],
    [{ ...said, description: 'x'.repeat(2_001) }, ['/description']],
    [{ ...said, bookingId: 'घर' }, ['/bookingId']],
    [{ ...said, sentiment: -1 }, ['/sentiment']],
    [{ ...said, priorityScore: 100 }, ['/priorityScore']],
  ])('is refused by field: %j', async (body, pointers) => {
    const answer = await call('customer', 'POST /api/v1/complaints', { body });
    expect(outcome(answer)).toEqual([422, 'invalid']);
    expect((answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it.each([undefined, 'ok', ' x '])('is refused by the field that was sent: a resolution of %j', async (note) => {
    const { id } = await raise();
    const body = { status: 'resolved', ...(note !== undefined && { note }) };
    const answer = await call('admin', `PUT /api/v1/ops/complaints/${id}/status`, { body, version: 1 });
    expect([outcome(answer), answer.body['errors']]).toMatchObject([[422, 'invalid'], [{ pointer: '/note' }]]);
  });

  it.each(['CP-%E0%A4%98', '%00', '..%2f', 'cpl_nobody', 'CP-000000', `${'9'.repeat(300)}`, "'%20or%201=1"])(
    'names no complaint: %s',
    async (id) => {
      for (const rest of ['', '/updates'])
        expect(outcome(await call('admin', `GET /api/v1/complaints/${id}${rest}`))).toEqual([404, 'not-found']);
      const escalating = await call('admin', `POST /api/v1/complaints/${id}/escalate`, { body: {} });
      expect(outcome(escalating)).toEqual([404, 'not-found']);
    },
  );

  it.each([
    ['/api/v1/ops/complaints', 'overdue=perhaps'],
    ['/api/v1/ops/complaints', 'status=lost'],
    ['/api/v1/ops/complaints', 'status=open&status=closed'],
    ['/api/v1/ops/complaints', 'sort=number'],
    ['/api/v1/ops/complaints', 'from=2026-02-30'],
    ['/api/v1/ops/complaints', 'from=2026-11-20&to=2026-11-19'],
    ['/api/v1/ops/complaints', 'assignedTo=%E0%A4%98'],
    ['/api/v1/ops/complaints', 'limit=0'],
    ['/api/v1/ops/complaints', 'colour=red'],
    ['/api/v1/ops/complaints/priority', 'status=done'],
    ['/api/v1/ops/complaints/analytics', 'from=2026-11-01'],
    ['/api/v1/ops/complaints/analytics', 'from=9999-12-31&to=9999-12-31'],
    ['/api/v1/ops/complaints/analytics', 'from=2026-11-01&to=2026-11-02&groupBy=mood'],
  ])('is refused in the query of %s: %s', async (path, query) => {
    expect(outcome(await call('admin', `GET ${path}?${query}`))).toEqual([422, 'invalid']);
  });

  it('finds any words, and takes any cursor', async () => {
    await raise();
    const words = ['%', '_', String.raw`\ `, '😤', "' or 1=1 --", '\u0000', 'LEAKS'];
    const found: number[] = [];
    for (const q of words) {
      const answer = await call('admin', `GET /api/v1/ops/complaints?${new URLSearchParams({ q, cursor: q })}`);
      expect([q, answer.status === 200 || answer.status === 422]).toEqual([q, true]);
      found.push(answer.status === 200 ? items(answer).length : 0);
    }
    expect(found).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('lists over the API', () => {
  it('lead through a customer’s complaints', async () => {
    const raised = [await raise(), await raise(), await raise()];
    const first = await call('customer', 'GET /api/v1/complaints?limit=2');
    const cursor = String(first.body['nextCursor']);
    const second = await call('customer', `GET /api/v1/complaints?limit=2&cursor=${cursor}`);
    const ids = [...items(first), ...items(second)].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(raised.map(({ id }) => id).toSorted());
    expect(second.body['nextCursor']).toBeUndefined();
    expect(items(first)[0]).toMatchObject({ isOverdue: false });
  });

  it('tell staff who it is, what is overdue and what may follow', async () => {
    const { id } = await raise();
    const [listed] = items(await call('observer', 'GET /api/v1/ops/complaints?overdue=false&status=open'));
    const customer = { id: test.customer.id, name: test.customer.name };
    expect(listed).toMatchObject({ id, customer, isOverdue: false, nextStatuses: ['in_progress', 'resolved'] });
    expect(items(await call('observer', 'GET /api/v1/ops/complaints?overdue=true'))).toEqual([]);
    const [queued] = items(await call('observer', 'GET /api/v1/ops/complaints/priority'));
    expect(queued).toMatchObject({ complaintId: id, customer, status: 'waiting', priorityScore: 50, isOverdue: false });
    expect(Object.keys(queued ?? {})).toEqual(expect.arrayContaining(['firstResponseDueAt', 'resolutionDueAt']));
  });

  it('count and time what was raised', async () => {
    const { id } = await raise();
    await call('admin', `POST /api/v1/complaints/${id}/resolve`, { body: { resolution: 'Mended.' }, version: 1 });
    const day = new Date().toISOString().slice(0, 10);
    const [from, to] = [-1, 1].map((days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10));
    const { status, body } = await call('team_lead', `GET /api/v1/ops/complaints/analytics?from=${from}&to=${to}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      groupBy: 'category',
      total: { count: 1, resolvedCount: 1, resolution: { averageMinutes: expect.any(Number), withinSlaShare: 1 } },
      groups: [{ key: 'quality', count: 1 }],
    });
  });
});
