import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, instantOf, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import type { Actor } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { addProviderRating } from '#src/db/queries/bookings.ts';
import { bookings, events, providers, refunds, slotHolds, staffActivityLog } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import type { Permission } from '#src/permissions.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { decideRefund } from '../refunds/decide-refund.ts';
import { listRefunds } from '../refunds/list-refunds.ts';
import { bookSlot } from './book-slot.ts';
import { cancelBooking } from './cancel-booking.ts';
import { getBooking } from './get-booking.ts';
import { loadJob } from './load-job.ts';
import { previewCancellation } from './preview-cancellation.ts';
import { rateBooking } from './rate-booking.ts';
import { rescheduleBooking } from './reschedule-booking.ts';
import { setBookingStatus } from './set-booking-status.ts';
import { updateBooking } from './update-booking.ts';

const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const deps = await createDeps(config);
afterAll(() => deps.close());

const zone = 'Asia/Kolkata';
const now = new Date();
const HOUR = 3_600_000;
let company: TestCompany<'support_agent' | 'finance'>;
let foreign: TestCompany;
beforeAll(async () => {
  company = await createTestCompany(deps.db, {
    providers: 2,
    customers: 2,
    staff: ['support_agent', 'finance'],
  });
  foreign = await createTestCompany(deps.db, { providers: 1 });
});

/** Every booking of this suite gets a day of its own. */
let days = 0;
const nextDay = () => addDays(localOf(now, zone).date, 2 + days++);
const customer = (index = 0, at = now) => {
  const { id, name } = company.customers[index] ?? company.customer;
  return testCtx(deps, company.company, { kind: 'customer', id, name }, at);
};
const staff = (role: 'support_agent' | 'finance', permissions: Permission[], at = now) => {
  const { id, name } = company.staff[role];
  const actor: Actor = { kind: 'staff', id, name, role, level: 50, permissions: new Set(permissions) };
  return testCtx(deps, company.company, actor, at);
};
const wishFor = async (startsAt: Date, service: keyof TestCompany['rateCards'] = 'acRepair', quantity = 1) => {
  const items = [{ rateCardId: company.rateCards[service].id, quantity }];
  const job = await loadJob(customer(), { items, pincode: company.pincode.pincode });
  return {
    ...{ items, startsAt, quotedTotalPaise: job.price.totalPaise },
    address: { id: company.customer.addresses[0]?.id ?? '' },
    channel: 'api' as const,
  };
};
const bookAt = async (startsAt: Date, service?: keyof TestCompany['rateCards'], quantity?: number) =>
  (await bookSlot(customer(), await wishFor(startsAt, service, quantity))).booking;
const book = (hour = 10, service?: keyof TestCompany['rateCards'], quantity?: number) =>
  bookAt(instantOf(nextDay(), hour, zone), service, quantity);
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    },
  );
const codeOf = async (work: Promise<unknown>) => (await problemOf(work))?.code ?? 'ok';
/** By type: within one millisecond ids have no order. */
const eventsOf = (id: string) => deps.db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.type);
const hoursOf = (bookingId: string) =>
  deps.db.select().from(slotHolds).where(eq(slotHolds.bookingId, bookingId)).orderBy(slotHolds.hour);
const guest = () => testCtx(deps, company.company, { kind: 'guest', id: 'gst_x' }, now);
const stranger = () => {
  const { id, name } = foreign.customer;
  return testCtx(deps, foreign.company, { kind: 'customer', id, name }, now);
};
/** Whoever may not: what each of them is told. */
const refusals = async (work: (ctx: ReturnType<typeof customer>) => Promise<unknown>) => ({
  guest: await codeOf(work(guest())),
  neighbour: await codeOf(work(customer(1))),
  stranger: await codeOf(work(stranger())),
  staffWithout: await codeOf(work(staff('finance', ['bookings.view']))),
});
const REFUSED = {
  guest: 'unauthenticated',
  neighbour: 'not-found',
  stranger: 'not-found',
  staffWithout: 'forbidden',
};

