import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookingItemRow } from '#src/db/queries/bookings.ts';
import { itemCharges, stakeOf } from './cancellation-stake.ts';
import { refundFor, REFUND_POLICY } from './refund-policy.ts';

const item = (index: number, totalPaise: number): BookingItemRow => ({
  ...{ id: `itm_${index}`, bookingId: 'bkg_1', rateCardId: `rc_${index}`, name: `Service ${index}`, quantity: 1 },
  ...{ unitPricePaise: totalPaise, discountPaise: 0, totalPaise, durationMinutes: 30 },
  ...{ cancelledAt: null, refundId: null },
});
const bookingOf = (prices: number[], visitingChargePaise: number, gstPercent = 18) => {
  const items = prices.map((price, index) => item(index, price));
  const subtotalPaise = prices.reduce((sum, price) => sum + price, 0);
  const gstPaise = Math.round(((subtotalPaise + visitingChargePaise) * gstPercent) / 100);
  const totalPaise = subtotalPaise + visitingChargePaise + gstPaise;
  return { number: 'NX-7F3K4M', items, subtotalPaise, discountPaise: 0, visitingChargePaise, gstPaise, totalPaise };
};
const startsAt = new Date('2026-11-25T06:00:00Z');
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
const price = fc.integer({ min: 1, max: 900_001 });

describe('what was charged for an item', () => {
  it('is its total with its part of the tax', () => {
    const booking = bookingOf([14_900, 59_900], 4_900);
    expect([...itemCharges(booking, booking.items).values()]).toEqual([17_582, 70_682]);
  });

  it('adds up to the total with the visiting charge and its tax, to the paisa, for any prices', () => {
    fc.assert(
      fc.property(fc.array(price, { minLength: 1, maxLength: 8 }), fc.nat(10_000), (prices, visiting) => {
        const booking = bookingOf(prices, visiting);
        const charges = [...itemCharges(booking, booking.items).values()];
        const rest = booking.totalPaise - charges.reduce((sum, charge) => sum + charge, 0);
        expect(rest).toBeGreaterThanOrEqual(visiting);
        expect(charges.every((charge, i) => Number.isInteger(charge) && charge >= (prices[i] ?? 0))).toBe(true);
      }),
    );
  });
});

describe('cancelling in pieces', () => {
  it('never gives back more than was charged, in whatever order and at whatever time the pieces go', () => {
    const piece = fc.record({
      rank: fc.nat(),
      hours: fc.double({ min: -5, max: 60, noNaN: true }),
      together: fc.boolean(),
    });
    const pieces = fc.array(fc.record({ price, piece }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pieces, fc.nat(10_000), (wanted, visiting) => {
        const booking = bookingOf(
          wanted.map((w) => w.price),
          visiting,
        );
        const steps = booking.items
          .map((row, i) => ({ row, ...(wanted[i]?.piece ?? { rank: 0, hours: 0, together: false }) }))
          .toSorted((a, b) => a.rank - b.rank);
        let refunded = 0;
        let paid = 0;
        while (steps.length > 0) {
          const now = steps.splice(0, steps[0]?.together ? 2 : 1);
          const stake = stakeOf(
            booking,
            booking.items,
            now.map(({ row }) => row.id),
          );
          const refund = refundFor({ startsAt, totalPaise: stake.paidPaise }, hoursBefore(now[0]?.hours ?? 0));
          expect(stake.isWhole).toBe(steps.length === 0);
          for (const { row } of now) row.cancelledAt = startsAt;
          refunded += refund.amountPaise;
          paid += stake.paidPaise;
        }
        expect(paid).toBe(booking.totalPaise);
        expect(refunded).toBeLessThanOrEqual(booking.totalPaise);
      }),
    );
  });

  it('gives back all of it when all pieces go in time, and exactly as much as at once', () => {
    const booking = bookingOf([14_901, 59_900, 7], 4_900);
    const refunds = booking.items.map((row) => {
      const stake = stakeOf(booking, booking.items, [row.id]);
      row.cancelledAt = startsAt;
      return refundFor({ startsAt, totalPaise: stake.paidPaise }, hoursBefore(30)).amountPaise;
    });
    expect(refunds.reduce((sum, paise) => sum + paise, 0)).toBe(booking.totalPaise);
  });

  it('leaves the rest of the booking at stake, without what is gone', () => {
    const booking = bookingOf([14_900, 59_900], 4_900);
    for (const row of booking.items.slice(0, 1)) row.cancelledAt = startsAt;
    const rest = stakeOf(booking, booking.items);
    expect(rest).toMatchObject({ isWhole: true, paidPaise: booking.totalPaise - 17_582 });
    expect(rest.items.map(({ id }) => id)).toEqual(['itm_1']);
  });

  it('asks a person as soon as the pieces together are above the limit', () => {
    const half = { startsAt, totalPaise: REFUND_POLICY.approvalAbovePaise - 1 };
    expect(refundFor(half, hoursBefore(30)).status).toBe('approved');
    const second = { ...half, refundedPaise: half.totalPaise };
    expect(refundFor(second, hoursBefore(30)).status).toBe('waiting_for_approval');
    expect(refundFor(second, hoursBefore(0)).status).toBe('approved');
  });
});
