import type { Ctx } from '#src/context.ts';
import { selectBookingsOfUser, type BookingWithItems } from '#src/db/queries/bookings.ts';
import { authorise } from '../authorise.ts';

/** The customer's own bookings, latest start first. Two queries. */
export async function listBookings(ctx: Ctx, input: { limit: number }): Promise<BookingWithItems[]> {
  const actor = authorise(ctx, 'customer', 'staff');
  return selectBookingsOfUser(ctx.db, { companyId: ctx.company.id, userId: actor.id, limit: input.limit });
}
