import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, instantOf, localOf } from '#src/clock.ts';
import { createCall, tokenOf, type Answer, type ApiCall } from '#tests/call-api.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

const zone = 'Asia/Kolkata';
const HOUR = 3_600_000;
let app: TestApp;
let test: TestCompany<'support_agent' | 'finance' | 'observer' | 'catalogue_editor'>;
let call: ReturnType<typeof createCall>;
let [mine, neighbours] = ['', ''];

beforeAll(async () => {
  app = await startTestApp();
  test = await createTestCompany(app.deps.db, {
    providers: 1,
    customers: 3,
    staff: ['support_agent', 'finance', 'observer', 'catalogue_editor'],
  });
  call = createCall(app, test.company.id);
  [mine = '', neighbours = ''] = test.customers.map(({ id }) =>
    tokenOf(app, test.company.id, { id, kind: 'customer' }),
  );
});
afterAll(() => app.close());

const staff = (role: keyof TestCompany<'support_agent' | 'finance' | 'observer' | 'catalogue_editor'>['staff']) =>
  tokenOf(app, test.company.id, { id: test.staff[role].id, kind: 'staff' });
const today = localOf(new Date(), zone).date;
let days = 0;
/** 10 am of a day that no other case uses. */
const freshStart = () => instantOf(addDays(today, 2 + days++), 10, zone);
const quote = async (startsAt: Date, service: keyof TestCompany['rateCards'] = 'acRepair', quantity = 1) => {
  const items = [{ rateCardId: test.rateCards[service].id, quantity }];
  const body = { items, pincode: test.pincode.pincode, startsAt };
  return (await call('POST /api/v1/bookings/quote', { body })).body as { price: { totalPaise: number } };
};
const wishFor = async (startsAt: Date, service: keyof TestCompany['rateCards'] = 'acRepair', quantity = 1) => ({
  items: [{ rateCardId: test.rateCards[service].id, quantity }],
  startsAt: startsAt.toISOString(),
  address: { id: test.customer.addresses[0]?.id },
  quotedTotalPaise: (await quote(startsAt, service, quantity)).price.totalPaise,
});
const book = async (startsAt = freshStart(), service?: keyof TestCompany['rateCards'], quantity?: number) => {
  const answer = await call('POST /api/v1/bookings', { as: mine, body: await wishFor(startsAt, service, quantity) });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as { id: string; number: string; totalPaise: number; version: number; startsAt: string };
};
const outcome = ({ status, body }: Answer) => [status, body['code']];
const idsOf = ({ body }: Answer) => (body['items'] as { id: string }[]).map(({ id }) => id);

