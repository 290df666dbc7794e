import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { bookingItems, bookings, rateCardPincodes, rateCards } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { issueToken } from '#src/services/auth/tokens.ts';
import { priceOf } from '#src/services/bookings/price.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

/** What the tests look at one by one, of all answers. */
interface Body {
  items: (Record<string, unknown> & {
    slug: string;
    reason: string;
    service: { slug: string };
    category: { id: string };
  })[];
  nextCursor?: string;
  errors: { pointer: string }[];
  nearest: { pincode: string; kilometres: number }[];
  price: { items: { unitPricePaise: number }[]; totalPaise: number };
  pricePaise: number;
  visitingCharges: unknown[];
}
let app: TestApp;
let second: TestApp;
let test: TestCompany<'catalogue_editor' | 'observer'>;
let foreign: TestCompany<'catalogue_editor'>;

beforeAll(async () => {
  [app, second] = await Promise.all([startTestApp(), startTestApp()]);
  test = await createTestCompany(app.deps.db, { customers: 2, staff: ['catalogue_editor', 'observer'] });
  foreign = await createTestCompany(app.deps.db, { staff: ['catalogue_editor'] });
});
afterAll(() => Promise.all([app.close(), second.close()]));

const tokenOf = (kind: 'customer' | 'staff', sub: string, companyId = test.company.id) =>
  issueToken({ secret: app.deps.config.JWT_SECRET, companyId, now: new Date() }, { kind, sub }, 600);