describe('booking in one go', () => {
  it('leaves a confirmed booking with its hours, and one receipt', async () => {
    const booking = await book(11, 'acGasRefill', 2);
    expect(booking).toMatchObject({ status: 'confirmed', version: 1, rescheduleCount: 0, channel: 'api' });
    expect(await hoursOf(booking.id)).toHaveLength(3);
    expect((await eventsOf(booking.id)).map((event) => event.type)).toEqual(['booking.created']);
  });

  it('refuses another price than the quoted one with the right one, and holds nothing', async () => {
    const wish = await wishFor(instantOf(nextDay(), 10, zone));
    const problem = await problemOf(bookSlot(customer(), { ...wish, quotedTotalPaise: wish.quotedTotalPaise - 1 }));
    expect(problem).toMatchObject({ code: 'conflict', data: { price: { totalPaise: wish.quotedTotalPaise } } });
    const held = await deps.db.select().from(slotHolds).where(eq(slotHolds.hour, wish.startsAt));
    expect(held.filter((row) => row.companyId === company.company.id)).toEqual([]);
  });

  it('names the nearest free hours when nobody is free', async () => {
    const startsAt = instantOf(nextDay(), 12, zone);
    await bookAt(startsAt);
    await bookAt(startsAt);
    const problem = await problemOf(bookAt(startsAt));
    expect(problem?.code).toBe('slot-taken');
    const free = problem?.data?.['freeHours'] as { hour: number; startsAt: Date }[];
    expect(free.map(({ hour }) => hour)).toEqual([9, 10, 11, 13, 14, 15]);
  });

  it('takes full hours only, for nothing else keeps bookings apart', async () => {
    const wish = await wishFor(new Date(instantOf(nextDay(), 12, zone).getTime() + 30 * 60_000));
    expect(await problemOf(bookSlot(customer(), wish))).toMatchObject({
      code: 'invalid',
      data: { problem: 'off-hour' },
    });
  });

  it('lets staff with the permission book for a customer, and nobody else', async () => {
    const wish = await wishFor(instantOf(nextDay(), 12, zone));
    const userId = company.customer.id;
    const agent = staff('support_agent', ['bookings.create']);
    expect(await codeOf(bookSlot(staff('finance', ['bookings.view']), { ...wish, userId }))).toBe('forbidden');
    expect(await codeOf(bookSlot(customer(1), { ...wish, userId }))).toBe('forbidden');
    expect(await codeOf(bookSlot(guest(), wish))).toBe('unauthenticated');
    expect(await codeOf(bookSlot(agent, wish))).toBe('invalid');
    expect(await codeOf(bookSlot(agent, { ...wish, userId: foreign.customer.id }))).toBe('not-found');
    const { booking } = await bookSlot(agent, { ...wish, userId });
    expect(booking.userId).toBe(userId);
    const [event] = await eventsOf(booking.id);
    expect(event).toMatchObject({ actorKind: 'staff', actorId: company.staff.support_agent.id });
    const log = await deps.db.select().from(staffActivityLog).where(eq(staffActivityLog.subjectId, booking.id));
    expect(log).toMatchObject([{ action: 'booking.created', userId: company.staff.support_agent.id }]);
  });

  it("refuses somebody else's address and gives the hour back", async () => {
    const wish = await wishFor(instantOf(nextDay(), 12, zone));
    const address = { id: company.customers[1]?.addresses[0]?.id ?? '' };
    expect(await codeOf(bookSlot(customer(), { ...wish, address }))).toBe('not-found');
    const elsewhere = { line1: '7 Nowhere Lane', pincode: company.unservedPincode.pincode };
    expect(await codeOf(bookSlot(customer(), { ...wish, address: elsewhere }))).toBe('not-served');
    const held = await deps.db
      .select()
      .from(slotHolds)
      .where(and(eq(slotHolds.companyId, company.company.id), eq(slotHolds.hour, wish.startsAt)));
    expect(held).toEqual([]);
  });
});

