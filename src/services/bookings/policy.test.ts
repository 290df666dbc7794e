import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '#src/clock.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { BOOKING_STATUSES, type BookingStatus } from '#src/db/schema/bookings.ts';
import {
  canCancel,
  canRate,
  canReschedule,
  maxQuantityPerVisit,
  nextStatuses,
  startProblem,
  visitHours,
} from './policy.ts';
import { priceOf } from './price.ts';

const zone = 'Asia/Kolkata';
const now = instantOf('2026-11-20', 10, zone);
const at = (date: string, hour: number, hours = 1) =>
  startProblem({ startsAt: instantOf(date, hour, zone), now, localHour: hour, hours });

describe('when a job may start', () => {
  it('allows the first and the last hour of a working day', () => {
    expect(at('2026-11-21', 9)).toBeUndefined();
    expect(at('2026-11-21', 20)).toBeUndefined();
  });

  it('refuses the night, and a job that would run past closing', () => {
    expect(at('2026-11-21', 3)).toBe('closed');
    expect(at('2026-11-21', 21)).toBe('closed');
    expect(at('2026-11-21', 20, 2)).toBe('closed');
  });

  it('wants two hours of notice, to the minute', () => {
    expect(at('2026-11-20', 11)).toBe('too-soon');
    expect(at('2026-11-20', 12)).toBeUndefined();
  });

  it('refuses the past and what is more than 60 days ahead', () => {
    expect(at('2026-11-20', 9)).toBe('past');
    expect(at('2027-01-19', 10)).toBeUndefined();
    expect(at('2027-01-20', 10)).toBe('too-far');
  });
});

describe('how long a job is', () => {
  it('is counted in whole hours, at least one', () => {
    const hours = (...visit: [minutes: number, quantity: number][]) =>
      visitHours(visit.map(([durationMinutes, quantity]) => ({ card: { durationMinutes }, quantity })));
    expect(hours([30, 1])).toBe(1);
    expect(hours([45, 2])).toBe(2);
    expect(hours([60, 3])).toBe(3);
    // Rounded once, not for each service: one begins where the other ends.
    expect(hours([30, 1], [30, 1])).toBe(1);
    expect(hours([75, 1], [30, 2])).toBe(3);
  });

  it('limits the quantity to what fits a working day', () => {
    expect(maxQuantityPerVisit({ durationMinutes: 60, maxQuantity: 20 })).toBe(12);
    expect(maxQuantityPerVisit({ durationMinutes: 30, maxQuantity: 5 })).toBe(5);
  });
});

const card = (pricePaise: number, discountPercent: number): RateCardRow => ({
  ...{ id: 'rc_1', companyId: 'test', subcategoryId: 'sub_1', slug: 'a', name: 'A', description: '', unit: 'unit' },
  ...{ phrases: [], includes: [], excludes: [], pricePaise, discountPercent, durationMinutes: 60, maxQuantity: 50 },
  ...{ isDefault: true, isActive: true, version: 1, createdAt: now, updatedAt: now },
});

describe('what a job costs', () => {
  it('is rate × quantity + visiting charge − discount, plus 18 % GST', () => {
    const price = priceOf([{ card: card(59_900, 10), quantity: 2 }], 2);
    expect(price).toMatchObject({ subtotalPaise: 119_800, discountPaise: 11_980, visitingChargePaise: 7_900 });
    expect(price.gstPaise).toBe(Math.round((119_800 - 11_980 + 7_900) * 0.18));
    expect(price.totalPaise).toBe(119_800 - 11_980 + 7_900 + price.gstPaise);
  });

  it('has a line for each service with its own discount, one visiting charge, and tax on the whole', () => {
    // 15 % of 3,333 is 499.95, and 5 % of 9,990 is 499.5: each is rounded by itself.
    const visit = [
      { card: card(3_333, 15), quantity: 1 },
      { card: card(3_330, 5), quantity: 3 },
    ];
    const price = priceOf(visit, 1);
    expect(price.items).toMatchObject([
      { unitPricePaise: 3_333, quantity: 1, discountPaise: 500, totalPaise: 2_833 },
      { unitPricePaise: 3_330, quantity: 3, discountPaise: 500, totalPaise: 9_490 },
    ]);
    expect(price).toMatchObject({ subtotalPaise: 13_323, discountPaise: 1_000, visitingChargePaise: 4_900 });
    expect(price.gstPaise).toBe(3_100);
    expect(price.totalPaise).toBe(2_833 + 9_490 + 4_900 + 3_100);
  });

  it('adds up to the paisa, whatever is booked, as the database demands', () => {
    const services = fc.array(
      fc.record({
        card: fc
          .tuple(fc.integer({ min: 100, max: 10_000_000 }), fc.integer({ min: 0, max: 50 }))
          .map((of) => card(...of)),
        quantity: fc.integer({ min: 1, max: 50 }),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(services, fc.constantFrom(1, 2, 3), (visit, tier) => {
        const { items, ...price } = priceOf(visit, tier);
        for (const item of items)
          expect(item.totalPaise).toBe(item.unitPricePaise * item.quantity - item.discountPaise);
        const net = items.reduce((total, item) => total + item.totalPaise, 0);
        expect(price.subtotalPaise - price.discountPaise).toBe(net);
        expect(price.totalPaise).toBe(net + price.visitingChargePaise + price.gstPaise);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what may happen to a booking', () => {
  const hour = 3_600_000;
  const booking = (status: BookingStatus, aheadHours = 5) => ({
    number: 'NX-7F3K4M',
    status,
    startsAt: new Date(now.getTime() + aheadHours * hour),
  });
  const where = (allowed: (status: BookingStatus) => boolean) => BOOKING_STATUSES.filter(allowed);

  it('goes from pending over confirmed and in progress to completed, and no way back', () => {
    const next = Object.fromEntries(BOOKING_STATUSES.map((status) => [status, nextStatuses(booking(status), now)]));
    expect(next).toEqual({
      pending: ['confirmed'],
      confirmed: ['in_progress'],
      in_progress: ['completed'],
      completed: [],
      cancelled: [],
      no_show: [],
    });
  });

  it('can be a no-show only once the slot has begun', () => {
    expect(nextStatuses(booking('confirmed', 0), now)).toContain('no_show');
    expect(nextStatuses(booking('confirmed', 0.001), now)).not.toContain('no_show');
    expect(nextStatuses(booking('in_progress', -1), now)).not.toContain('no_show');
  });

  it('can be cancelled while it is pending or confirmed, and moved until its slot begins', () => {
    expect(where((status) => canCancel(booking(status)).allowed)).toEqual(['pending', 'confirmed']);
    expect(where((status) => canReschedule(booking(status), now).allowed)).toEqual(['pending', 'confirmed']);
    expect(canReschedule(booking('confirmed', 0), now)).toMatchObject({ allowed: false });
    expect(canCancel(booking('cancelled'))).toEqual({
      allowed: false,
      reason: 'Booking NX-7F3K4M has already been cancelled.',
    });
  });

  it('can be rated when it is completed and has not been', () => {
    expect(where((status) => canRate(booking(status)).allowed)).toEqual(['completed']);
    expect(canRate({ ...booking('completed'), rating: 4 }).allowed).toBe(false);
  });
});
