import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, instantOf, localOf } from '#src/clock.ts';
import { bookings, providers, providerPincodes, slotHolds } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { issueToken } from '#src/services/auth/tokens.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

/** What the tests look at one by one, of all answers. */
interface Body {
  items: (Record<string, unknown> & { id: string; name: string; date: string; freeHours: number[] })[];
  nextCursor?: string;
  errors: { pointer: string }[];
  version: number;
  services: { id: string; slug: string }[];
}

const zone = 'Asia/Kolkata';
const tomorrow = addDays(localOf(new Date(), zone).date, 1);
let app: TestApp;
let test: TestCompany<'catalogue_editor' | 'observer' | 'finance'>;
let foreign: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
  const staff = ['catalogue_editor', 'observer', 'finance'] as const;
  test = await createTestCompany(app.deps.db, { providers: 5, customers: 2, staff });
  foreign = await createTestCompany(app.deps.db, { providers: 1 });
});
afterAll(() => app.close());

const provider = (index: number) => {
  const row = test.providers[index];
  if (!row) throw new Error('no such provider');
  return row;
};
const tokenOf = (kind: 'customer' | 'staff', sub: string) =>
  issueToken({ secret: app.deps.config.JWT_SECRET, companyId: test.company.id, now: new Date() }, { kind, sub }, 600);
const editor = () => tokenOf('staff', test.staff.catalogue_editor.id);

