import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, instantOf, localOf } from '#src/clock.ts';
import { bookings, events, slotHolds } from '#src/db/schema/index.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { createDeps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { createBooking } from './create-booking.ts';
import { holdSlot, type Hold } from './hold-slot.ts';
import { listFreeHours } from './list-free-hours.ts';
import { BOOKING_POLICY } from './policy.ts';
import { releaseHold } from './release-hold.ts';

const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const deps = await createDeps(config);
afterAll(() => deps.close());

let company: TestCompany;
const zone = 'Asia/Kolkata';
const tomorrow = addDays(localOf(new Date(), zone).date, 1);
const at = (hour: number) => instantOf(tomorrow, hour, zone);
const asCustomer = (index: number, now?: Date) => {
  const customer = company.customers[index];
  if (!customer) throw new Error('no such customer');
  return testCtx(deps, company.company, { kind: 'customer', id: customer.id, name: customer.name }, now);
};
const wish = (hour: number, quantity = 1) => ({
  items: [{ rateCardId: company.rateCards.acRepair.id, quantity }],
  pincode: company.pincode.pincode,
  startsAt: at(hour),
});
const bookingOf = (index: number, hold: Hold) => ({
  holdId: hold.holdId,
  items: hold.job.items.map(({ card, quantity }) => ({ rateCardId: card.id, quantity })),
  pincode: hold.job.place.pincode,
  startsAt: hold.startsAt,
  address: { id: company.customers[index]?.addresses[0]?.id ?? '' },
  quotedTotalPaise: hold.job.price.totalPaise,
  channel: 'api' as const,
});
const codeOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : `${error}`),
  );

beforeAll(async () => {
  company = await createTestCompany(deps.db, { providers: 1, customers: 20 });
});

describe('one free hour', () => {
  it('goes to exactly one of twenty customers who want it at the same moment', async () => {
    const outcomes = await Promise.all(company.customers.map((_, i) => codeOf(holdSlot(asCustomer(i), wish(9)))));
    expect(outcomes.filter((o) => o === 'ok')).toHaveLength(1);
    expect(outcomes.filter((o) => o === 'slot-taken')).toHaveLength(19);
  });

  it('is not offered any more while it is held, and is again when it was released', async () => {
    const hold = await holdSlot(asCustomer(0), wish(10));
    const query = { ...wish(10), fromDate: tomorrow, days: 1 };
    const { startsAt: _, ...free } = query;
    const hours = async () => (await listFreeHours(asCustomer(1), free)).map((h) => h.hour);
    expect(await hours()).not.toContain(10);
    await releaseHold(asCustomer(0), { holdId: hold.holdId });
    expect(await hours()).toContain(10);
  });

  it('cannot be released by somebody else', async () => {
    const hold = await holdSlot(asCustomer(0), wish(11));
    await releaseHold(asCustomer(1), { holdId: hold.holdId });
    expect(await codeOf(holdSlot(asCustomer(1), wish(11)))).toBe('slot-taken');
  });

  it('becomes free when the ten minutes are over, and the first customer can no longer book it', async () => {
    const hold = await holdSlot(asCustomer(0), wish(12));
    // To the millisecond: what counts as free is free to take.
    const later = hold.expiresAt;
    expect(later.getTime() - Date.now()).toBeLessThanOrEqual(BOOKING_POLICY.holdMinutes * 60_000);
    const second = await holdSlot(asCustomer(1, later), wish(12));
    expect(second.provider.id).toBe(hold.provider.id);
    expect(await codeOf(createBooking(asCustomer(0, later), bookingOf(0, hold)))).toBe('hold-expired');
  });

  it('is blocked by a longer job that overlaps it', async () => {
    await holdSlot(asCustomer(0), wish(14, 3));
    expect(await codeOf(holdSlot(asCustomer(1), wish(16)))).toBe('slot-taken');
    expect(await codeOf(holdSlot(asCustomer(1), wish(17)))).toBe('ok');
  });
});

describe('booking a held hour', () => {
  it('books once, however often and however parallel the confirmation is repeated', async () => {
    const ctx = asCustomer(2);
    const hold = await holdSlot(ctx, wish(18));
    const results = await Promise.all(Array.from({ length: 5 }, () => createBooking(ctx, bookingOf(2, hold))));
    expect(new Set(results.map((r) => r.booking.number)).size).toBe(1);
    expect(results.filter((r) => r.eventId)).toHaveLength(1);
    const rows = await deps.db.select().from(bookings).where(eq(bookings.holdId, hold.holdId));
    expect(rows).toHaveLength(1);
    const receipts = await deps.db
      .select()
      .from(events)
      .where(and(eq(events.type, 'booking.created'), eq(events.subjectId, rows[0]?.id ?? '')));
    expect(receipts).toHaveLength(1);
    const held = await deps.db.select().from(slotHolds).where(eq(slotHolds.holdId, hold.holdId));
    expect(held.every((row) => row.bookingId === rows[0]?.id && row.expiresAt === null)).toBe(true);
  });

  it('charges what was quoted, and refuses another amount', async () => {
    const ctx = asCustomer(3);
    const hold = await holdSlot(ctx, wish(19));
    const wrong = { ...bookingOf(3, hold), quotedTotalPaise: hold.job.price.totalPaise - 1 };
    expect(await codeOf(createBooking(ctx, wrong))).toBe('conflict');
    const { booking } = await createBooking(ctx, bookingOf(3, hold));
    expect(booking.totalPaise).toBe(hold.job.price.totalPaise);
  });

  it("refuses a guest, somebody else's hold and somebody else's address", async () => {
    const hold = await holdSlot(asCustomer(4), wish(20));
    const guest: Actor = { kind: 'guest', id: 'gst_x' };
    expect(await codeOf(createBooking(testCtx(deps, company.company, guest), bookingOf(4, hold)))).toBe(
      'unauthenticated',
    );
    expect(await codeOf(createBooking(asCustomer(5), bookingOf(5, hold)))).toBe('hold-expired');
    expect(await codeOf(createBooking(asCustomer(4), { ...bookingOf(5, hold), holdId: hold.holdId }))).toBe(
      'not-found',
    );
    expect(await deps.db.select().from(bookings).where(eq(bookings.holdId, hold.holdId))).toHaveLength(0);
  });
});

describe('a hold', () => {
  it('is refused outside of the rules', async () => {
    const ctx = asCustomer(0);
    const refused = (change: object) => codeOf(holdSlot(ctx, { ...wish(9), ...change }));
    expect(await refused({ startsAt: at(3) })).toBe('invalid');
    expect(await refused({ startsAt: new Date(Date.now() - 3_600_000) })).toBe('invalid');
    const rateCardId = company.rateCards.acRepair.id;
    expect(await refused({ items: [{ rateCardId, quantity: 0 }] })).toBe('invalid');
    expect(await refused({ items: [{ rateCardId, quantity: 49 }] })).toBe('invalid');
    expect(await refused({ items: [] })).toBe('invalid');
    expect(await refused({ pincode: company.unservedPincode.pincode })).toBe('not-served');
    expect(await refused({ pincode: '199999' })).toBe('not-served');
    expect(await refused({ items: [{ rateCardId: 'rc_unknown', quantity: 1 }] })).toBe('not-found');
  });
});
