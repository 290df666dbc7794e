import type { Ctx } from '#src/context.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { findFreeHours, type FreeHour } from './find-free-hours.ts';
import { findNamedBooking } from './named-booking.ts';
import { hoursOf, providersFor } from './plan-move.ts';

/**
 * The hours to which a booking could be moved, earliest first; its own hour is not among them. Five queries, whatever the
 * number of days.
 * @param fromDate first local day, not before today
 * @throws AppError unauthenticated | forbidden | not-found
 */
export async function listMoveHours(
  ctx: Ctx,
  ref: string,
  { fromDate, days }: { fromDate: string; days: number },
): Promise<FreeHour[]> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'bookings.view');
  const booking = await findNamedBooking(ctx, ref, onlyOf);
  const providers = await providersFor(ctx, booking);
  const free = await findFreeHours(ctx, {
    providerIds: providers.map((provider) => provider.id),
    hours: hoursOf(booking),
    exceptBookingId: booking.id,
    ...{ fromDate, days },
  });
  return free.filter((hour) => hour.startsAt.getTime() !== booking.startsAt.getTime());
}