describe('POST /bookings', () => {
  it('books at the quoted price and says where the booking is', async () => {
    const startsAt = freshStart();
    const answer = await call('POST /api/v1/bookings', {
      as: mine,
      body: { ...(await wishFor(startsAt)), notes: 'Ring the bell twice – घंटी' },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status: 'confirmed', channel: 'api', notes: 'Ring the bell twice – घंटी' });
    expect(answer.headers.get('etag')).toBe('"1"');
    const found = await call(`GET ${answer.headers.get('location')}`, { as: mine });
    expect(found.body).toEqual(answer.body);
  });

  it('answers a repeated request with the first answer and books once', async () => {
    const headers = { 'Idempotency-Key': `book-${test.company.id}` };
    const body = await wishFor(freshStart());
    const first = await call('POST /api/v1/bookings', { as: mine, headers, body });
    const second = await call('POST /api/v1/bookings', { as: mine, headers, body });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const other = { ...body, notes: 'another' };
    expect(outcome(await call('POST /api/v1/bookings', { as: mine, headers, body: other }))).toEqual([
      422,
      'idempotency-mismatch',
    ]);
  });

  it('offers the nearest free hours when the hour is taken', async () => {
    const { startsAt } = await book();
    const answer = await call('POST /api/v1/bookings', { as: mine, body: await wishFor(new Date(startsAt)) });
    expect(outcome(answer)).toEqual([409, 'slot-taken']);
    const [first] = answer.body['freeHours'] as { date: string; hour: number; startsAt: string }[];
    expect(first).toEqual({
      date: localOf(new Date(startsAt), zone).date,
      hour: 9,
      startsAt: new Date(new Date(startsAt).getTime() - HOUR).toISOString(),
    });
  });

  it('is refused to guests and to staff without the permission; staff name their customer', async () => {
    const body = await wishFor(freshStart());
    expect(outcome(await call('POST /api/v1/bookings', { body }))).toEqual([401, 'unauthenticated']);
    expect(outcome(await call('POST /api/v1/bookings', { as: staff('finance'), body }))).toEqual([403, 'forbidden']);
    const as = staff('support_agent');
    const nobody = await call('POST /api/v1/bookings', { as, body });
    expect(nobody.body['errors']).toEqual([{ pointer: '/userId', detail: 'is missing' }]);
    const answer = await call('POST /api/v1/bookings', { as, body: { ...body, userId: test.customer.id } });
    expect(answer.body).toMatchObject({ userId: test.customer.id, status: 'confirmed' });
  });

  it.each<[string, object]>([
    ['an unknown field', { price: 1 }],
    ['an id that is none', { items: [{ rateCardId: 'rc_ü' }] }],
    ['half an hour', { startsAt: `${today}T04:45:00Z` }],
    ['a year that no database holds', { startsAt: '9999-12-31T23:00:00-10:00' }],
    ['no instant', { startsAt: 'tomorrow' }],
    ['too many', { items: [{ rateCardId: 'rc_1', quantity: 51 }] }],
    ['an address that is neither', { address: { line1: 'x' } }],
    ['notes without end', { notes: 'x'.repeat(501) }],
  ])('refuses %s', async (_, change) => {
    const body = { ...(await wishFor(freshStart())), ...change };
    expect(outcome(await call('POST /api/v1/bookings', { as: mine, body }))).toEqual([422, 'invalid']);
  });
});

describe('several services in one visit', () => {
  const items = () => [
    { rateCardId: test.rateCards.acGasRefill.id, quantity: 1 },
    { rateCardId: test.rateCards.tapRepair.id, quantity: 3 },
  ];

  it('are priced line by line and booked at that price, in one go', async () => {
    const startsAt = freshStart();
    const wish = { items: items(), pincode: test.pincode.pincode };
    const quoted = await call('POST /api/v1/bookings/quote', { body: wish });
    // ₹2,499 − 10 % and 3 × ₹149, ₹49 for the way, 18 % GST.
    expect(quoted.body).toEqual({
      pincode: wish.pincode,
      hours: 3,
      price: {
        items: [
          expect.objectContaining({ name: 'AC gas refill', quantity: 1, unitPricePaise: 249_900, totalPaise: 224_910 }),
          expect.objectContaining({ name: 'Tap repair', quantity: 3, unitPricePaise: 14_900, totalPaise: 44_700 }),
        ],
        ...{ subtotalPaise: 294_600, discountPaise: 24_990, visitingChargePaise: 4_900, gstPaise: 49_412 },
        ...{ totalPaise: 323_922, policyVersion: '2026-10' },
      },
    });
    const slot = await call('POST /api/v1/bookings/quote', { body: { ...wish, startsAt } });
    expect(slot.body).toMatchObject({
      slot: { available: true, freeProviders: 1, endsAt: new Date(startsAt.getTime() + 3 * HOUR).toISOString() },
    });

    const body = {
      ...{ items: items(), startsAt, quotedTotalPaise: 323_922 },
      address: { id: test.customer.addresses[0]?.id },
    };
    const booked = await call('POST /api/v1/bookings', { as: mine, body });
    expect(booked.status, booked.text).toBe(201);
    const { price } = quoted.body as { price: { items: object[]; totalPaise: number } };
    expect(booked.body['items']).toEqual(price.items.map((item) => ({ ...item, id: expect.any(String) })));
    expect(booked.body).toMatchObject({ totalPaise: price.totalPaise, visitingChargePaise: 4_900 });
    const moved = await call(`POST /api/v1/bookings/${String(booked.body['id'])}/reschedule`, {
      as: mine,
      body: { startsAt: new Date(startsAt.getTime() + 2 * HOUR) },
    });
    expect(moved.body).toMatchObject({ items: price.items, totalPaise: price.totalPaise, rescheduleCount: 1 });
  });

  it('have the hours that are free for all of them', async () => {
    const startsAt = freshStart();
    await book(startsAt);
    const named = items().map(({ rateCardId, quantity }) => `${rateCardId}:${quantity}`);
    const at = `pincode=${test.pincode.pincode}&from=${localOf(startsAt, zone).date}&days=1`;
    for (const query of [`item=${named.join(',')}`, named.map((item) => `item=${item}`).join('&')]) {
      const { body } = await call(`GET /api/v1/bookings/free-hours?${query}&${at}`);
      expect((body['items'] as { hour: number }[]).map(({ hour }) => hour)).toEqual([11, 12, 13, 14, 15, 16, 17, 18]);
    }
    for (const item of ['', 'x:0', 'x:1:2', 'ü', `${named[0]},${named[0]}`, Array.from({ length: 11 }, String).join()])
      expect(outcome(await call(`GET /api/v1/bookings/free-hours?item=${item}&${at}`)), item).toEqual([422, 'invalid']);
  });

  it.each<[string, () => object[], string]>([
    ['none', () => [], '/items'],
    ['eleven', () => Array.from({ length: 11 }, (_, i) => ({ rateCardId: `rc_${i}` })), '/items'],
    ['one of them twice', () => [...items(), ...items()], '/items/2/rateCardId'],
    [
      'more of one than a visit takes',
      () => [...items().slice(1), { ...items()[0], quantity: 4 }],
      '/items/1/quantity',
    ],
    ['an unknown field', () => [{ ...items()[0], price: 1 }], '/items/0/price'],
  ])('are refused when there are %s', async (_, wrong, pointer) => {
    const body = { ...(await wishFor(freshStart())), items: wrong() };
    const answer = await call('POST /api/v1/bookings', { as: mine, body });
    expect(outcome(answer)).toEqual([422, 'invalid']);
    expect((answer.body['errors'] as { pointer: string }[])[0]?.pointer).toBe(pointer);
  });
});

