import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '#src/api/routes/all-routes.ts';
import type { Route } from '#src/api/route.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf, type Answer } from './call-api.ts';
import { createOwnedThings, type OwnedThings } from './owned-things.ts';
import { sampleInput } from './sample-input.ts';
import { startTestApp, type TestApp } from './test-app.ts';

/** What anybody may know of, by name. */
const PUBLIC = new Set('services categories providers pincodes documents companies roles verification'.split(' '));

const nounOf = ({ path }: Route): string => /\/([a-z-]+)\/\{/.exec(path)?.[1] ?? '';
const routes = allRoutes.filter((route) => route.path.includes('{') && !PUBLIC.has(nounOf(route)));
const cases = routes.map((route) => [`${route.method} ${route.path}`, route] as const);
/** Below `/me` everybody sees their own alone. */
const reads = cases.filter(([, { method, path, sse }]) => method === 'GET' && !sse && !path.includes('/me/'));

let app: TestApp;
let home: TestCompany<'owner' | 'team_lead'>;
let elsewhere: TestCompany<'owner'>;
let things: OwnedThings;

beforeAll(async () => {
  const settings = { RATE_LIMIT_IP_PER_MINUTE: 0, RATE_LIMIT_USER_PER_MINUTE: 0, RATE_LIMIT_AUTH_PER_MINUTE: 0 };
  app = await startTestApp({ settings });
  home = await createTestCompany(app.deps.db, { customers: 2, staff: ['owner', 'team_lead'] });
  elsewhere = await createTestCompany(app.deps.db, { staff: ['owner'] });
  things = await createOwnedThings(app.deps.db, home, home.staff.team_lead.id);
});
afterAll(() => app.close());

/** The id of the thing that the route is about. */
function idFor(route: Route): string {
  const noun = /\/chat\/(sessions|ui)\//.test(route.path) ? 'conversations' : nounOf(route);
  const id = noun === 'users' ? things.users[route.path.includes('/ops/') ? 'ops' : 'own'] : things[noun as 'bookings'];
  if (!id) throw new Error(`Whose is what ${route.path} names? Make one in tests/owned-things.ts.`);
  return id;
}
/** Of the same form, and nothing's. */
const nobodys = (id: string): string => `${id.slice(0, -4)}zzzz`;

interface Caller {
  companyId: string;
  kind: 'customer' | 'staff' | 'guest';
  id: string;
}

async function request(route: Route, id: string, caller: Caller): Promise<Answer> {
  const path = route.path.replace(/\{\w+\}/, id);
  const query = route.query ? `?${new URLSearchParams(sampleInput(route.query) as Record<string, string>)}` : '';
  const body = route.body && { body: sampleInput(route.body) as object };
  const as = tokenOf(app, caller.companyId, caller);
  return createCall(app, caller.companyId)(`${route.method} ${path}${query}`, { as, version: 1, ...body });
}

/** An answer without what names the request or the id asked for. */
function told({ status, text }: Answer, id: string): unknown {
  const { instance: _, ...rest } = JSON.parse((text || '{}').replaceAll(new RegExp(id, 'gi'), 'ID')) as Record<
    string,
    unknown
  >;
  return { status, ...rest };
}

describe.each(cases)('%s', (_, route) => {
  it('says of a thing of somebody else what it says of a thing that does not exist', async () => {
    const companyId = elsewhere.company.id;
    const intruders: Record<string, Caller> = {
      'another customer': { companyId: home.company.id, kind: 'customer', id: home.customers[1]?.id ?? '' },
      guest: { companyId: home.company.id, kind: 'guest', id: 'gst_01kaq3x8d2v7b4n6m8p0r2t4w6' },
      'owner of another company': { companyId, kind: 'staff', id: elsewhere.staff.owner.id },
      'customer of another company': { companyId, kind: 'customer', id: elsewhere.customer.id },
    };
    for (const [who, caller] of Object.entries(intruders)) {
      const id = idFor(route);
      const real = await request(route, id, caller);
      const fake = await request(route, nobodys(id), caller);
      // 204: nothing runs there, which is so of a conversation that does not exist as well.
      expect(real.status === 204 || real.status >= 400, who).toBe(true);
      expect(told(real, id), who).toEqual(told(fake, nobodys(id)));
    }
  });
});

describe.each(reads)('%s', (_, route) => {
  it('is answered to the staff of the company', async () => {
    const owner: Caller = { companyId: home.company.id, kind: 'staff', id: home.staff.owner.id };
    // Files are rows alone here: that there is no file is all that can be told.
    const wanted = route.produces.length > 0 ? 404 : 200;
    expect((await request(route, idFor(route), owner)).status).toBe(wanted);
  });
});
