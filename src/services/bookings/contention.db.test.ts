import { and, between, eq, inArray, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { addDays, instantOf, localOf } from '#src/clock.ts';
import { loadConfig } from '#src/config.ts';
import { bookings, refunds, slotHolds } from '#src/db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { cancelBooking } from './cancel-booking.ts';
import { createBooking } from './create-booking.ts';
import { holdSlot } from './hold-slot.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

const config = loadConfig({ JWT_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent', ...process.env });
const deps = await createDeps(config);
afterAll(() => deps.close());

const CUSTOMERS = 20;
const ROUNDS = 200;
const zone = 'Asia/Kolkata';
const now = new Date();
const firstDay = addDays(localOf(now, zone).date, 1);

let company: TestCompany;
beforeAll(async () => {
  company = await createTestCompany(deps.db, { providers: 1, customers: CUSTOMERS });
});

const as = (index: number) => {
  const customer = company.customers[index];
  if (!customer) throw new Error('no such customer');
  return testCtx(deps, company.company, { kind: 'customer', id: customer.id, name: customer.name }, now);
};
type Service = keyof TestCompany['rateCards'];
const book = async (index: number, startsAt: Date, services: Service[] = ['acRepair']) => {
  const items = services.map((service) => ({ rateCardId: company.rateCards[service].id, quantity: 1 }));
  const wish = { items, pincode: company.pincode.pincode, startsAt };
  const { holdId, job } = await holdSlot(as(index), wish);
  return createBooking(as(index), {
    ...{ ...wish, holdId, channel: 'api', quotedTotalPaise: job.price.totalPaise },
    address: { id: company.customers[index]?.addresses[0]?.id ?? '' },
  });
};
/** The work's result; undefined when the hour was taken. Anything else that goes wrong fails the test. */
const unlessTaken = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'slot-taken') return undefined;
    throw error;
  });
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
const providerId = () => company.providers[0]?.id ?? '';
const takenAt = (hour: Date) =>
  deps.db
    .select()
    .from(slotHolds)
    .where(and(eq(slotHolds.providerId, providerId()), eq(slotHolds.hour, hour)));
const bookedAt = (startsAt: Date) =>
  deps.db
    .select({ id: bookings.id, status: bookings.status, version: bookings.version })
    .from(bookings)
    .where(and(eq(bookings.providerId, providerId()), eq(bookings.startsAt, startsAt)));

describe('twenty customers and one free hour', () => {
  it(`never get it twice and never lose it, in ${ROUNDS} rounds in which some cancel and others try again`, async () => {
    let booked = 0;
    let cancelled = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const startsAt = instantOf(addDays(firstDay, Math.floor(round / 12)), 9 + (round % 12), zone);
      // In every other round the first who gets the hour cancels, in some the second as well.
      let cancellations = [0, 1, 0, 1, 0, 2][round % 6] ?? 0;
      const kept: string[] = [];
      const givenBack: string[] = [];

      // Resolved when the hour was given back. Of those who were refused some wait for that, some ask without pause, and
      // most give up.
      let change = Promise.withResolvers<void>();
      const tellAll = () => {
        change.resolve();
        change = Promise.withResolvers<void>();
      };

      const attempt = async (index: number) => {
        while (kept.length === 0) {
          const { promise: changed } = change;
          const result = await unlessTaken(book(index, startsAt));
          if (!result) {
            if (index % 3 > 0) return;
            await (index % 2 === 0 ? pause() : changed);
            continue;
          }
          const { id } = result.booking;
          if (cancellations-- <= 0) {
            kept.push(id);
            return tellAll();
          }
          await cancelBooking(as(index), { ref: id }, { reason: 'Changed my mind' });
          givenBack.push(id);
          return tellAll();
        }
      };
      await Promise.all(company.customers.map((_, index) => attempt(index)));

      const [hours, rows] = await Promise.all([takenAt(startsAt), bookedAt(startsAt)]);
      expect(kept, `kept in round ${round}`).toHaveLength(1);
      expect(hours, `hours in round ${round}`).toMatchObject([{ bookingId: kept[0], expiresAt: null }]);
      expect(rows.filter((row) => row.status === 'confirmed').map((row) => row.id)).toEqual(kept);
      const gone = rows.filter((row) => row.status === 'cancelled');
      expect(gone.map((row) => row.id).toSorted()).toEqual(givenBack.toSorted());
      expect(gone.every((row) => row.version === 2)).toBe(true);
      booked += rows.length;
      cancelled += gone.length;
    }

    expect(booked - cancelled).toBe(ROUNDS);
    expect(cancelled).toBeGreaterThan(ROUNDS / 2);
    const paidBack = await deps.db.select().from(refunds).where(eq(refunds.companyId, company.company.id));
    expect(paidBack).toHaveLength(cancelled);
    const left = await deps.db.select().from(slotHolds).where(eq(slotHolds.companyId, company.company.id));
    expect(left, 'no hold without a booking is left').toHaveLength(ROUNDS);
  }, 480_000);
});