describe('GET /bookings', () => {
  it('pages through the caller’s bookings in every order without gap or repetition', async () => {
    for (let i = 0; i < 3; i++) await book();
    for (const sort of ['startsAt', '-startsAt', 'createdAt', '-createdAt']) {
      const all = await call(`GET /api/v1/bookings?limit=100&sort=${sort}`, { as: mine });
      const by = sort.replace('-', '');
      const values = (all.body['items'] as Record<string, string>[]).map((row) => row[by] ?? '');
      const ordered = values.toSorted();
      expect(values).toEqual(sort.startsWith('-') ? ordered.toReversed() : ordered);
      const seen: string[] = [];
      for (let cursor = ''; ;) {
        const page = await call(`GET /api/v1/bookings?limit=2&sort=${sort}${cursor}`, { as: mine });
        seen.push(...idsOf(page));
        if (page.body['nextCursor'] === undefined) break;
        cursor = `&cursor=${String(page.body['nextCursor'])}`;
      }
      expect(seen).toEqual(idsOf(all));
    }
  });

  it('shows nobody the bookings of others, and staff with the permission all', async () => {
    const { id } = await book();
    const other = await call(`GET /api/v1/bookings?userId=${test.customer.id}`, { as: neighbours });
    expect([other.status, idsOf(other)]).toEqual([200, []]);
    expect((await call('GET /api/v1/bookings')).status).toBe(401);
    expect((await call('GET /api/v1/bookings', { as: staff('catalogue_editor') })).status).toBe(403);
    const all = await call(`GET /api/v1/bookings?userId=${test.customer.id}&sort=-createdAt&limit=5`, {
      as: staff('observer'),
    });
    expect(idsOf(all)).toContain(id);
  });

  it('filters by status, time, pincode and the beginning of the number', async () => {
    const kept = await book();
    const gone = await book();
    await call(`DELETE /api/v1/bookings/${gone.id}`, { as: mine });
    const list = async (query: string) => idsOf(await call(`GET /api/v1/bookings?limit=100&${query}`, { as: mine }));
    expect(await list('status=cancelled')).toEqual([gone.id]);
    expect(await list('status=cancelled,confirmed')).toEqual(expect.arrayContaining([gone.id, kept.id]));
    expect(await list('status=cancelled&status=no_show')).toEqual([gone.id]);
    expect(await list(`from=${kept.startsAt}&to=${gone.startsAt}`)).toEqual([kept.id]);
    expect(await list(`pincode=${test.otherPincode.pincode}`)).toEqual([]);
    expect(await list(`q=${kept.number.toLowerCase().slice(0, 8)}`)).toEqual([kept.id]);
    expect(await list('q=BKG')).toEqual([]);
  });

  it.each([
    'sort=price',
    'status=gone',
    'q=%25',
    'from=0000-01-01T00:00:00Z',
    'limit=0',
    'pincode=12',
    'userId=%C3%BC',
  ])('refuses %s', async (query) => {
    expect(outcome(await call(`GET /api/v1/bookings?${query}`, { as: mine }))).toEqual([422, 'invalid']);
  });

  it('begins at the start for a cursor that is not one of its own', async () => {
    const cursors = [
      [1e308, 'bkg_1'],
      ['2026', 'x'],
      [-5, 'x'],
      [1, 'ü'],
      [1.5, 'x'],
    ].map((cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url'));
    const first = idsOf(await call('GET /api/v1/bookings?limit=3', { as: mine }));
    for (const cursor of [...cursors, 'nonsense']) {
      const answer = await call(`GET /api/v1/bookings?limit=3&cursor=${cursor}`, { as: mine });
      expect([answer.status, idsOf(answer)]).toEqual([200, first]);
    }
  });
});

describe('one booking', () => {
  it('is found by id and by number, and not sent again when the client has it', async () => {
    const { id, number } = await book();
    for (const ref of [id, number, number.toLowerCase()]) {
      const answer = await call(`GET /api/v1/bookings/${ref}`, { as: mine });
      expect([answer.status, answer.body['id'], answer.headers.get('etag')]).toEqual([200, id, '"1"']);
    }
    // Without a word about caching, fetch asks for a fresh copy.
    const headers = { 'If-None-Match': '"1"', 'Cache-Control': 'max-age=0' };
    expect((await call(`GET /api/v1/bookings/${id}`, { as: mine, headers })).status).toBe(304);
  });

  it('is not there for a neighbour, another company, or a name that is none', async () => {
    const { id, number } = await book();
    const foreign = await createTestCompany(app.deps.db, { providers: 1 });
    const as = tokenOf(app, foreign.company.id, { id: foreign.customer.id, kind: 'customer' });
    const there = createCall(app, foreign.company.id);
    for (const [who, what] of [
      [call, { as: neighbours }],
      [there, { as }],
    ] as [typeof call, ApiCall][])
      for (const ref of [id, number]) expect((await who(`GET /api/v1/bookings/${ref}`, what)).status).toBe(404);
    for (const ref of ['%C3%BC', 'bkg_%00', 'x'.repeat(200), '%F0%9F%98%80', "'%20or%201=1"])
      for (const what of ['GET', 'DELETE'])
        expect((await call(`${what} /api/v1/bookings/${ref}`, { as: mine })).status).toBe(404);
  });

  it('is changed only by who names the version they read', async () => {
    const { id } = await book();
    const put = (version: unknown, body: object) => call(`PUT /api/v1/bookings/${id}`, { as: mine, version, body });
    expect(outcome(await put(undefined, { notes: 'x' }))).toEqual([428, 'precondition-required']);
    expect(outcome(await put(4, { notes: 'x' }))).toEqual([412, 'precondition-failed']);
    const changed = await put(1, { notes: 'Third floor' });
    expect(changed.body).toMatchObject({ notes: 'Third floor', version: 2 });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(outcome(await put(1, { notes: 'y' }))).toEqual([412, 'precondition-failed']);
    expect(outcome(await put(2, {}))).toEqual([422, 'invalid']);
    const elsewhere = { line1: '1 Road', pincode: test.otherPincode.pincode };
    expect(outcome(await put(2, { address: elsewhere }))).toEqual([409, 'not-allowed']);
    expect((await put(2, { notes: null })).body).not.toHaveProperty('notes');
  });
});

describe('If-Match where it may be left out', () => {
  it('keeps who has an old version from moving, cancelling or rating it', async () => {
    const { id, startsAt } = await book();
    const later = { startsAt: new Date(new Date(startsAt).getTime() + 2 * HOUR).toISOString() };
    const send = (what: string, header: string | undefined, body?: object) =>
      call(what, { as: mine, ...(header && { headers: { 'If-Match': header } }), ...(body && { body }) });
    const stale = async (header: string) => [
      outcome(await send(`POST /api/v1/bookings/${id}/reschedule`, header, later)),
      outcome(await send(`POST /api/v1/bookings/${id}/cancel`, header, { reason: 'Travelling' })),
      outcome(await send(`DELETE /api/v1/bookings/${id}`, header)),
      outcome(await send(`POST /api/v1/bookings/${id}/rate`, header, { rating: 1 })),
    ];
    const refused = Array.from({ length: 4 }, () => [412, 'precondition-failed']);
    // What names no version cannot be the present one; what names another is old.
    for (const header of ['"2"', '"abc"', '1']) expect(await stale(header), header).toEqual(refused);
    expect((await call(`GET /api/v1/bookings/${id}`, { as: mine })).body).toMatchObject({
      status: 'confirmed',
      startsAt,
    });

    const moved = await send(`POST /api/v1/bookings/${id}/reschedule`, '"1"', later);
    expect([moved.status, moved.headers.get('etag')]).toEqual([200, '"2"']);
    expect(await stale('"1"')).toEqual(refused);
    expect((await send(`POST /api/v1/bookings/${id}/cancel`, 'W/"2"', { reason: 'Travelling' })).status).toBe(200);
    expect(outcome(await send(`DELETE /api/v1/bookings/${id}`, '*'))).toEqual([409, 'not-allowed']);
  });
});

describe('cancelling over HTTP', () => {
  it('previews, cancels once, and tells the second caller', async () => {
    const { id, totalPaise } = await book();
    const preview = await call(`GET /api/v1/bookings/${id}/cancellation`, { as: mine });
    expect(preview.body).toMatchObject({
      allowed: true,
      refund: {
        percent: 100,
        amountPaise: totalPaise,
        needsApproval: false,
        policy: { version: '2026-10', fromHours: 24 },
      },
    });
    const body = { reason: 'Travelling', quotedRefundPaise: totalPaise };
    const answer = await call(`POST /api/v1/bookings/${id}/cancel`, { as: mine, body });
    expect(answer.body).toMatchObject({
      booking: { id, status: 'cancelled', version: 2 },
      refund: { percent: 100, amountPaise: totalPaise, status: 'approved' },
    });
    expect(outcome(await call(`POST /api/v1/bookings/${id}/cancel`, { as: mine, body }))).toEqual([409, 'not-allowed']);
    expect(outcome(await call(`DELETE /api/v1/bookings/${id}`, { as: mine }))).toEqual([409, 'not-allowed']);
    const after = await call(`GET /api/v1/bookings/${id}/cancellation`, { as: mine });
    expect(after.body).toMatchObject({ allowed: false, reason: expect.stringContaining('already been cancelled') });
    const refunds = await call(`GET /api/v1/refunds?bookingId=${id}`, { as: mine });
    expect(refunds.body['items']).toMatchObject([{ bookingId: id, reason: 'Travelling', status: 'approved' }]);
  });

  it('takes one of several services off, as its preview says, and the rest later', async () => {
    const services = ['acRepair', 'tapRepair'] as const;
    const items = services.map((service) => ({ rateCardId: test.rateCards[service].id, quantity: 1 }));
    const quoted = await call('POST /api/v1/bookings/quote', { body: { items, pincode: test.pincode.pincode } });
    const { totalPaise } = (quoted.body as { price: { totalPaise: number } }).price;
    const address = { id: test.customer.addresses[0]?.id };
    const wish = { items, startsAt: freshStart().toISOString(), address, quotedTotalPaise: totalPaise };
    const booked = await call('POST /api/v1/bookings', { as: mine, body: wish });
    const { id, items: made } = booked.body as { id: string; items: { id: string; cancelledAt?: string }[] };
    expect(made.every((item) => item.cancelledAt === undefined)).toBe(true);
    const itemIds = made.slice(1).map((item) => item.id);

    const preview = await call(`GET /api/v1/bookings/${id}/cancellation?items=${itemIds.join()}`, { as: mine });
    expect(preview.body).toMatchObject({
      allowed: true,
      whole: false,
      refund: { paidPaise: 17_582, amountPaise: 17_582 },
    });
    const body = { itemIds, reason: 'Works again', quotedRefundPaise: 17_582 };
    const off = await call(`POST /api/v1/bookings/${id}/items/cancel`, { as: mine, body });
    expect(off.body).toMatchObject({
      booking: { status: 'confirmed', version: 2, totalPaise, items: [{}, { id: itemIds[0] }] },
      refund: { percent: 100, amountPaise: 17_582 },
    });
    const { booking, refund } = off.body as { booking: { items: object[] }; refund: { id: string } };
    expect(booking.items[0]).not.toHaveProperty('cancelledAt');
    expect(booking.items[1]).toMatchObject({ cancelledAt: expect.any(String), refundId: refund.id });
    expect(outcome(await call(`POST /api/v1/bookings/${id}/items/cancel`, { as: mine, body }))).toEqual([
      409,
      'not-allowed',
    ]);
    const rest = await call(`GET /api/v1/bookings/${id}/cancellation`, { as: mine });
    expect(rest.body).toMatchObject({ whole: true, refund: { amountPaise: totalPaise - 17_582 } });
    const other = { itemIds: ['itm_elsewhere'], reason: 'x' };
    expect((await call(`POST /api/v1/bookings/${id}/items/cancel`, { as: mine, body: other })).status).toBe(404);
  });

  it('leaves faults to the staff', async () => {
    const { id } = await book();
    const body = { reason: 'Nobody came', fault: 'provider' };
    expect((await call(`POST /api/v1/bookings/${id}/cancel`, { as: mine, body })).status).toBe(403);
    expect((await call(`POST /api/v1/bookings/${id}/cancel`, { as: staff('finance'), body })).status).toBe(403);
    const answer = await call(`POST /api/v1/bookings/${id}/cancel`, { as: staff('support_agent'), body });
    expect(answer.body).toMatchObject({ refund: { percent: 100, creditPaise: 10_000 } });
  });

  it('lets finance decide about large refunds', async () => {
    const refundOf = async () => {
      const { id } = await book(freshStart(), 'acGasRefill', 3);
      const { body } = await call(`DELETE /api/v1/bookings/${id}?reason=Moved`, { as: mine });
      expect(body).toMatchObject({ refund: { status: 'waiting_for_approval' }, booking: { cancelReason: 'Moved' } });
      return (body['refund'] as { id: string }).id;
    };
    const [first, second] = [await refundOf(), await refundOf()];
    const waiting = await call('GET /api/v1/refunds?status=waiting_for_approval', { as: staff('observer') });
    expect(idsOf(waiting)).toEqual(expect.arrayContaining([first, second]));
    const approve = (as: string) => call(`POST /api/v1/refunds/${first}/approve`, { as });
    expect([(await approve(mine)).status, (await approve(staff('observer'))).status]).toEqual([403, 403]);
    expect((await approve(staff('finance'))).body).toMatchObject({
      status: 'approved',
      decidedBy: test.staff.finance.id,
    });
    expect(outcome(await approve(staff('finance')))).toEqual([409, 'not-allowed']);
    const reject = (body: object) => call(`POST /api/v1/refunds/${second}/reject`, { as: staff('finance'), body });
    expect(outcome(await reject({}))).toEqual([422, 'invalid']);
    const rejected = await reject({ reason: 'Paid back in cash' });
    expect(rejected.body).toMatchObject({ status: 'rejected', decisionReason: 'Paid back in cash' });
    for (const as of [mine, staff('observer')]) {
      expect((await call(`GET /api/v1/refunds/${second}`, { as })).body).toEqual(rejected.body);
      const listed = (await call('GET /api/v1/refunds?status=rejected', { as })).body['items'];
      expect(listed).toContainEqual(rejected.body);
    }
    expect((await call(`GET /api/v1/refunds/${first}`, { as: mine })).body).not.toHaveProperty('decisionReason');
    expect((await call('POST /api/v1/refunds/%C3%BC/approve', { as: staff('finance') })).status).toBe(404);
  });
});

describe('from booking to rating', () => {
  it('is rescheduled, done by the staff step by step, and rated once', async () => {
    const { id, number, startsAt } = await book();
    const later = new Date(new Date(startsAt).getTime() + 2 * HOUR).toISOString();
    const moved = await call(`POST /api/v1/bookings/${number}/reschedule`, { as: mine, body: { startsAt: later } });
    expect(moved.body).toMatchObject({ id, number, startsAt: later, rescheduleCount: 1, version: 2 });

    const status = () => call(`GET /api/v1/bookings/${id}/status`, { as: mine });
    expect((await status()).body).toMatchObject({
      ...{ status: 'confirmed', next: ['in_progress'], version: 2 },
      actions: ['update', 'reschedule', 'cancel'],
    });
    const set = (to: string, version: number, as = staff('support_agent')) =>
      call(`PUT /api/v1/bookings/${id}/status`, { as, version, body: { status: to } });
    expect((await set('in_progress', 2, mine)).status).toBe(403);
    expect(outcome(await set('completed', 2))).toEqual([409, 'not-allowed']);
    expect((await set('in_progress', 2)).body).toMatchObject({ status: 'in_progress', version: 3 });
    expect(outcome(await call(`DELETE /api/v1/bookings/${id}`, { as: mine }))).toEqual([409, 'not-allowed']);
    expect(outcome(await set('completed', 2))).toEqual([412, 'precondition-failed']);
    expect((await set('completed', 3)).body).toMatchObject({ status: 'completed', version: 4 });
    expect((await status()).body).toMatchObject({ next: [], actions: ['rate'] });

    const rate = (body: object, as = mine) => call(`POST /api/v1/bookings/${id}/rate`, { as, body });
    expect(outcome(await rate({ rating: 0 }))).toEqual([422, 'invalid']);
    expect((await rate({ rating: 5 }, neighbours)).status).toBe(404);
    expect((await rate({ rating: 5 }, staff('support_agent'))).status).toBe(403);
    expect((await rate({ rating: 5, review: 'Clean work' })).body).toMatchObject({ rating: 5, version: 5 });
    expect(outcome(await rate({ rating: 1 }))).toEqual([409, 'not-allowed']);
  });
});

describe('looking before booking', () => {
  it('anybody may ask for a price and for free hours', async () => {
    const startsAt = freshStart();
    const free = (query = '') =>
      call(
        `GET /api/v1/bookings/free-hours?item=${test.rateCards.acRepair.id}${query}` +
          `&pincode=${test.pincode.pincode}&from=${localOf(startsAt, zone).date}&days=1`,
      );
    const hours = ({ body }: Answer) => (body['items'] as { hour: number }[]).map(({ hour }) => hour);
    expect(hours(await free())).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(await quote(startsAt)).toMatchObject({ slot: { available: true, freeProviders: 1 }, hours: 1 });
    await book(startsAt);
    expect(hours(await free())).not.toContain(10);
    expect(hours(await free(':3'))).toEqual([11, 12, 13, 14, 15, 16, 17, 18]);
    expect(await quote(startsAt)).toMatchObject({ slot: { available: false, freeProviders: 0 } });
  });

  it('says what is not served or does not exist', async () => {
    const get = (query: string) => call(`GET /api/v1/bookings/free-hours?${query}`);
    const rateCardId = test.rateCards.acRepair.id;
    expect(outcome(await get(`item=${rateCardId}&pincode=${test.unservedPincode.pincode}`))).toEqual([
      422,
      'not-served',
    ]);
    expect(outcome(await get(`item=rc_no&pincode=${test.pincode.pincode}`))).toEqual([404, 'not-found']);
    expect(outcome(await get(`item=${rateCardId}&pincode=560034&days=15`))).toEqual([422, 'invalid']);
    expect(outcome(await get(`item=${rateCardId}&pincode=560034&from=2026-02-30`))).toEqual([422, 'invalid']);
    expect((await get(`item=${rateCardId}&pincode=560034&from=9999-12-31`)).status).toBe(200);
  });
});
