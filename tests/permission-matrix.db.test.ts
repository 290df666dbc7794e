import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '#src/api/routes/all-routes.ts';
import type { Call, OpenCtx, Route } from '#src/api/route.ts';
import type { Actor, Company } from '#src/context.ts';
import { rolePermissions, roles, staff, users } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { PERMISSIONS, ROLE_TEMPLATES, type Permission } from '#src/permissions.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf, type Answer } from './call-api.ts';
import { sampleInput } from './sample-input.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { testCtx } from './test-ctx.ts';

type Outcome = 401 | 403 | 'let through';
/** An account of the company; `role` is a slug, undefined while it waits for approval. */
type Account = { kind: 'customer' } | { kind: 'staff'; role?: string | undefined };

const NOBODY_HAS = 'nosuch';
const ALL = Object.keys(PERMISSIONS) as Permission[];
const HELD = new Map<string, readonly Permission[]>(ROLE_TEMPLATES.map(({ slug, permissions }) => [slug, permissions]));
/** Nobody gives a role that may do more than they, so who makes an account holds what the role of the example permits. */
const PASSED_ON: Partial<Record<Permission, readonly Permission[]>> = {
  'staff.create': HELD.get('support_agent') ?? [],
};
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const guarded = allRoutes.filter((route) => route.permission !== undefined);

let app: TestApp;
let test: TestCompany;
let elsewhere: TestCompany<'owner'>;
let call: ReturnType<typeof createCall>;
let roleIds: Map<string, string>;

beforeAll(async () => {
  const settings = { RATE_LIMIT_IP_PER_MINUTE: 0, RATE_LIMIT_USER_PER_MINUTE: 0, RATE_LIMIT_AUTH_PER_MINUTE: 0 };
  app = await startTestApp({ settings });
  const { db } = app.deps;
  test = await createTestCompany(db);
  elsewhere = await createTestCompany(db, { staff: ['owner'] });
  call = createCall(app, test.company.id);
  await createProbeRoles();
  const rows = await db.query.roles.findMany({ where: (r, { eq }) => eq(r.companyId, test.company.id) });
  roleIds = new Map(rows.map(({ id, slug }) => [slug, id]));
});
afterAll(() => app.close());

/** For each permission a role that has nothing else, and one that has everything else, both above all others. */
async function createProbeRoles(): Promise<void> {
  const { db } = app.deps;
  for (const permission of ALL)
    for (const [slug, held] of [
      [onlyRole(permission), [...new Set([permission, ...(PASSED_ON[permission] ?? [])])]],
      [withoutRole(permission), ALL.filter((other) => other !== permission)],
    ] as const) {
      const id = newId('role');
      await db
        .insert(roles)
        .values({ id, companyId: test.company.id, slug, name: slug, description: slug, level: 100 });
      await db.insert(rolePermissions).values(held.map((p) => ({ roleId: id, permission: p })));
      HELD.set(slug, held);
    }
}
const onlyRole = (permission: Permission) => `only_${permission.replace('.', '_')}`;
const withoutRole = (permission: Permission) => `no_${permission.replace('.', '_')}`;

/** New accounts, so that what one call does to its own account (sign out, close it) is felt by no other. */
async function createAccounts(accounts: Account[]): Promise<string[]> {
  const { db } = app.deps;
  const rows = accounts.map(({ kind }, i) => {
    const id = newId('user');
    const phone = `+91${String(6_000_000_000 + Math.floor(Math.random() * 3_999_999_999))}`;
    const role = kind === 'staff' ? ('ops' as const) : ('customer' as const);
    return { id, companyId: test.company.id, role, name: `Person ${i}`, email: `${id}@example.test`, phone };
  });
  await db.insert(users).values(rows);
  const working = accounts.flatMap((account, i) => {
    const roleId = account.kind === 'staff' && account.role ? roleIds.get(account.role) : undefined;
    return roleId ? [{ id: newId('staff'), companyId: test.company.id, userId: rows[i]?.id ?? '', roleId }] : [];
  });
  if (working.length > 0) await db.insert(staff).values(working);
  return rows.map(({ id }) => id);
}

/** Calls a route as it is meant to be called, but for things that do not exist. */
function request(route: Route, as: string | undefined): Promise<Answer> {
  const path = route.path.replaceAll(/\{\w+\}/g, NOBODY_HAS);
  const query = route.query ? `?${new URLSearchParams(sampleInput(route.query) as Record<string, string>)}` : '';
  // A valid sign-in would be refused for its password: an empty one tells as much about who may call.
  const body = route.body && { body: route.auth === 'none' ? {} : (sampleInput(route.body) as object) };
  const upload = route.upload && { headers: { 'Content-Type': route.upload.types[0] ?? '' } };
  return call(`${route.method} ${path}${query}`, { as, version: 1, ...body, ...upload });
}

function outcomeOf({ status, text }: Answer): Outcome {
  expect(status, text).toBeLessThan(500);
  return status === 401 || status === 403 ? status : 'let through';
}

