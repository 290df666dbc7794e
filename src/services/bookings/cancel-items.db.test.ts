import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, instantOf, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { events, refunds, slotHolds } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { decideRefund } from '../refunds/decide-refund.ts';
import { bookSlot } from './book-slot.ts';
import { cancelBooking } from './cancel-booking.ts';
import { cancelItems } from './cancel-items.ts';
import { getBooking } from './get-booking.ts';
import { loadJob } from './load-job.ts';
import { previewCancellation } from './preview-cancellation.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const deps = await createDeps(config);
afterAll(() => deps.close());

const zone = 'Asia/Kolkata';
const now = new Date();
const HOUR = 3_600_000;
let company: TestCompany<'finance'>;
beforeAll(async () => {
  company = await createTestCompany(deps.db, { providers: 1, customers: 2, staff: ['finance'] });
});

type Service = keyof TestCompany['rateCards'];
const customer = (index = 0, at = now) => {
  const { id, name } = company.customers[index] ?? company.customer;
  return testCtx(deps, company.company, { kind: 'customer', id, name }, at);
};
let days = 0;
const book = async (...wanted: [Service, number][]) => {
  const items = wanted.map(([service, quantity]) => ({ rateCardId: company.rateCards[service].id, quantity }));
  const job = await loadJob(customer(), { items, pincode: company.pincode.pincode });
  const startsAt = instantOf(addDays(localOf(now, zone).date, 2 + days++), 10, zone);
  const address = { id: company.customer.addresses[0]?.id ?? '' };
  const wish = { items, startsAt, address, quotedTotalPaise: job.price.totalPaise, channel: 'api' as const };
  const { booking } = await bookSlot(customer(), wish);
  return { ...booking, itemIds: booking.items.map((item) => item.id) };
};
const hoursOf = async (bookingId: string) =>
  (await deps.db.select().from(slotHolds).where(eq(slotHolds.bookingId, bookingId))).length;
const refundsOf = (bookingId: string) => deps.db.select().from(refunds).where(eq(refunds.bookingId, bookingId));
const typesOf = async (subjectId: string) =>
  (await deps.db.select().from(events).where(eq(events.subjectId, subjectId))).map(({ type }) => type).toSorted();
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    },
  );
const codeOf = async (work: Promise<unknown>) => (await problemOf(work))?.code ?? 'ok';
const reason = 'I have done it myself';

