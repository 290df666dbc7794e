import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { recordActivity } from '../record-event.ts';
import { findNamedBooking } from './named-booking.ts';

/**
 * A booking by its id or the number that people use ("NX-7F3K2M"); customers see only their own, and what staff look at
 * is in their activity log. Two queries.
 * @throws AppError unauthenticated | forbidden | not-found
 */
export async function getBooking(ctx: Ctx, ref: string): Promise<BookingWithItems> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'bookings.view');
  const booking = await findNamedBooking(ctx, ref, onlyOf);
  await recordActivity(ctx.db, ctx, { action: 'booking.viewed', subject: { type: 'booking', id: booking.id } });
  return booking;
}