describe('customers who want visits of different lengths that overlap', () => {
  it('never share an hour, and a visit has all of its hours or none', async () => {
    for (let round = 0; round < 12; round++) {
      const day = addDays(firstDay, 46 + round);
      // One hour, two hours with both halves shared (60 + 30 minutes), three hours (60 + 75 + 30).
      const visits: Service[][] = [
        ['acRepair'],
        ['acRepair', 'tapRepair'],
        ['acRepair', 'bathroomCleaning', 'tapRepair'],
      ];
      const wishes = company.customers.map((_, i) => ({
        startsAt: instantOf(day, 9 + ((i * 7 + round) % 10), zone),
        services: visits[i % visits.length] ?? [],
      }));
      const made = await Promise.all(
        wishes.map(({ startsAt, services }, i) => unlessTaken(book(i, startsAt, services))),
      );
      const booked = made.filter((result) => result !== undefined).map(({ booking }) => booking);
      expect(booked.length, `round ${round}`).toBeGreaterThan(1);

      const range = [instantOf(day, 9, zone), instantOf(day, 21, zone)] as const;
      const taken = await deps.db
        .select({ hour: slotHolds.hour, bookingId: slotHolds.bookingId })
        .from(slotHolds)
        .where(and(eq(slotHolds.providerId, providerId()), between(slotHolds.hour, ...range)))
        .orderBy(slotHolds.hour);
      const wanted = booked.flatMap(({ id, startsAt, items }) => {
        const hours = [1, 2, 3][items.length - 1] ?? 0;
        return Array.from({ length: hours }, (_, h) => ({
          hour: new Date(startsAt.getTime() + h * 3_600_000),
          bookingId: id,
        }));
      });
      expect(taken).toEqual(wanted.toSorted((a, b) => a.hour.getTime() - b.hour.getTime()));
    }
  }, 60_000);
});

describe('customers who move to one hour that others want to book', () => {
  it('get it once, and keep their old hour when they do not get it', async () => {
    for (let round = 0; round < 15; round++) {
      const day = addDays(firstDay, 20 + round);
      const wanted = instantOf(day, 20, zone);
      const old = [9, 10, 11, 12, 13, 14].map((hour) => instantOf(day, hour, zone));
      const owned = await Promise.all(old.map((startsAt, i) => book(i, startsAt)));
      const moves = owned.map(({ booking }, i) =>
        unlessTaken(rescheduleBooking(as(i), { ref: booking.number }, { startsAt: wanted })),
      );
      const others = Array.from({ length: 6 }, (_, i) => unlessTaken(book(6 + i, wanted)));
      const winners = (await Promise.all([...moves, ...others])).filter((result) => result !== undefined);
      expect(winners, `round ${round}`).toHaveLength(1);

      const winner = winners[0]?.booking;
      expect(await takenAt(wanted)).toMatchObject([{ bookingId: winner?.id, expiresAt: null }]);
      for (const [i, startsAt] of old.entries()) {
        const moved = owned[i]?.booking.id === winner?.id;
        const taken = (await takenAt(startsAt)).map((row) => row.bookingId);
        expect(taken, `hour ${i} in round ${round}`).toEqual(moved ? [] : [owned[i]?.booking.id]);
      }
    }
  }, 60_000);

  it('can exchange nothing: two who want each other’s hour both keep their own', async () => {
    const day = addDays(firstDay, 45);
    const [a, b] = [instantOf(day, 9, zone), instantOf(day, 15, zone)];
    const [first, second] = await Promise.all([book(0, a), book(1, b)]);
    const moved = await Promise.all([
      unlessTaken(rescheduleBooking(as(0), { ref: first.booking.id }, { startsAt: b })),
      unlessTaken(rescheduleBooking(as(1), { ref: second.booking.id }, { startsAt: a })),
    ]);
    expect(moved).toEqual([undefined, undefined]);
    const rows = await deps.db
      .select({ hour: slotHolds.hour, bookingId: slotHolds.bookingId })
      .from(slotHolds)
      .where(and(inArray(slotHolds.bookingId, [first.booking.id, second.booking.id]), isNotNull(slotHolds.bookingId)))
      .orderBy(slotHolds.hour);
    expect(rows).toEqual([
      { hour: a, bookingId: first.booking.id },
      { hour: b, bookingId: second.booking.id },
    ]);
  });
});
