import { localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { getBooking } from '#src/services/bookings/get-booking.ts';
import { listBookings } from '#src/services/bookings/list-bookings.ts';
import { hasHints, TIERS, type Hints, type Tier } from './booking-hints.ts';
import { describeBooking, itemsLeft } from './words-for-bookings.ts';

export type Found =
  | { kind: 'one'; booking: BookingWithItems }
  /** All of them are wanted: one after the other. */
  | { kind: 'each'; bookings: BookingWithItems[] }
  | { kind: 'several'; bookings: BookingWithItems[] }
  /** None that it can be done to; `instead` are those that it could be, `past` is what the words fit. */
  | { kind: 'none'; note: string; instead: BookingWithItems[]; past?: BookingWithItems };

export interface BookingWish {
  /** Found before. */
  bookingId?: string | undefined;
  hints: Hints;
  /** What was talked about last. */
  contextId?: string | undefined;
}

/** What is to be done to it. */
export interface Deed {
  allows(booking: BookingWithItems): boolean;
  /** "cancelled": to say that it cannot be, or what could. */
  participle: string;
}

const LOOKED_AT = 50;

/** Finds the booking that the words mean, among the customer's own. A foreign number is not found. */
export async function findBooking(ctx: Ctx, { bookingId, hints, contextId }: BookingWish, deed: Deed): Promise<Found> {
  const openAmong = (bookings: readonly BookingWithItems[]) => bookings.filter(deed.allows).toReversed();
  const wanted = bookingId ?? hints.number;
  if (wanted !== undefined) {
    const booking = await bookingOf(ctx, wanted);
    if (booking) return { kind: 'one', booking };
    const instead = openAmong(await listBookings(ctx, { limit: LOOKED_AT }));
    const note = `I find no booking ${hints.number?.slice(0, 20) ?? 'like that'} in your account.`;
    return { kind: 'none', note, instead };
  }
  const all = await listBookings(ctx, { limit: LOOKED_AT });
  const open = openAmong(all);
  const context = contextId === undefined ? undefined : all.find((booking) => booking.id === contextId);
  const fitting = fittingAmong(ctx, open, hints);
  if (hints.which === 'all' && fitting.length > 1) return { kind: 'each', bookings: fitting };
  const [first] = fitting;
  const latest = fitting.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
  const only =
    fitting.length === 1
      ? first
      : hints.which === 'next'
        ? first
        : hints.which === 'last'
          ? latest
          : fitting.find((booking) => booking.id === context?.id);
  if (only) return { kind: 'one', booking: only };
  if (fitting.length > 1) return { kind: 'several', bookings: fitting };

  const past = hasHints(hints) ? fittingAmong(ctx, all, hints)[0] : (context ?? all[0]);
  if (open.length === 0 && past) return { kind: 'one', booking: past };
  const note = past
    ? `${describeBooking(ctx, past)} cannot be ${deed.participle} any more.`
    : hasHints(hints)
      ? 'I find no upcoming booking like that.'
      : `You have no booking that could be ${deed.participle}.`;
  return { kind: 'none', note, instead: open, ...(past ? { past } : {}) };
}

/** One of the customer's own by id or number; a foreign one is not there. */
export async function bookingOf(ctx: Ctx, ref: string): Promise<BookingWithItems | undefined> {
  try {
    return await getBooking(ctx, ref);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Those that the words fit, by day, hour and services. */
export function fittingAmong(
  ctx: Ctx,
  bookings: readonly BookingWithItems[],
  hints: Hints,
  itemsOf: (booking: BookingWithItems) => BookingWithItems['items'] = itemsLeft,
): BookingWithItems[] {
  const timed = bookings.filter((booking) => {
    const { date, hour } = localOf(booking.startsAt, ctx.company.timeZone);
    if (hints.on !== undefined && hints.on !== date) return false;
    return !hints.hours || (hour >= hints.hours.from && hour < hints.hours.to);
  });
  const { services } = hints;
  if (!services) return timed;
  const doing = (tier: Tier) =>
    timed.filter((booking) => itemsOf(booking).some((item) => services[tier].includes(item.rateCardId)));
  return TIERS.map(doing).find((found) => found.length > 0) ?? [];
}