/** What the table of routes says about an account of this company. */
function expected({ auth, permission }: Route, account: Account): Outcome {
  if (account.kind === 'customer') return auth === 'staff' ? 403 : 'let through';
  if (auth === 'customer') return 403;
  const needs = auth === 'none' ? undefined : permission;
  return !needs || (account.role && HELD.get(account.role)?.includes(needs)) ? 'let through' : 403;
}

describe('the table of routes', () => {
  it('gives every route for staff a permission', () => {
    const open = allRoutes.filter(({ auth, permission }) => auth === 'staff' && !permission);
    expect(open.map(nameOf)).toEqual([]);
  });

  it('names only permissions that exist', () => {
    for (const route of guarded) expect(ALL, nameOf(route)).toContain(route.permission);
  });

  it('does not ask for a permission where nobody is asked who they are', () => {
    expect(guarded.filter(({ auth }) => auth === 'none' || auth === 'customer').map(nameOf)).toEqual([]);
  });

  it('has each method and path once', () => {
    const names = allRoutes.map((route) => nameOf(route).replaceAll(/\{\w+\}/g, '{}'));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe.each(allRoutes.map((route) => [nameOf(route), route] as const))('%s', (_, route) => {
  it('lets those through that the table names, and nobody else', async () => {
    const accounts: Account[] = [
      { kind: 'customer' },
      { kind: 'staff' },
      ...ROLE_TEMPLATES.map(({ slug }) => ({ kind: 'staff' as const, role: slug })),
    ];
    const ids = await createAccounts(accounts);
    const actual: Record<string, Outcome> = {};
    const wanted: Record<string, Outcome> = {};
    const check = async (who: string, as: string | undefined, outcome: Outcome) => {
      wanted[who] = outcome;
      actual[who] = outcomeOf(await request(route, as));
    };

    const open = route.auth === 'none' || route.auth === 'guest';
    const guest = tokenOf(app, test.company.id, { id: newId('guest'), kind: 'guest' });
    const foreign = { id: elsewhere.staff.owner.id, kind: 'staff' as const };
    const foreignCustomer = { id: elsewhere.customer.id, kind: 'customer' as const };
    await check('nobody', undefined, open ? 'let through' : 401);
    await check('guest', guest, open ? 'let through' : 401);
    // Their own company's token is none here; nor does one for this company make them known to it.
    const foreignOutcome = route.auth === 'none' ? 'let through' : 401;
    await check('staff of another company', tokenOf(app, elsewhere.company.id, foreign), foreignOutcome);
    await check('customer of another company', tokenOf(app, elsewhere.company.id, foreignCustomer), foreignOutcome);
    await check('stranger with a token for this company', tokenOf(app, test.company.id, foreign), foreignOutcome);
    for (const [i, account] of accounts.entries()) {
      const who = account.kind === 'customer' ? 'customer' : (account.role ?? 'waiting for approval');
      const as = tokenOf(app, test.company.id, { id: ids[i] ?? '', kind: account.kind });
      await check(who, as, expected(route, account));
    }
    expect(actual).toEqual(wanted);
  });
});

describe.each(guarded.map((route) => [nameOf(route), route] as const))('the verb behind %s', (_, route) => {
  const permission = route.permission ?? 'staff.view';

  it('asks for the permission of its route itself', async () => {
    const held = ALL.filter((other) => other !== permission);
    await expect(runAs(route, withoutRole(permission), held)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('asks for no other permission', async () => {
    const account = { kind: 'staff' as const, role: onlyRole(permission) };
    const [id = ''] = await createAccounts([account]);
    const answer = await request(route, tokenOf(app, test.company.id, { id, kind: 'staff' }));
    expect(outcomeOf(answer)).toBe('let through');
  });
});

/** Past the router, which asks for the permission as well. */
async function runAs(route: Route, role: string, permissions: Permission[]): Promise<unknown> {
  const [id = ''] = await createAccounts([{ kind: 'staff', role }]);
  const actor: Actor = { kind: 'staff', id, name: 'Probe', role, level: 100, permissions: new Set(permissions) };
  const company: Company = test.company;
  const ctx: OpenCtx & { actor: Actor; company: Company } = testCtx(app.deps, company, actor);
  const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, NOBODY_HAS]));
  const raw = {
    params,
    query: route.query ? sampleInput(route.query) : {},
    body: route.body ? sampleInput(route.body) : undefined,
  };
  return route.run(ctx, raw, probeCall(company));
}

function probeCall(company: Company): Call {
  return {
    company: async () => company,
    accept: 'application/json',
    ip: '127.0.0.1',
    userAgent: 'probe',
    claims: undefined,
    readUpload: async () => Buffer.alloc(0),
    guestCookie: undefined,
    idempotencyKey: undefined,
    lastEventId: 0,
    requireVersion: () => 1,
    namedVersion: () => 1,
    signal: new AbortController().signal,
  };
}
