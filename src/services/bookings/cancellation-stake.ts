import type { BookingItemRow, BookingRow } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';

type Charged = Pick<
  BookingRow,
  'number' | 'subtotalPaise' | 'discountPaise' | 'visitingChargePaise' | 'gstPaise' | 'totalPaise'
>;

/** What a cancellation is about. */
export interface Stake {
  /** The items that go, in the order of the booking. */
  items: BookingItemRow[];
  /** Nothing is left of the visit. */
  isWhole: boolean;
  /** What was charged for them: the refund is a share of this. */
  paidPaise: number;
}

/**
 * What was charged for each item, with its part of the tax. The parts are whole paise and, with the visiting charge and
 * its tax, add up to the total, so it does not matter in which order items are taken off.
 */
export function itemCharges(booking: Charged, items: readonly BookingItemRow[]): Map<string, number> {
  const taxable = booking.totalPaise - booking.gstPaise;
  const taxUpTo = (paise: number) => (taxable === 0 ? 0 : Math.round((booking.gstPaise * paise) / taxable));
  const charges = new Map<string, number>();
  let before = 0;
  for (const { id, totalPaise } of items.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    charges.set(id, totalPaise + taxUpTo(before + totalPaise) - taxUpTo(before));
    before += totalPaise;
  }
  return charges;
}

/**
 * The named items, or all that is left of the booking. The visiting charge belongs to the last that goes.
 * @param items all of the booking's, those that were taken off before included
 * @throws AppError not-found (no such item) | not-allowed (taken off before)
 */
export function stakeOf(booking: Charged, items: readonly BookingItemRow[], itemIds?: readonly string[]): Stake {
  const charges = itemCharges(booking, items);
  const sum = (of: readonly BookingItemRow[]) => of.reduce((total, { id }) => total + (charges.get(id) ?? 0), 0);
  const gone = items.filter((item) => item.cancelledAt !== null);
  const left = items.filter((item) => item.cancelledAt === null);
  const named = new Set(itemIds ?? left.map((item) => item.id));
  for (const id of named) {
    const item = items.find((row) => row.id === id);
    if (!item) throw new AppError({ code: 'not-found', detail: `Booking ${booking.number} has no such item.` });
    if (item.cancelledAt)
      throw new AppError({
        code: 'not-allowed',
        detail: `${item.name} has already been taken off booking ${booking.number}.`,
        data: { itemId: id, cancelledAt: item.cancelledAt },
      });
  }
  if (named.size === left.length) return { items: left, isWhole: true, paidPaise: booking.totalPaise - sum(gone) };
  const wanted = left.filter((item) => named.has(item.id));
  return { items: wanted, isWhole: false, paidPaise: sum(wanted) };
}
