import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allRoutes } from '#src/api/routes/all-routes.ts';
import type { Route } from '#src/api/route.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf } from './call-api.ts';
import { createOwnedThings, type OwnedThings } from './owned-things.ts';
import { sampleInput } from './sample-input.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let home: TestCompany<'support_agent'>;
let elsewhere: TestCompany<'owner'>;
let things: OwnedThings;

beforeAll(async () => {
  app = await startTestApp();
  home = await createTestCompany(app.deps.db, { staff: ['support_agent'] });
  elsewhere = await createTestCompany(app.deps.db, { staff: ['owner'] });
  things = await createOwnedThings(app.deps.db, home, home.staff.support_agent.id);
});
afterAll(() => app.close());

/** What a company shows to everybody, by the noun before its id: to everybody of its own. */
const SHOWN: Record<string, () => string> = {
  categories: () => categoryId,
  providers: () => home.providers[0]?.id ?? '',
  services: () => home.rateCards.acRepair.id,
};
/** What has names that are the same everywhere, belongs to nobody, or (`ui`) that each client makes up for itself. */
const BY_NAME = ['companies', 'documents', 'pincodes', 'roles', 'ui', 'verification'];
/** By the name of a parameter, what its ids are of. */
const ASKED_FOR: Record<string, () => string> = {
  assignedTo: () => home.staff.support_agent.id,
  bookingId: () => things.bookings,
  category: () => categoryId,
  item: () => home.rateCards.acRepair.id,
  providerId: () => home.providers[0]?.id ?? '',
  rateCardId: () => home.rateCards.acRepair.id,
  service: () => home.rateCards.acRepair.id,
  sessionId: () => conversationId,
  subcategory: () => home.rateCards.acRepair.subcategoryId,
  subjectId: () => things.bookings,
  userId: () => home.customer.id,
};
const LIKE_AN_ID = /Id$|^(assignedTo|category|item|provider|rateCard|service|subcategory)$/;

let categoryId = '';
let conversationId = '';
beforeAll(async () => {
  const companyId = home.company.id;
  const category = await app.deps.db.query.categories.findFirst({ where: (c, { eq }) => eq(c.companyId, companyId) });
  const conversation = await app.deps.db.query.conversations.findFirst({
    where: (c, { eq }) => eq(c.companyId, companyId),
  });
  categoryId = category?.id ?? '';
  conversationId = conversation?.id ?? '';
});

const nounsOf = ({ path }: Route): string[] => [...path.matchAll(/\/([a-z-]+)\/\{/g)].map(([, noun = '']) => noun);
/** The parameters of the query that hold ids, not one of a few words. */
function idsAskedFor({ query }: Route): string[] {
  if (!query) return [];
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { enum?: unknown }>;
  };
  return Object.keys(properties).filter((name) => LIKE_AN_ID.test(name) && !properties[name]?.enum);
}

/** Each place of a read where an id of another company may stand: a noun of the path, or a parameter. */
const places = allRoutes
  .filter(({ method }) => method === 'GET')
  .flatMap((route) => [
    ...nounsOf(route)
      .filter((noun) => noun in SHOWN)
      .map((noun) => ({ route, noun, name: undefined })),
    ...idsAskedFor(route).map((name) => ({ route, noun: undefined, name })),
  ]);

describe('the ids that a route takes', () => {
  it('are those of what belongs to somebody, of what a company shows, or names', () => {
    const owned = Object.keys(things);
    for (const route of allRoutes)
      for (const noun of nounsOf(route))
        expect([...owned, ...Object.keys(SHOWN), ...BY_NAME], `${route.method} ${route.path}`).toContain(noun);
    for (const { name, route } of places)
      if (name) expect(Object.keys(ASKED_FOR), `${route.method} ${route.path}`).toContain(name);
  });
});

describe.each(places.map((place) => [`${place.route.path} by ${place.name ?? place.noun}`, place] as const))(
  '%s',
  (_, { route, noun, name }) => {
    it('answers for a thing of another company as for one that does not exist', async () => {
      const id = (noun ? SHOWN[noun] : ASKED_FOR[name ?? ''])?.() ?? '';
      expect(id).toMatch(/^[a-z]{3}_[0-9a-z]{26}$/);
      const real = await ask(route, id, name);
      expect(real.status, real.told).toBeLessThan(500);
      expect(real).toEqual(await ask(route, `${id.slice(0, -4)}zzzz`, name));
      if (noun) expect(real.status).toBe(404);
    });
  },
);

/** The owner of the other company asks, in that company. */
async function ask(route: Route, id: string, name: string | undefined): Promise<{ status: number; told: string }> {
  const { company, staff } = elsewhere;
  const params = { ...(route.query && (sampleInput(route.query) as object)), ...(name && { [name]: id }) };
  const search = new URLSearchParams(params as Record<string, string>);
  const path = route.path.replaceAll(/\{\w+\}/g, id);
  const as = tokenOf(app, company.id, { kind: 'staff', id: staff.owner.id });
  const { status, text } = await createCall(app, company.id)(`GET ${path}?${search}`, { as });
  return { status, told: text.replaceAll(id, 'ID').replace(/urn:request:[\w-]+/, '') };
}