describe('cancelling', () => {
  it('frees the hours, writes the refund and one event, and raises the version by one', async () => {
    const booking = await book();
    const {
      booking: after,
      refund,
      eventId,
    } = await cancelBooking(customer(), { ref: booking.number.toLowerCase() }, { reason: 'Travelling' });
    expect(after).toMatchObject({ status: 'cancelled', cancelReason: 'Travelling', cancelledAt: now, version: 2 });
    expect(refund).toMatchObject({ percent: 100, amountPaise: booking.totalPaise, status: 'approved' });
    expect(await hoursOf(booking.id)).toEqual([]);
    const rows = await deps.db.select().from(refunds).where(eq(refunds.bookingId, booking.id));
    expect(rows).toMatchObject([{ id: refund.id, percent: 100, policyVersion: '2026-10', decidedBy: null }]);
    const written = await eventsOf(booking.id);
    expect(written.map((event) => event.type)).toEqual(['booking.cancelled', 'booking.created']);
    expect(written[0]).toMatchObject({ id: eventId, data: { percent: 100, refundId: refund.id } });
    const again = await bookAt(booking.startsAt);
    expect(again.providerId).toBe(booking.providerId);
  });

  it('follows the hours before the slot, as the preview says', async () => {
    const booking = await book();
    const later = customer(0, new Date(booking.startsAt.getTime() - 2 * HOUR));
    const preview = await previewCancellation(later, booking.id);
    expect(preview).toMatchObject({ verdict: { allowed: true }, hoursBefore: 2, refund: { percent: 50 } });
    const stale = { reason: 'Ill', quotedRefundPaise: booking.totalPaise };
    expect(await problemOf(cancelBooking(later, { ref: booking.id }, stale))).toMatchObject({
      code: 'conflict',
      data: { percent: 50 },
    });
    const quoted = { reason: 'Ill', quotedRefundPaise: preview.refund?.amountPaise ?? 0 };
    expect((await cancelBooking(later, { ref: booking.id }, quoted)).refund.percent).toBe(50);
  });

  it('is refused the second time with the fact, also when both come at once', async () => {
    const booking = await book();
    const cancel = () => cancelBooking(customer(), { ref: booking.id }, { reason: 'x' });
    const codes = await Promise.all([codeOf(cancel()), codeOf(cancel()), codeOf(cancel())]);
    expect(codes.toSorted()).toEqual(['not-allowed', 'not-allowed', 'ok']);
    expect(await problemOf(cancel())).toMatchObject({
      detail: `Booking ${booking.number} has already been cancelled.`,
      data: { bookingStatus: 'cancelled', cancelledAt: now },
    });
    expect(await previewCancellation(customer(), booking.id)).toMatchObject({ verdict: { allowed: false } });
    expect(await deps.db.select().from(refunds).where(eq(refunds.bookingId, booking.id))).toHaveLength(1);
  });

  it('gives everything and ₹100 when staff say that it was our fault; a customer cannot say so', async () => {
    const booking = await book();
    const late = new Date(booking.startsAt.getTime() + 20 * 60_000);
    const input = { reason: 'Nobody came', fault: 'provider' as const };
    expect(await codeOf(cancelBooking(customer(0, late), { ref: booking.id }, input))).toBe('forbidden');
    expect(await codeOf(previewCancellation(customer(0, late), booking.id, 'provider'))).toBe('forbidden');
    const agent = staff('support_agent', ['bookings.cancel', 'bookings.view'], late);
    expect((await previewCancellation(agent, booking.id)).refund?.percent).toBe(0);
    const { refund } = await cancelBooking(agent, { ref: booking.id }, input);
    expect(refund).toMatchObject({ percent: 100, creditPaise: 10_000 });
  });

  it('is refused to all whom it does not concern', async () => {
    const booking = await book();
    expect(await refusals((ctx) => cancelBooking(ctx, { ref: booking.id }, { reason: 'x' }))).toEqual(REFUSED);
    expect(await codeOf(cancelBooking(customer(), { ref: booking.id }, { reason: ' ' }))).toBe('invalid');
    expect(await codeOf(cancelBooking(customer(), { ref: 'bkg_ü' }, { reason: 'x' }))).toBe('not-found');
    expect(await codeOf(cancelBooking(customer(), { ref: booking.id, version: 7 }, { reason: 'x' }))).toBe(
      'precondition-failed',
    );
    expect((await getBooking(customer(), booking.id)).status).toBe('confirmed');
  });
});

