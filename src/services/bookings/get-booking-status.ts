import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import type { BookingStatus } from '#src/db/schema/bookings.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { findNamedBooking } from './named-booking.ts';
import { canCancel, canRate, canReschedule, canUpdate, nextStatuses } from './policy.ts';

export type BookingAction = 'update' | 'reschedule' | 'cancel' | 'rate';

export interface BookingProgress {
  booking: BookingWithItems;
  /** What the staff may set. */
  next: BookingStatus[];
  /** What the rules allow now. */
  actions: BookingAction[];
}

/**
 * Where a booking stands, and what may follow. Two queries.
 * @throws AppError unauthenticated | forbidden | not-found
 */
export async function getBookingStatus(ctx: Ctx, ref: string): Promise<BookingProgress> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'bookings.view');
  const booking = await findNamedBooking(ctx, ref, onlyOf);
  const verdicts = {
    update: canUpdate(booking, ctx.now),
    reschedule: canReschedule(booking, ctx.now),
    cancel: canCancel(booking),
    rate: canRate(booking),
  };
  const actions = (Object.keys(verdicts) as BookingAction[]).filter((action) => verdicts[action].allowed);
  return { booking, next: nextStatuses(booking, ctx.now), actions };
}