async function call(
  method: string,
  path: string,
  options: { body?: unknown; token?: string; headers?: Record<string, string>; url?: string; company?: string } = {},
): Promise<{ status: number; headers: Headers; body: Body }> {
  const response = await fetch(`${options.url ?? app.url}/api/v1${path}`, {
    method,
    headers: {
      'X-Company': options.company ?? test.company.id,
      ...(options.token && { Authorization: `Bearer ${options.token}` }),
      ...(options.body !== undefined && { 'Content-Type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text || '{}') as Body };
}
const get = (path: string, options?: Parameters<typeof call>[2]) => call('GET', path, options);
const slugs = (items: { slug: string }[]) => items.map((item) => item.slug);

describe('the catalogue', () => {
  it('lists categories in the company’s order, with how much is in them', async () => {
    const { status, body } = await get('/services/categories');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { slug: 'repairs', subcategoryCount: 2, serviceCount: 3 },
      { slug: 'cleaning', subcategoryCount: 1, serviceCount: 1 },
    ]);
  });

  it('is not mistaken by a cache for that of another company', async () => {
    for (const path of ['/services/tap-repair', '/services/categories', `/pincodes/${test.pincode.pincode}`])
      expect((await get(path)).headers.get('vary')).toMatch(/\bX-Company\b/i);
  });

  it('answers an unchanged list with 304 and without a body', async () => {
    const first = await get('/services/categories');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    // Left to itself, fetch would ask for a fresh copy.
    const headers = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' };
    const again = await get('/services/categories', { headers });
    expect([again.status, again.body]).toEqual([304, {}]);
  });

  it('lists the subcategories of a category by slug or id, with the cheapest price', async () => {
    const { body } = await get('/services/categories/repairs/subcategories');
    expect(body.items).toMatchObject([
      { slug: 'ac-repair', serviceCount: 2, fromPaise: 29_900, category: { slug: 'repairs' } },
      { slug: 'tap-repair', serviceCount: 1, fromPaise: 14_900 },
    ]);
    const id = body.items[0]?.category.id;
    expect((await get(`/services/categories/${id}/subcategories`)).body).toEqual(body);
    expect((await get('/services/categories/none/subcategories')).status).toBe(404);
    expect((await get(`/services/categories/${encodeURIComponent('नल')}/subcategories`)).status).toBe(404);
  });

  it('describes a service by id or slug, with its version as the ETag', async () => {
    const { acGasRefill } = test.rateCards;
    const { status, body, headers } = await get(`/services/${acGasRefill.id}`);
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      id: acGasRefill.id,
      includes: ['Leak test', 'Refrigerant'],
      pricePaise: 249_900,
      discountPercent: 10,
      durationMinutes: 90,
      unit: 'AC unit',
      subcategory: { slug: 'ac-repair' },
      category: { slug: 'repairs' },
      version: 1,
    });
    expect((await get('/services/ac-gas-refill')).body).toEqual(body);
    expect((await get(`/services/${foreign.rateCards.acRepair.id}`)).status).toBe(404);
  });

  it('tells what a booking may be', async () => {
    const { body } = await get('/services/ac-gas-refill/attributes');
    expect(body).toMatchObject({
      unit: 'AC unit',
      maxQuantity: 3,
      hoursByQuantity: [
        { quantity: 1, hours: 2 },
        { quantity: 2, hours: 3 },
        { quantity: 3, hours: 5 },
      ],
      opensAt: 9,
      closesAt: 21,
      minLeadHours: 2,
      holdMinutes: 10,
      gstPercent: 18,
      timeZone: 'Asia/Kolkata',
    });
    expect(body.visitingCharges[0]).toEqual({ tier: 1, chargePaise: 4_900 });
  });
});

describe('searching services', () => {
  it('finds by problem, best first, and says so when nothing fits', async () => {
    expect(slugs((await get('/services/search?q=tap%20dripping')).body.items)[0]).toBe('tap-repair');
    expect((await get('/services/search?q=submarine')).body).toEqual({ items: [] });
  });

  it('filters by family and by the price after discount', async () => {
    expect(slugs((await get('/services/search?category=cleaning')).body.items)).toEqual(['bathroom-deep-cleaning']);
    expect(slugs((await get('/services/search?subcategory=tap-repair')).body.items)).toEqual(['tap-repair']);
    expect((await get('/services/search?category=none')).body.items).toEqual([]);
    // ₹599 less 15 %.
    const { body } = await get('/services/search?minPricePaise=50000&maxPricePaise=51000');
    expect(slugs(body.items)).toEqual(['bathroom-deep-cleaning']);
  });

  it.each([
    ['price', ['tap-repair', 'ac-diagnosis', 'bathroom-deep-cleaning', 'ac-gas-refill']],
    ['-price', ['ac-gas-refill', 'bathroom-deep-cleaning', 'ac-diagnosis', 'tap-repair']],
    ['duration', ['tap-repair', 'ac-diagnosis', 'bathroom-deep-cleaning', 'ac-gas-refill']],
    ['relevance', ['ac-diagnosis', 'ac-gas-refill', 'tap-repair', 'bathroom-deep-cleaning']],
  ])('sorts by %s, page after page, nothing twice', async (sort, expected) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await get(`/services/search?sort=${sort}&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...slugs(body.items));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(expected);
  });

  it('with a pincode, finds only what is offered there', async () => {
    expect((await get(`/services/search?pincode=${test.pincode.pincode}`)).body.items).toHaveLength(4);
    expect((await get(`/services/search?pincode=${test.unservedPincode.pincode}`)).body.items).toEqual([]);
  });

  it('refuses what is no filter, and takes a foreign cursor as none', async () => {
    const { status, body } = await get('/services/search?pincode=12&limit=0&colour=red');
    expect(status).toBe(422);
    expect(body.errors.map((e) => e.pointer).sort()).toEqual(['/query/colour', '/query/limit', '/query/pincode']);
    expect((await get('/services/search?cursor=%F0%9F%92%A5')).body.items).toHaveLength(4);
  });
});

describe('recommendations', () => {
  it('follow the problem', async () => {
    const { status, body } = await get('/services/recommendations?problem=AC%20is%20not%20cooling');
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({ reason: 'problem', service: { slug: 'ac-diagnosis' } });
    expect(body.items.map((item) => item.reason)).not.toContain('popular');
  });

  it('without a problem, begin with what the customer booked before, and only for this customer', async () => {
    const { tapRepair: card } = test.rateCards;
    const [customer, other] = test.customers;
    if (!customer || !other) throw new Error('no customers');
    await bookOnce(customer.id, card);
    const own = await get('/services/recommendations', { token: tokenOf('customer', customer.id) });
    expect(own.body.items[0]).toMatchObject({ reason: 'booked-before', service: { slug: 'tap-repair' } });
    const others = await get('/services/recommendations', { token: tokenOf('customer', other.id) });
    expect(others.body.items.map((item) => item.reason)).not.toContain('booked-before');
    const anybody = await get('/services/recommendations');
    expect(anybody.body.items.length).toBeGreaterThan(0);
  });

  it('at a place where nothing is offered, are none', async () => {
    const { body } = await get(`/services/recommendations?pincode=${test.unservedPincode.pincode}`);
    expect(body.items).toEqual([]);
  });
});

async function bookOnce(userId: string, card: typeof rateCards.$inferSelect): Promise<void> {
  const { db } = app.deps;
  const address = test.customers.find((one) => one.id === userId)?.addresses[0];
  const provider = test.providers[0];
  if (!address || !provider) throw new Error('no address or provider');
  const { label, line1, locality, city, state, pincode } = address;
  const price = priceOf([{ card, quantity: 1 }], 1);
  const startsAt = new Date(Date.now() - 86_400_000);
  const id = newId('booking');
  await db.insert(bookings).values({
    id,
    companyId: test.company.id,
    number: id.slice(-12),
    userId,
    providerId: provider.id,
    addressId: address.id,
    address: { label, line1, locality, city, state, pincode },
    pincode,
    status: 'confirmed',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    subtotalPaise: price.subtotalPaise,
    visitingChargePaise: price.visitingChargePaise,
    discountPaise: price.discountPaise,
    gstPaise: price.gstPaise,
    totalPaise: price.totalPaise,
    channel: 'web',
  });
  await db.insert(bookingItems).values({
    id: newId('bookingItem'),
    bookingId: id,
    rateCardId: card.id,
    name: card.name,
    quantity: 1,
    unitPricePaise: card.pricePaise,
    discountPaise: price.discountPaise,
    totalPaise: price.subtotalPaise - price.discountPaise,
    durationMinutes: card.durationMinutes,
  });
}

describe('prices', () => {
  it('are what a booking is charged', async () => {
    const { body, status } = await call('POST', '/services/ac-gas-refill/price', {
      body: { quantity: 2, pincode: test.pincode.pincode },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ hours: 3, currency: 'INR', place: { city: 'Bengaluru', tier: 1 } });
    expect(body.price).toEqual(priceOf([{ card: test.rateCards.acGasRefill, quantity: 2 }], 1));
    // 2 × ₹2,499 + ₹49 − 10 % = ₹4,547.20, and 18 % GST.
    expect(body.price.totalPaise).toBe(536_570);
  });

  it('are refused with the reason and the nearest places where the service is not offered', async () => {
    const { status, body } = await call('POST', '/services/tap-repair/price', {
      body: { quantity: 1, pincode: test.unservedPincode.pincode },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'not-served', reason: 'not-offered' });
    expect(body.nearest).toEqual([test.pincode.pincode, test.otherPincode.pincode]);
    const unknown = await call('POST', '/services/tap-repair/price', { body: { quantity: 1, pincode: '999999' } });
    expect(unknown.body).toMatchObject({ code: 'not-served', reason: 'unknown-pincode' });
  });

  it('are refused for more than one visit can take', async () => {
    const { status, body } = await call('POST', '/services/ac-gas-refill/price', {
      body: { quantity: 4, pincode: test.pincode.pincode },
    });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/quantity' }]);
  });

  it('of a whole family are listed, with what one unit costs at a place', async () => {
    const without = await get('/services/ac-gas-refill/rates');
    expect(without.body.items.map((item) => item.service.slug)).toEqual(['ac-diagnosis', 'ac-gas-refill']);
    expect(without.body.items[0]?.['price']).toBeUndefined();
    const { body } = await get(`/services/ac-gas-refill/rates?pincode=${test.pincode.pincode}`);
    expect(body.items[0]).toMatchObject({
      isOffered: true,
      price: priceOf([{ card: test.rateCards.acRepair, quantity: 1 }], 1),
    });
    const nowhere = await get(`/services/ac-gas-refill/rates?pincode=${test.unservedPincode.pincode}`);
    expect(nowhere.body.items[0]).toMatchObject({ isOffered: false });
    expect((await get('/services/ac-gas-refill/rates?pincode=999999')).status).toBe(422);
  });
});

describe('a pincode', () => {
  it('that is served says how many services there are', async () => {
    const { status, body } = await get(`/pincodes/${test.pincode.pincode}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      locality: 'Koramangala',
      isServed: true,
      serviceCount: 4,
      visitingChargePaise: 4_900,
      nearest: [],
    });
  });

  it('that is not says which places close by are, nearest first', async () => {
    const { body } = await get(`/pincodes/${test.unservedPincode.pincode}`);
    expect(body).toMatchObject({ isServed: false, serviceCount: 0 });
    expect(body.nearest.map((place) => place.pincode)).toEqual([test.pincode.pincode, test.otherPincode.pincode]);
    // The geography is shared: its coordinates are those of whoever wrote the row first.
    expect(body.nearest[0]?.kilometres).toBeCloseTo(3.2, 0);
  });

  it('that does not exist is not found, and one that cannot exist is refused', async () => {
    expect((await get('/pincodes/999999')).status).toBe(404);
    expect((await get('/pincodes/0123')).status).toBe(422);
  });
});