describe('a refund above ₹5,000', () => {
  const large = async () => {
    const booking = await book(9, 'acGasRefill', 3);
    expect(booking.totalPaise).toBeGreaterThan(500_000);
    return (await cancelBooking(customer(), { ref: booking.id }, { reason: 'Moved away' })).refund;
  };

  it('waits until somebody with the permission approves it, once', async () => {
    const { id, status } = await large();
    expect(status).toBe('waiting_for_approval');
    const finance = staff('finance', ['refunds.approve', 'refunds.view']);
    expect(await codeOf(decideRefund(staff('support_agent', []), id, { decision: 'approved' }))).toBe('forbidden');
    expect(await codeOf(decideRefund(customer(), id, { decision: 'approved' }))).toBe('forbidden');
    const waiting = await listRefunds(finance, { status: 'waiting_for_approval' });
    expect(waiting.items.map((row) => row.id)).toContain(id);
    const { refund, eventId } = await decideRefund(finance, id, { decision: 'approved' });
    expect(refund).toMatchObject({ status: 'approved', decidedBy: company.staff.finance.id, decidedAt: now });
    expect(await eventsOf(id)).toMatchObject([{ id: eventId, type: 'refund.approved', actorKind: 'staff' }]);
    expect(await codeOf(decideRefund(finance, id, { decision: 'rejected', reason: 'Too late' }))).toBe('not-allowed');
  });

  it('can be rejected with a reason, but by nobody whose own it is', async () => {
    const { id } = await large();
    const own: Actor = {
      ...{ kind: 'staff', id: company.customer.id, name: 'Asha', role: 'finance', level: 50 },
      permissions: new Set<Permission>(['refunds.approve']),
    };
    expect(await codeOf(decideRefund(testCtx(deps, company.company, own), id, { decision: 'approved' }))).toBe(
      'not-allowed',
    );
    const finance = staff('finance', ['refunds.approve']);
    expect(await codeOf(decideRefund(finance, 'rfd_nothing', { decision: 'approved' }))).toBe('not-found');
    expect(await codeOf(decideRefund(finance, 'ü', { decision: 'approved' }))).toBe('not-found');
    expect(await codeOf(decideRefund(finance, id, { decision: 'rejected', reason: '' }))).toBe('invalid');
    const { refund } = await decideRefund(finance, id, { decision: 'rejected', reason: 'Paid back in cash' });
    expect(refund).toMatchObject({ status: 'rejected', decisionReason: 'Paid back in cash' });
    expect((await eventsOf(id))[0]?.data).toMatchObject({ reason: 'Paid back in cash' });
  });

  it('is seen by its customer alone, page by page', async () => {
    const mine = await listRefunds(customer(), { limit: 2 });
    expect(mine.items).toHaveLength(2);
    const next = await listRefunds(customer(), { limit: 100, cursor: mine.nextCursor });
    const all = [...mine.items, ...next.items].map((row) => row.id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(3);
    expect((await listRefunds(customer(1), {})).items).toEqual([]);
    expect(await codeOf(listRefunds(staff('support_agent', []), {}))).toBe('forbidden');
  });
});

describe('rescheduling', () => {
  it('keeps number, price and professional, and moves the hours', async () => {
    const booking = await book(10, 'acGasRefill', 2);
    const startsAt = new Date(booking.startsAt.getTime() + HOUR);
    const { booking: after, eventId } = await rescheduleBooking(customer(), { ref: booking.number }, { startsAt });
    expect(after).toMatchObject({
      ...{ number: booking.number, totalPaise: booking.totalPaise, providerId: booking.providerId },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3 * HOUR), rescheduleCount: 1, version: 2 },
    });
    const hours = await hoursOf(booking.id);
    expect(hours.map((row) => row.hour.getTime())).toEqual([0, 1, 2].map((h) => startsAt.getTime() + h * HOUR));
    expect(hours.every((row) => row.providerId === booking.providerId && row.expiresAt === null)).toBe(true);
    expect((await eventsOf(booking.id)).at(-1)).toMatchObject({ id: eventId, type: 'booking.rescheduled' });
  });

  it('brings another professional when the first is busy, and the nearest hours when all are', async () => {
    const day = nextDay();
    const [early, late] = [instantOf(day, 9, zone), instantOf(day, 15, zone)];
    const first = await bookAt(late);
    const moving = await bookAt(early);
    expect(moving.providerId).toBe(first.providerId);
    const { booking } = await rescheduleBooking(customer(), { ref: moving.id }, { startsAt: late });
    expect(booking.providerId).not.toBe(first.providerId);

    const third = await bookAt(early);
    const problem = await problemOf(rescheduleBooking(customer(), { ref: third.id }, { startsAt: late }));
    expect(problem?.code).toBe('slot-taken');
    expect(problem?.data?.['freeHours']).toHaveLength(6);
    expect(await hoursOf(third.id)).toMatchObject([{ hour: early, providerId: third.providerId }]);
  });

  it('does not send a professional who is being paused at that moment', async () => {
    const day = nextDay();
    const booking = await bookAt(instantOf(day, 9, zone));
    const paused = booking.providerId;
    const pausing = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const pause = inTransaction(deps.db, async (tx) => {
      await tx.update(providers).set({ status: 'paused' }).where(eq(providers.id, paused));
      locked.resolve();
      await pausing.promise;
    });
    await locked.promise;
    const moved = rescheduleBooking(customer(), { ref: booking.id }, { startsAt: instantOf(day, 15, zone) });
    await new Promise((done) => setTimeout(done, 150));
    pausing.resolve();
    await pause;
    const { booking: after } = await moved;
    await deps.db.update(providers).set({ status: 'active' }).where(eq(providers.id, paused));
    expect(after.providerId).not.toBe(paused);
    expect((await hoursOf(booking.id)).every((row) => row.providerId === after.providerId)).toBe(true);
  });

  it('keeps to the rules of new bookings, and to those of the state', async () => {
    const booking = await book();
    const move = (startsAt: Date, at = now) =>
      codeOf(rescheduleBooking(customer(0, at), { ref: booking.id }, { startsAt }));
    expect(await move(new Date(now.getTime() + 61 * 24 * HOUR))).toBe('invalid');
    expect(await move(instantOf(localOf(booking.startsAt, zone).date, 21, zone))).toBe('invalid');
    expect(await move(new Date(booking.startsAt.getTime() + 60_000))).toBe('invalid');
    expect(await move(booking.startsAt)).toBe('not-allowed');
    const next = new Date(booking.startsAt.getTime() + 2 * HOUR);
    expect(await move(next, new Date(booking.startsAt.getTime() + 30 * 60_000))).toBe('not-allowed');
    expect(await move(next, new Date(booking.startsAt.getTime() + HOUR / 2 - HOUR))).toBe('ok');
    await cancelBooking(customer(), { ref: booking.id }, { reason: 'x' });
    expect(await move(booking.startsAt)).toBe('not-allowed');
  });

  it('is refused to all whom it does not concern', async () => {
    const booking = await book();
    const startsAt = new Date(booking.startsAt.getTime() + HOUR);
    expect(await refusals((ctx) => rescheduleBooking(ctx, { ref: booking.number }, { startsAt }))).toEqual(REFUSED);
    const agent = staff('support_agent', ['bookings.update']);
    expect(await codeOf(rescheduleBooking(agent, { ref: booking.number }, { startsAt }))).toBe('ok');
  });
});

