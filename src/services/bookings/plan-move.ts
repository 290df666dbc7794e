import type { Ctx } from '#src/context.ts';
import { selectSubcategoriesOfBooking, type BookingRow } from '#src/db/queries/bookings.ts';
import { selectProvidersDoing, selectTakenHours, type ProviderRef } from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import { checkStart } from './check-start.ts';
import { slotTaken } from './find-free-hours.ts';
import { canReschedule } from './policy.ts';

const HOUR_MS = 3_600_000;

export const hoursOf = ({ startsAt, endsAt }: Pick<BookingRow, 'startsAt' | 'endsAt'>): number =>
  Math.ceil((endsAt.getTime() - startsAt.getTime()) / HOUR_MS);

/** The professionals who do all that is left of a booking at its place, best rated first. Two queries. */
export async function providersFor(ctx: Ctx, booking: Pick<BookingRow, 'id' | 'pincode'>): Promise<ProviderRef[]> {
  return selectProvidersDoing(ctx.db, {
    companyId: ctx.company.id,
    subcategoryIds: await selectSubcategoriesOfBooking(ctx.db, booking.id),
    pincode: booking.pincode,
  });
}

/** @throws AppError not-allowed, with the reason */
export function assertMovable(booking: BookingRow, now: Date, startsAt: Date): void {
  const verdict = canReschedule(booking, now);
  if (!verdict.allowed)
    throw new AppError({ code: 'not-allowed', detail: verdict.reason, data: { bookingStatus: booking.status } });
  if (booking.startsAt.getTime() === startsAt.getTime())
    throw new AppError({ code: 'not-allowed', detail: `Booking ${booking.number} is at that time already.` });
}

export interface MovePlan {
  startsAt: Date;
  endsAt: Date;
  /** Who is free then, the one to be tried first at the front: whoever has the booking now, else the best rated. */
  candidates: ProviderRef[];
  /** The refusal when none of them can have it. */
  taken: () => Promise<AppError>;
}

/**
 * Who could do a booking at another hour. Changes nothing. Three queries, one more when nobody is free.
 * @throws AppError not-allowed | invalid | slot-taken with the nearest `freeHours`
 */
export async function planMove(ctx: Ctx, booking: BookingRow, startsAt: Date): Promise<MovePlan> {
  assertMovable(booking, ctx.now, startsAt);
  const hours = hoursOf(booking);
  checkStart(ctx, startsAt, hours);
  const providers = await providersFor(ctx, booking);
  const where = { providerIds: providers.map((provider) => provider.id), exceptBookingId: booking.id };
  const endsAt = new Date(startsAt.getTime() + hours * HOUR_MS);
  const rows = await selectTakenHours(ctx.db, { ...where, from: startsAt, to: endsAt, now: ctx.now });
  const busy = new Set(rows.map((row) => row.providerId));
  const taken = () => slotTaken(ctx, { ...where, hours, startsAt });
  const candidates = providers
    .filter((provider) => !busy.has(provider.id))
    .toSorted((a, b) => Number(b.id === booking.providerId) - Number(a.id === booking.providerId));
  if (candidates.length === 0) throw await taken();
  return { startsAt, endsAt, candidates, taken };
}
