import type { Ctx } from '#src/context.ts';
import { selectBookingByNumber, type BookingWithItems } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';

/**
 * A booking by the number that people use ("NX-7F3K2M"); customers see only their own.
 * @throws AppError unauthenticated | not-found
 */
export async function getBooking(ctx: Ctx, number: string): Promise<BookingWithItems> {
  const actor = authorise(ctx, 'customer', 'staff');
  const booking = await selectBookingByNumber(ctx.db, ctx.company.id, number.toUpperCase());
  if (!booking || (actor.kind === 'customer' && booking.userId !== actor.id))
    throw new AppError({ code: 'not-found', detail: `There is no booking ${number.toUpperCase()} in your account.` });
  return booking;
}
