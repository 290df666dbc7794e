import type { Ctx } from '#src/context.ts';
import { selectBookings, type BookingWithItems } from '#src/db/queries/bookings.ts';
import { authorise } from '../authorise.ts';

/** The actor's own bookings, latest start first. Two queries. */
export async function listBookings(ctx: Ctx, input: { limit: number }): Promise<BookingWithItems[]> {
  const actor = authorise(ctx, 'customer', 'staff');
  return selectBookings(ctx.db, {
    companyId: ctx.company.id,
    onlyOf: actor.id,
    sort: { by: 'startsAt', descending: true },
    limit: input.limit,
  });
}