describe('changing notes and address', () => {
  it('writes what is named and keeps the rest', async () => {
    const booking = await book();
    const first = await updateBooking(customer(), { ref: booking.id, version: 1 }, { notes: 'Ring twice' });
    expect(first.booking).toMatchObject({ notes: 'Ring twice', version: 2, address: booking.address });
    const address = { line1: '99, 7th Block', pincode: booking.pincode };
    const second = await updateBooking(customer(), { ref: booking.id, version: 2 }, { address });
    expect(second.booking).toMatchObject({ notes: 'Ring twice', version: 3, address: { line1: '99, 7th Block' } });
    const third = await updateBooking(customer(), { ref: booking.id }, { notes: null });
    expect(third.booking).toMatchObject({ notes: null, version: 4 });
  });

  it('refuses an old version, another pincode, and a change of nothing', async () => {
    const booking = await book();
    const update = (input: object, version?: number) =>
      codeOf(updateBooking(customer(), { ref: booking.id, version }, input));
    expect(await update({ notes: 'x' }, 9)).toBe('precondition-failed');
    expect(await update({ address: { line1: '1 Road', pincode: company.otherPincode.pincode } })).toBe('not-allowed');
    expect(await update({ address: { id: company.customers[1]?.addresses[0]?.id } })).toBe('not-found');
    expect(await update({})).toBe('invalid');
    expect((await getBooking(customer(), booking.id)).version).toBe(1);
  });

  it('lets only one of several changes that read the same version through', async () => {
    const booking = await book();
    const update = (notes: string) =>
      codeOf(updateBooking(customer(), { ref: booking.id, version: booking.version }, { notes }));
    const codes = await Promise.all(['a', 'b', 'c', 'd'].map(update));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'precondition-failed')).toHaveLength(3);
    expect((await getBooking(customer(), booking.id)).version).toBe(2);
  });

  it('is refused to all whom it does not concern', async () => {
    const booking = await book();
    expect(await refusals((ctx) => updateBooking(ctx, { ref: booking.id }, { notes: 'x' }))).toEqual(REFUSED);
  });
});

