import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PERMISSIONS, ROLE_TEMPLATES } from '#src/permissions.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf, type Answer, type ApiCall } from '#tests/call-api.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

const STAFF = ['owner', 'admin', 'operations_manager', 'support_agent'] as const;
type Slug = (typeof STAFF)[number];
interface Role {
  slug: string;
  level: number;
  permissions: string[];
  holders: number;
  version: number;
}

let app: TestApp;
let test: TestCompany<Slug>;

beforeAll(async () => {
  app = await startTestApp({ settings: { RATE_LIMIT_IP_PER_MINUTE: 0 } });
});
afterAll(() => app.close());
beforeEach(async () => {
  test = await createTestCompany(app.deps.db, { staff: STAFF });
});

const call = (as: Slug, what: string, options: ApiCall = {}): Promise<Answer> =>
  createCall(app, test.company.id)(what, {
    ...options,
    as: tokenOf(app, test.company.id, { id: test.staff[as].id, kind: 'staff' }),
  });
const roles = async (): Promise<Role[]> => (await call('owner', 'GET /api/v1/ops/roles')).body['items'] as Role[];
const role = async (slug: string): Promise<Role> => {
  const found = (await roles()).find((r) => r.slug === slug);
  if (!found) throw new Error(`The company lacks the role ${slug}.`);
  return found;
};
const set = async (as: Slug, slug: string, permissions: unknown, version?: number) =>
  call(as, `PUT /api/v1/ops/roles/${slug}/permissions`, {
    body: { permissions },
    version: version ?? (await role(slug)).version,
  });
const outcome = ({ status, body }: Answer) => [status, body['code']];

describe('roles and permissions', () => {
  it('are the eight that every company starts with, highest first', async () => {
    const list = await roles();
    expect(list.map(({ slug }) => slug)).toEqual(
      ROLE_TEMPLATES.toSorted((a, b) => b.level - a.level).map(({ slug }) => slug),
    );
    for (const template of ROLE_TEMPLATES) {
      const found = list.find(({ slug }) => slug === template.slug);
      expect(found?.permissions.toSorted()).toEqual([...template.permissions].toSorted());
      expect(found?.holders).toBe((STAFF as readonly string[]).includes(template.slug) ? 1 : 0);
    }
  });

  it('are 30 permissions in 11 modules', async () => {
    const { body } = await call('admin', 'GET /api/v1/ops/permissions');
    const items = body['items'] as { slug: string; module: string }[];
    expect(items.map(({ slug }) => slug)).toEqual(Object.keys(PERMISSIONS));
    expect([items.length, new Set(items.map(({ module }) => module)).size]).toEqual([30, 11]);
  });

  it('are not shown to those without the permission', async () => {
    expect(outcome(await call('support_agent', 'GET /api/v1/ops/roles'))).toEqual([403, 'forbidden']);
    expect(outcome(await call('support_agent', 'GET /api/v1/ops/permissions'))).toEqual([403, 'forbidden']);
  });
});

describe('what a role may do', () => {
  it('is decided by a superior of the role, with an event and an entry in their log', async () => {
    const before = await role('observer');
    const answer = await set('admin', 'observer', ['bookings.view', 'complaints.update', 'bookings.view']);
    expect(answer.status).toBe(200);
    expect(answer.body['permissions']).toEqual(['bookings.view', 'complaints.update']);
    expect(await role('observer')).toEqual(answer.body);
    expect(answer.headers.get('etag')).toBe(`"${String(answer.body['version'])}"`);
    expect([before.version, answer.body['version']]).toEqual([1, 2]);
    const same = await set('admin', 'observer', ['complaints.update', 'bookings.view']);
    expect([same.status, same.body['version']]).toEqual([200, 2]);
    const { db } = app.deps;
    const log = await db.query.staffActivityLog.findMany({ where: (l, { eq }) => eq(l.userId, test.staff.admin.id) });
    expect(log).toMatchObject([
      { action: 'role.permissions_changed', data: { role: 'observer', added: ['complaints.update'] } },
    ]);
    expect(log[0]?.data['removed']).toHaveLength(before.permissions.length - 1);
  });

  it('counts for those who have it', async () => {
    expect((await call('support_agent', 'GET /api/v1/ops/users')).status).toBe(403);
    await set('admin', 'support_agent', ['staff.view']);
    // A second process has not remembered what the role was.
    const other = await startTestApp({ settings: { RATE_LIMIT_IP_PER_MINUTE: 0 } });
    const as = tokenOf(other, test.company.id, { id: test.staff.support_agent.id, kind: 'staff' });
    expect((await createCall(other, test.company.id)('GET /api/v1/ops/users', { as })).status).toBe(200);
    await other.close();
  });

  it('changes once for one reading of it', async () => {
    const { version } = await role('observer');
    const answers = await Promise.all(
      [['bookings.view'], ['refunds.view'], ['staff.view']].map((p) => set('owner', 'observer', p, version)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  });

  it('is not decided by those of the same level or below, or without the permission', async () => {
    expect(outcome(await set('admin', 'admin', []))).toEqual([403, 'forbidden']);
    expect(outcome(await set('admin', 'owner', []))).toEqual([403, 'forbidden']);
    expect(outcome(await set('owner', 'owner', []))).toEqual([403, 'forbidden']);
    expect(outcome(await set('operations_manager', 'observer', []))).toEqual([403, 'forbidden']);
    expect((await role('owner')).permissions).toHaveLength(30);
  });

  it('never becomes more than what the giver may do; what was there may stay', async () => {
    const manager = await role('operations_manager');
    await set('owner', 'operations_manager', [...manager.permissions, 'staff.assign_roles']);
    const observer = await role('observer');
    await set('owner', 'observer', [...observer.permissions, 'audit.export']);
    const more = ['audit.export', 'staff.assign_roles'];
    expect(outcome(await set('operations_manager', 'finance', more))).toEqual([403, 'forbidden']);
    expect((await set('operations_manager', 'observer', more)).body['permissions']).toEqual(more);
  });

  it('is nothing that does not exist, of a role that exists here', async () => {
    expect(outcome(await set('owner', 'observer', ['bookings.burn']))).toEqual([422, 'invalid']);
    expect(outcome(await set('owner', 'observer', 'bookings.view'))).toEqual([422, 'invalid']);
    for (const slug of ['emperor', encodeURIComponent('भूमिका'), 'a'.repeat(80)])
      expect(outcome(await set('owner', slug, [], 1))).toEqual([404, 'not-found']);
    expect(
      outcome(await call('owner', 'PUT /api/v1/ops/roles/observer/permissions', { body: { permissions: [] } })),
    ).toEqual([428, 'precondition-required']);
  });
});