describe('changing a service', () => {
  const editor = () => tokenOf('staff', test.staff.catalogue_editor.id);
  const put = (id: string, body: unknown, version = 1, token: string | undefined = editor()) =>
    call('PUT', `/services/${id}`, { body, headers: { 'If-Match': `"${version}"` }, ...(token && { token }) });

  it('shows at once, in every process, and records what changed', async () => {
    const { id } = test.rateCards.bathroomCleaning;
    expect((await get(`/services/${id}`, { url: second.url })).body.pricePaise).toBe(59_900);
    const { status, body, headers } = await put(id, { pricePaise: 64_900, discountPercent: 0 });
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"2"');
    expect(body).toMatchObject({ pricePaise: 64_900, discountPercent: 0, version: 2, name: 'Bathroom deep cleaning' });
    for (const { url } of [app, second]) {
      const seen = await get(`/services/${id}`, { url });
      expect([seen.body.pricePaise, seen.headers.get('etag')]).toEqual([64_900, '"2"']);
      const quote = await call('POST', `/services/${id}/price`, {
        url,
        body: { quantity: 1, pincode: test.pincode.pincode },
      });
      expect(quote.body.price.items[0]?.unitPricePaise).toBe(64_900);
    }
    const recorded = await app.deps.db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, id) });
    expect(recorded).toMatchObject([
      {
        type: 'service.updated',
        actorId: test.staff.catalogue_editor.id,
        data: { from: { pricePaise: 59_900, discountPercent: 15 }, to: { pricePaise: 64_900, discountPercent: 0 } },
      },
    ]);
    const log = await app.deps.db.query.staffActivityLog.findMany({ where: (l, { eq }) => eq(l.subjectId, id) });
    expect(log).toMatchObject([{ action: 'service.updated', userId: test.staff.catalogue_editor.id }]);
  });

  it('takes it off the shelf and puts it back; staff see it all the while', async () => {
    const { id } = test.rateCards.tapRepair;
    expect((await put(id, { isActive: false })).status).toBe(200);
    expect((await get(`/services/${id}`)).status).toBe(404);
    expect(slugs((await get('/services/search')).body.items)).not.toContain('tap-repair');
    const { body } = await get('/services?active=false', { token: editor() });
    expect(body.items).toMatchObject([{ id, isActive: false, version: 2 }]);
    expect((await put(id, { isActive: true }, 2)).status).toBe(200);
    expect((await get(`/services/${id}`)).status).toBe(200);
  });

  it('refuses a version that is no longer true, and none at all', async () => {
    const { id } = test.rateCards.acRepair;
    expect((await put(id, { pricePaise: 30_000 }, 7)).body).toMatchObject({ code: 'precondition-failed', version: 1 });
    const { status } = await call('PUT', `/services/${id}`, { body: { pricePaise: 30_000 }, token: editor() });
    expect(status).toBe(428);
  });

  it('lets one of two who change the same version at once win', async () => {
    const { id } = test.rateCards.acGasRefill;
    const answers = await Promise.all([put(id, { pricePaise: 250_000 }), put(id, { pricePaise: 260_000 })]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412]);
  });

  it('is for those with the permission, and for their own company', async () => {
    const { id } = test.rateCards.acRepair;
    const change = { pricePaise: 30_000 };
    expect((await put(id, change, 1, tokenOf('staff', test.staff.observer.id))).status).toBe(403);
    expect((await put(id, change, 1, tokenOf('customer', test.customer.id))).status).toBe(403);
    expect((await put(id, change, 1, '')).status).toBe(401);
    expect((await put(foreign.rateCards.acRepair.id, change)).status).toBe(404);
    expect((await put(encodeURIComponent('ச'), change)).status).toBe(404);
    const [row] = await app.deps.db.select().from(rateCards).where(eq(rateCards.id, foreign.rateCards.acRepair.id));
    expect(row?.version).toBe(1);
  });

  it('refuses values out of bounds, unknown fields and nothing at all', async () => {
    const { id } = test.rateCards.acRepair;
    const { status, body } = await put(id, { pricePaise: 0, discountPercent: 90, id: 'other' });
    expect(status).toBe(422);
    expect(body.errors.map((e) => e.pointer).sort()).toEqual(['/discountPercent', '/id', '/pricePaise']);
    expect((await put(id, {})).status).toBe(422);
  });

  it('is listed for staff page by page, by slug', async () => {
    const one = await get('/services?limit=3', { token: editor() });
    expect(slugs(one.body.items)).toEqual(['ac-diagnosis', 'ac-gas-refill', 'bathroom-deep-cleaning']);
    const two = await get(`/services?limit=3&cursor=${one.body.nextCursor}`, { token: editor() });
    expect([slugs(two.body.items), two.body.nextCursor]).toEqual([['tap-repair'], undefined]);
    expect((await get('/services')).status).toBe(401);
    expect((await get('/services', { token: tokenOf('customer', test.customer.id) })).status).toBe(403);
  });
});

describe('a service that is offered nowhere near', () => {
  it('is not found there although the place is served', async () => {
    const { id } = test.rateCards.acRepair;
    await app.deps.db.delete(rateCardPincodes).where(eq(rateCardPincodes.rateCardId, id));
    const { body } = await get(`/services/search?pincode=${test.pincode.pincode}`);
    expect(slugs(body.items)).not.toContain('ac-diagnosis');
    expect((await get(`/pincodes/${test.pincode.pincode}`)).body).toMatchObject({ isServed: true, serviceCount: 3 });
  });
});