describe('doing and rating the work', () => {
  const agent = () => staff('support_agent', ['bookings.update', 'bookings.view']);
  const finish = async (id: string) => {
    for (const status of ['in_progress', 'completed'] as const)
      await setBookingStatus(agent(), { ref: id }, { status });
  };
  const providerOf = async (id: string) => {
    const [row] = await deps.db.select().from(providers).where(eq(providers.id, id));
    if (!row) throw new Error('no such provider');
    return row;
  };

  it('goes one step at a time and counts the finished job', async () => {
    const booking = await book();
    const before = await providerOf(booking.providerId);
    const set = (status: 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show') =>
      codeOf(setBookingStatus(agent(), { ref: booking.id }, { status }));
    expect(await set('completed')).toBe('not-allowed');
    expect(await set('no_show')).toBe('not-allowed');
    expect(await set('cancelled')).toBe('not-allowed');
    await finish(booking.id);
    expect(await set('in_progress')).toBe('not-allowed');
    const after = await getBooking(agent(), booking.id);
    expect(after).toMatchObject({ status: 'completed', completedAt: now, version: 3 });
    expect((await providerOf(booking.providerId)).jobsCompleted).toBe(before.jobsCompleted + 1);
    expect((await eventsOf(booking.id)).map((event) => event.type)).toEqual([
      'booking.completed',
      'booking.created',
      'booking.in_progress',
    ]);
  });

  it('is set by staff with the permission alone', async () => {
    const booking = await book();
    const work = (ctx: ReturnType<typeof customer>) =>
      setBookingStatus(ctx, { ref: booking.id }, { status: 'in_progress' });
    expect(await refusals(work)).toEqual({ ...REFUSED, neighbour: 'forbidden', stranger: 'forbidden' });
    expect(await codeOf(work(customer()))).toBe('forbidden');
  });

  it('takes one rating from its customer, which counts for the professional at once', async () => {
    const booking = await book();
    const rate = (ctx = customer(), rating = 2) =>
      codeOf(rateBooking(ctx, { ref: booking.id }, { rating, review: 'Late' }));
    expect(await rate()).toBe('not-allowed');
    await finish(booking.id);
    // Few ratings, so that a wrong count shows in the mean.
    await deps.db
      .update(providers)
      .set({ rating: 4, ratingCount: 1, ratingSum: 4 })
      .where(eq(providers.id, booking.providerId));
    const before = await providerOf(booking.providerId);
    expect(await rate(customer(), 6)).toBe('invalid');
    expect(await refusals((ctx) => rateBooking(ctx, { ref: booking.id }, { rating: 1 }))).toEqual(REFUSED);
    expect((await Promise.all([rate(), rate(), rate()])).toSorted()).toEqual(['not-allowed', 'not-allowed', 'ok']);
    const after = await providerOf(booking.providerId);
    expect(after).toMatchObject({ rating: 3, ratingCount: 2, version: before.version + 1 });
    expect(await getBooking(customer(), booking.id)).toMatchObject({ rating: 2, review: 'Late', version: 4 });
  });

  it('is felt by the mean of many, however often it is rounded', async () => {
    const { id, companyId } = await providerOf((await book()).providerId);
    await deps.db
      .update(providers)
      .set({ rating: 4.5, ratingCount: 1_000, ratingSum: 4_500 })
      .where(eq(providers.id, id));
    for (let i = 0; i < 20; i++) await addProviderRating(deps.db, { companyId, providerId: id, rating: 1 });
    expect((await providerOf(id)).rating).toBe(4.43);
  });
});

describe('looking at a booking', () => {
  it('is for its customer and for staff with the permission, whose look is noted', async () => {
    const booking = await book();
    expect(await refusals((ctx) => getBooking(ctx, booking.number))).toEqual({ ...REFUSED, staffWithout: 'ok' });
    expect(await codeOf(getBooking(staff('support_agent', []), booking.id))).toBe('forbidden');
    const log = await deps.db.select().from(staffActivityLog).where(eq(staffActivityLog.subjectId, booking.id));
    expect(log.map((row) => row.action)).toEqual(['booking.viewed']);
    expect(await deps.db.select().from(bookings).where(eq(bookings.id, booking.id))).toHaveLength(1);
  });
});