describe('taking items off a booking', () => {
  it('refunds their share, marks them, shortens the visit and leaves the charge as it was', async () => {
    const booking = await book(['acRepair', 2], ['tapRepair', 2]);
    expect(await hoursOf(booking.id)).toBe(3);
    const [, tap = ''] = booking.itemIds;
    const preview = await previewCancellation(customer(), booking.number, undefined, [tap]);
    expect(preview.stake).toMatchObject({ isWhole: false, paidPaise: 35_164 });
    const done = await cancelItems(customer(), { ref: booking.number }, { itemIds: [tap, tap], reason });
    expect(done.refund).toMatchObject({ percent: 100, amountPaise: 35_164, status: 'approved' });
    expect(done).toMatchObject({ isWhole: false, items: [{ id: tap }] });
    const { totalPaise, status, version, endsAt, items } = await getBooking(customer(), booking.id);
    expect({ totalPaise, status, version }).toEqual({
      totalPaise: booking.totalPaise,
      status: 'confirmed',
      version: 2,
    });
    expect(endsAt).toEqual(new Date(booking.startsAt.getTime() + 2 * HOUR));
    expect(await hoursOf(booking.id)).toBe(2);
    expect(items.map(({ cancelledAt, refundId }) => [cancelledAt, refundId])).toEqual([
      [null, null],
      [now, done.refund.id],
    ]);
    expect(await typesOf(booking.id)).toEqual(['booking.created', 'booking.items_cancelled']);
  });

  it('leaves the visit its hours when the rest still needs them', async () => {
    const booking = await book(['acGasRefill', 1], ['tapRepair', 1]);
    expect(await hoursOf(booking.id)).toBe(2);
    await cancelItems(customer(), { ref: booking.id }, { itemIds: booking.itemIds.slice(1), reason });
    expect(await hoursOf(booking.id)).toBe(2);
  });

  it('cancels the booking with its last item, the visiting charge included; all refunds make up what was charged', async () => {
    const booking = await book(['acRepair', 1], ['tapRepair', 1]);
    const [ac = '', tap = ''] = booking.itemIds;
    await cancelItems(customer(), { ref: booking.id }, { itemIds: [ac], reason });
    const last = await cancelItems(customer(), { ref: booking.id }, { itemIds: [tap], reason: 'All of it' });
    expect(last).toMatchObject({ isWhole: true, booking: { status: 'cancelled', cancelReason: 'All of it' } });
    expect(await hoursOf(booking.id)).toBe(0);
    const rows = await refundsOf(booking.id);
    expect(rows.reduce((sum, row) => sum + row.amountPaise, 0)).toBe(booking.totalPaise);
    expect(await typesOf(booking.id)).toEqual(['booking.cancelled', 'booking.created', 'booking.items_cancelled']);
  });

  it('leaves a later cancellation only the rest to refund, by the hours that are then left', async () => {
    const booking = await book(['acRepair', 1], ['bathroomCleaning', 1]);
    const [ac = ''] = booking.itemIds;
    const first = await cancelItems(customer(), { ref: booking.id }, { itemIds: [ac], reason });
    const later = customer(0, new Date(booking.startsAt.getTime() - 2 * HOUR));
    const left = booking.totalPaise - first.refund.amountPaise;
    expect(await previewCancellation(later, booking.id)).toMatchObject({ stake: { isWhole: true, paidPaise: left } });
    const { refund } = await cancelBooking(later, { ref: booking.id }, { reason });
    expect(refund).toMatchObject({ percent: 50, amountPaise: Math.round(left / 2) });
  });

  it('waits for a person when the pieces together are above ₹5,000, unless an earlier one was rejected', async () => {
    const pieces = async () => {
      const booking = await book(['acGasRefill', 2], ['bathroomCleaning', 2]);
      const [gas = '', bathroom = ''] = booking.itemIds;
      const first = await cancelItems(customer(), { ref: booking.id }, { itemIds: [gas], reason });
      return { booking, bathroom, first };
    };
    const { booking, bathroom, first } = await pieces();
    expect(first.refund.status).toBe('waiting_for_approval');
    const second = await cancelItems(customer(), { ref: booking.id }, { itemIds: [bathroom], reason });
    expect(second.refund).toMatchObject({ status: 'waiting_for_approval' });
    expect(second.refund.amountPaise).toBeLessThan(500_000);

    const other = await pieces();
    const { id, name } = company.staff.finance;
    const permissions = new Set(['refunds.approve'] as const);
    const actor: Actor = { kind: 'staff', id, name, role: 'finance', level: 50, permissions };
    const rejection = { decision: 'rejected' as const, reason: 'Paid back in cash' };
    await decideRefund(testCtx(deps, company.company, actor, now), other.first.refund.id, rejection);
    const rest = await cancelBooking(customer(), { ref: other.booking.id }, { reason });
    expect(rest.refund.status).toBe('approved');
  });

  it('does one piece once, however many ask at the same time, and refuses the rest with the fact', async () => {
    const booking = await book(['acRepair', 1], ['tapRepair', 1], ['bathroomCleaning', 1]);
    const [ac = '', tap = ''] = booking.itemIds;
    const off = (itemIds: string[]) => codeOf(cancelItems(customer(), { ref: booking.id }, { itemIds, reason }));
    const codes = await Promise.all([off([ac]), off([ac]), off([tap]), off([ac, tap])]);
    expect(codes.filter((code) => code === 'ok').length).toBeGreaterThan(0);
    expect(codes.every((code) => code === 'ok' || code === 'not-allowed')).toBe(true);
    const rows = await refundsOf(booking.id);
    const { items, totalPaise } = await getBooking(customer(), booking.id);
    expect(items.map((item) => item.cancelledAt !== null)).toEqual([true, true, false]);
    expect(new Set(items.map((item) => item.refundId).filter(Boolean)).size).toBe(rows.length);
    expect(rows.reduce((sum, row) => sum + row.amountPaise, 0)).toBeLessThan(totalPaise);
    expect(await problemOf(cancelItems(customer(), { ref: booking.id }, { itemIds: [ac], reason }))).toMatchObject({
      code: 'not-allowed',
      detail: `AC repair visit has already been taken off booking ${booking.number}.`,
    });
  });

  it('is the same change when it is asked for again with the same key', async () => {
    const booking = await book(['acRepair', 1], ['tapRepair', 1]);
    const wish = { itemIds: booking.itemIds.slice(0, 1), reason, effectKey: `k-${booking.id}` };
    const [first, second] = await Promise.all([
      cancelItems(customer(), { ref: booking.id }, wish),
      cancelItems(customer(), { ref: booking.id }, wish),
    ]);
    const third = await cancelItems(customer(), { ref: booking.id }, wish);
    expect([second.eventId, third.eventId]).toEqual([first.eventId, first.eventId]);
    expect(third.refund).toEqual(first.refund);
    expect(third).toMatchObject({ isWhole: false, paidPaise: first.paidPaise, items: [{ id: wish.itemIds[0] }] });
    expect(await refundsOf(booking.id)).toHaveLength(1);
  });

  it('refuses another refund than was shown, another version, and what is not of this booking', async () => {
    const booking = await book(['acRepair', 1], ['tapRepair', 1]);
    const other = await book(['acRepair', 1]);
    const off = (wish: object, version?: number) =>
      codeOf(
        cancelItems(
          customer(),
          { ref: booking.id, version },
          { itemIds: booking.itemIds.slice(0, 1), reason, ...wish },
        ),
      );
    expect(await off({ quotedRefundPaise: 1 })).toBe('conflict');
    expect(await off({}, 7)).toBe('precondition-failed');
    expect(await off({ itemIds: other.itemIds })).toBe('not-found');
    expect(await off({ itemIds: [] })).toBe('invalid');
    expect(await off({ reason: ' ' })).toBe('invalid');
    expect(await off({ fault: 'provider' })).toBe('invalid');
    expect(await refundsOf(booking.id)).toEqual([]);
  });

  it('is refused to all whom it does not concern, and after the booking was cancelled', async () => {
    const booking = await book(['acRepair', 1], ['tapRepair', 1]);
    const wish = { itemIds: booking.itemIds.slice(0, 1), reason };
    const { id, name } = company.staff.finance;
    const staff: Actor = { kind: 'staff', id, name, role: 'finance', level: 50, permissions: new Set() };
    const by = (actor: Actor) =>
      codeOf(cancelItems(testCtx(deps, company.company, actor, now), { ref: booking.id }, wish));
    expect(await by({ kind: 'guest', id: 'gst_x' })).toBe('unauthenticated');
    expect(await by(staff)).toBe('forbidden');
    expect(await codeOf(cancelItems(customer(1), { ref: booking.id }, wish))).toBe('not-found');
    await cancelBooking(customer(), { ref: booking.id }, { reason });
    expect(await codeOf(cancelItems(customer(), { ref: booking.id }, wish))).toBe('not-allowed');
  });

  it('needs of a professional only what is left when the booking is moved', async () => {
    const booking = await book(['acRepair', 1], ['tapRepair', 2]);
    await cancelItems(customer(), { ref: booking.id }, { itemIds: booking.itemIds.slice(1), reason });
    const startsAt = new Date(booking.startsAt.getTime() + 3 * HOUR);
    const { booking: moved } = await rescheduleBooking(customer(), { ref: booking.id }, { startsAt });
    expect(moved.endsAt).toEqual(new Date(startsAt.getTime() + HOUR));
    expect(await hoursOf(booking.id)).toBe(1);
  });
});