async function call(
  method: string,
  path: string,
  options: { body?: unknown; token?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Headers; body: Body; text: string }> {
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      'X-Company': test.company.id,
      ...(options.token && { Authorization: `Bearer ${options.token}` }),
      ...(options.body !== undefined && { 'Content-Type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text || '{}') as Body, text };
}
const get = (path: string, token?: string) => call('GET', path, token ? { token } : {});
const ids = (body: Body) => body.items.map((item) => item.id);

describe('the professionals', () => {
  it('are listed by rating, without anything private', async () => {
    const { status, body, text } = await get('/providers');
    expect(status).toBe(200);
    expect(ids(body)).toEqual(test.providers.map((row) => row.id));
    expect(Object.keys(body.items[0] ?? {}).sort()).toEqual(
      ['id', 'name', 'city', 'rating', 'ratingCount', 'jobsCompleted', 'services'].sort(),
    );
    expect(body.items[0]?.['services']).toMatchObject([
      { slug: 'ac-repair' },
      { slug: 'tap-repair' },
      { slug: 'bathroom-cleaning' },
    ]);
    expect(text).not.toContain(provider(0).phone);
  });

  it.each([
    ['-rating', [0, 1, 2, 3, 4]],
    ['rating', [4, 3, 2, 1, 0]],
    // Anil, Joseph, Kiran, Ramesh, Salim.
    ['name', [2, 3, 4, 0, 1]],
    ['-name', [1, 0, 4, 3, 2]],
  ])('are sorted by %s, page after page, nobody twice', async (sort, expected) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await get(`/providers?sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...ids(body));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(expected.map((index) => provider(index).id));
  });

  it('with the same number of jobs come all, page after page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await get(`/providers?sort=jobs&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...ids(body));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen.sort()).toEqual(test.providers.map((row) => row.id).sort());
  });

  it('are filtered by city, skill, place and rating', async () => {
    expect((await get('/providers?city=Mumbai')).body.items).toEqual([]);
    expect((await get('/providers?city=bengaluru&subcategory=ac-repair')).body.items).toHaveLength(5);
    expect((await get('/providers?subcategory=none')).body.items).toEqual([]);
    expect((await get(`/providers?pincode=${test.pincode.pincode}`)).body.items).toHaveLength(5);
    expect((await get(`/providers?pincode=${test.unservedPincode.pincode}`)).body.items).toEqual([]);
    expect(ids((await get('/providers?minRating=4.75')).body)).toEqual([provider(0).id, provider(1).id]);
  });

  it('of another sort order or of nobody’s cursor begin at the start', async () => {
    const { body } = await get('/providers?sort=name&limit=2');
    for (const cursor of [body.nextCursor, Buffer.from('[5,"न"]').toString('base64url'), 'x'])
      expect(ids((await get(`/providers?cursor=${cursor}`)).body)).toHaveLength(5);
  });

  it('show their number to staff with the permission, which is noted', async () => {
    const viewer = test.staff.observer;
    const { body } = await get('/providers?limit=1', tokenOf('staff', viewer.id));
    expect(body.items[0]).toMatchObject({ phone: provider(0).phone, status: 'active' });
    const log = await app.deps.db.query.staffActivityLog.findMany({ where: (l, { eq }) => eq(l.userId, viewer.id) });
    expect(log).toMatchObject([{ action: 'provider.listed', data: { providerIds: [provider(0).id] } }]);
    const without = await get('/providers?limit=1', tokenOf('staff', test.staff.finance.id));
    expect(without.body.items[0]).not.toHaveProperty('phone');
  });

  it('who are not active are listed for nobody else', async () => {
    expect((await get('/providers?status=paused')).status).toBe(401);
    expect((await get('/providers?status=paused', tokenOf('customer', test.customer.id))).status).toBe(403);
    expect((await get('/providers?status=paused', tokenOf('staff', test.staff.finance.id))).status).toBe(403);
    expect((await get('/providers?status=paused', editor())).body.items).toEqual([]);
  });

  it('who could do a service at a place are found, best rated first', async () => {
    const { status, body } = await get(`/providers/search?service=ac-diagnosis&pincode=${test.pincode.pincode}`);
    expect(status).toBe(200);
    expect(ids(body)).toEqual(test.providers.map((row) => row.id));
    const nowhere = await get(`/providers/search?service=ac-diagnosis&pincode=${test.unservedPincode.pincode}`);
    expect(nowhere.body).toEqual({ items: [] });
    expect((await get('/providers/search?service=none&pincode=560034')).status).toBe(404);
    expect((await get('/providers/search')).body.errors.map((e) => e.pointer)).toEqual([
      '/query/service',
      '/query/pincode',
    ]);
  });
});

describe('one professional', () => {
  it('is shown without contact data to the public and with it to staff, which is noted', async () => {
    const { id, phone } = provider(0);
    const open = await get(`/providers/${id}`);
    expect(open.status).toBe(200);
    expect(open.headers.get('etag')).toBe(`"${open.body.version}"`);
    for (const field of ['phone', 'status', 'pincodes']) expect(open.body).not.toHaveProperty(field);
    const staff = await get(`/providers/${id}`, editor());
    expect(staff.body).toMatchObject({
      phone,
      status: 'active',
      pincodes: [test.pincode.pincode, test.otherPincode.pincode],
      version: open.body.version,
    });
    const log = await app.deps.db.query.staffActivityLog.findMany({ where: (l, { eq }) => eq(l.subjectId, id) });
    expect(log).toMatchObject([{ action: 'provider.viewed', userId: test.staff.catalogue_editor.id }]);
  });

  it('of another company, or with an impossible id, is not found', async () => {
    for (const id of [foreign.providers[0]?.id ?? '', 'prv_none', encodeURIComponent('ரமேஷ்'), 'x'.repeat(300)])
      for (const path of ['', '/reviews', '/availability'])
        expect((await get(`/providers/${id}${path}`)).status).toBe(404);
  });
});

describe('reviews', () => {
  it('tell rating, text and month, of the customer only an initial, newest first', async () => {
    const { id } = provider(1);
    await rate(id, 0, { startsAt: '2026-03-31T19:00:00Z', rating: 5, review: 'Very neat work.' });
    await rate(id, 1, { startsAt: '2026-02-10T05:00:00Z', rating: 3 });
    await rate(id, 0, { startsAt: '2026-01-10T05:00:00Z', rating: 4, review: 'Good.' });
    await rate(id, 0, { startsAt: '2026-05-10T05:00:00Z' });
    const first = await get(`/providers/${id}/reviews?limit=2`);
    expect(first.body.items).toEqual([
      // 31 March 19:00 in UTC is April in India.
      { rating: 5, review: 'Very neat work.', month: '2026-04', initial: 'A.' },
      { rating: 3, month: '2026-02', initial: 'V.' },
    ]);
    const second = await get(`/providers/${id}/reviews?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toEqual({ items: [{ rating: 4, review: 'Good.', month: '2026-01', initial: 'A.' }] });
    const odd = Buffer.from(`[1e300,"${id}"]`).toString('base64url');
    expect((await get(`/providers/${id}/reviews?cursor=${odd}`)).body.items).toHaveLength(3);
  });
});

async function rate(
  providerId: string,
  customerIndex: number,
  { startsAt, rating, review }: { startsAt: string; rating?: number; review?: string },
): Promise<void> {
  const customer = test.customers[customerIndex];
  const address = customer?.addresses[0];
  if (!customer || !address) throw new Error('no such customer');
  const { label, line1, locality, city, state, pincode } = address;
  const id = newId('booking');
  await app.deps.db.insert(bookings).values({
    id,
    companyId: test.company.id,
    number: id.slice(-12),
    userId: customer.id,
    providerId,
    addressId: address.id,
    address: { label, line1, locality, city, state, pincode },
    pincode,
    status: 'completed',
    startsAt: new Date(startsAt),
    endsAt: new Date(new Date(startsAt).getTime() + 3_600_000),
    ...{ subtotalPaise: 0, visitingChargePaise: 0, discountPaise: 0, gstPaise: 0, totalPaise: 0 },
    channel: 'web',
    ...(rating !== undefined && { rating }),
    ...(review !== undefined && { review }),
  });
}

const hold = (providerId: string, hour: number, expiresAt: Date) =>
  app.deps.db.insert(slotHolds).values({
    providerId,
    companyId: test.company.id,
    hour: instantOf(tomorrow, hour, zone),
    holdId: newId('hold'),
    holderId: test.customer.id,
    expiresAt,
  });

describe('availability', () => {
  it('is every bookable hour of each day, but those that are held or booked', async () => {
    const { id } = provider(2);
    await hold(id, 15, new Date(Date.now() + 600_000));
    await hold(id, 16, new Date(Date.now() - 1_000));
    const { status, body } = await get(`/providers/${id}/availability?date=${addDays(tomorrow, 1)}&days=2`);
    expect(status).toBe(200);
    expect(body.items.map((day) => day.date)).toEqual([addDays(tomorrow, 1), addDays(tomorrow, 2)]);
    expect(body.items[0]?.freeHours).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    const day = await get(`/providers/${id}/availability?date=${tomorrow}&days=1`);
    expect(day.body.items[0]?.freeHours).not.toContain(15);
    // Its hold has run out.
    expect(day.body.items[0]?.freeHours).toContain(16);
  });

  it('begins today, for a week, and ends with the booking horizon', async () => {
    const { id } = provider(2);
    const { body } = await get(`/providers/${id}/availability?date=2020-01-01`);
    expect(body.items).toHaveLength(7);
    expect(body.items[0]?.date).toBe(addDays(tomorrow, -1));
    const end = await get(`/providers/${id}/availability?date=${addDays(tomorrow, 58)}&days=5`);
    expect(end.body.items.at(-1)?.freeHours).toEqual([]);
  });

  it('refuses days that are none, or beyond all bookings', async () => {
    const { id } = provider(2);
    for (const query of ['date=2026-02-30', 'date=9999-12-31', 'days=0', 'days=15', 'date=tomorrow'])
      expect((await get(`/providers/${id}/availability?${query}`)).status, query).toBe(422);
  });
});

describe('changing a professional', () => {
  const versionOf = async (id: string) => (await get(`/providers/${id}`, editor())).body.version;
  const put = (id: string, body: unknown, version: number, token: string | undefined = editor()) =>
    call('PUT', `/providers/${id}`, { body, headers: { 'If-Match': `"${version}"` }, ...(token && { token }) });

  it('replaces skills and areas, and records it', async () => {
    const { id } = provider(3);
    const before = await get(`/providers/${id}`, editor());
    const [ac] = before.body.services;
    const changes = { subcategories: [ac?.id], pincodes: [test.pincode.pincode, test.unservedPincode.pincode] };
    const { status, body, headers } = await put(id, changes, before.body.version);
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(body.version).not.toBe(before.body.version);
    expect(body).toMatchObject({ services: [{ slug: 'ac-repair' }], pincodes: changes.pincodes });
    expect((await get(`/providers/${id}`, editor())).body).toEqual(body);
    const events = await app.deps.db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, id) });
    expect(events).toMatchObject([
      {
        type: 'provider.updated',
        data: { pincodes: { added: [test.unservedPincode.pincode], removed: [test.otherPincode.pincode] } },
      },
    ]);
    // Nobody offers the service there, so the place is still not served.
    const areas = await app.deps.db.select().from(providerPincodes).where(eq(providerPincodes.providerId, id));
    expect(areas).toHaveLength(2);
  });

  it('pauses and brings back; meanwhile the public does not see them', async () => {
    const { id } = provider(4);
    const paused = await put(id, { status: 'paused' }, await versionOf(id));
    expect(paused.status).toBe(200);
    expect((await get(`/providers/${id}`)).status).toBe(404);
    expect((await get(`/providers/${id}/reviews`)).status).toBe(404);
    expect(ids((await get('/providers')).body)).not.toContain(id);
    expect(ids((await get('/providers?status=paused', editor())).body)).toEqual([id]);
    expect((await put(id, { status: 'active' }, paused.body.version)).status).toBe(200);
    expect((await get(`/providers/${id}`)).status).toBe(200);
  });

  it('does not remove somebody with hours ahead, and brings nobody back', async () => {
    const { id } = provider(4);
    await hold(id, 11, new Date(Date.now() + 600_000));
    expect((await put(id, { status: 'removed' }, await versionOf(id))).body).toMatchObject({ code: 'not-allowed' });
    await app.deps.db.delete(slotHolds).where(eq(slotHolds.providerId, id));
    const removed = await put(id, { status: 'removed' }, await versionOf(id));
    expect(removed.status).toBe(200);
    expect((await put(id, { status: 'active' }, removed.body.version)).status).toBe(409);
  });

  it('refuses a version that is no longer true, also when both come at once', async () => {
    const { id } = provider(2);
    const version = await versionOf(id);
    const answers = await Promise.all([1, 2].map(() => put(id, { status: 'active' }, version)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412]);
    expect((await call('PUT', `/providers/${id}`, { body: { status: 'active' }, token: editor() })).status).toBe(428);
  });

  it('is for those with the permission, and for their own company', async () => {
    const { id } = provider(0);
    const version = await versionOf(id);
    const change = { status: 'paused' };
    expect((await put(id, change, version, tokenOf('staff', test.staff.observer.id))).status).toBe(403);
    expect((await put(id, change, version, tokenOf('customer', test.customer.id))).status).toBe(403);
    expect((await put(id, change, version, '')).status).toBe(401);
    const other = foreign.providers[0];
    expect((await put(other?.id ?? '', change, version)).status).toBe(404);
    expect((await put(encodeURIComponent('ச'), change, version)).status).toBe(404);
    const [row] = await app.deps.db
      .select()
      .from(providers)
      .where(eq(providers.id, other?.id ?? ''));
    expect(row?.status).toBe('active');
  });

  it('refuses skills and places that do not exist, unknown fields and nothing at all', async () => {
    const { id } = provider(0);
    const version = await versionOf(id);
    const foreignSkill = foreign.rateCards.acRepair.subcategoryId;
    const { status, body } = await put(id, { subcategories: [foreignSkill], pincodes: ['999999'] }, version);
    expect(status).toBe(422);
    expect(body.errors.map((e) => e.pointer)).toEqual(['/subcategories/0', '/pincodes/0']);
    expect((await put(id, { rating: 5 }, version)).status).toBe(422);
    expect((await put(id, {}, version)).status).toBe(422);
  });
});
