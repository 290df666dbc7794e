import type { Ctx } from '#src/context.ts';
import { selectUser } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { authorise, authoriseStaff } from '../authorise.ts';

/**
 * For whom a booking is made: a customer for themselves, staff for the customer they name. No query for customers, one
 * for staff.
 * @throws AppError unauthenticated | forbidden | invalid (staff named nobody) | not-found (no such active customer)
 */
export async function customerOf(ctx: Ctx, userId: string | undefined): Promise<string> {
  const actor = authorise(ctx, 'customer', 'staff');
  if (actor.kind === 'customer') {
    if (userId === undefined || userId === actor.id) return actor.id;
    throw new AppError({ code: 'forbidden', detail: 'You can book for yourself only.' });
  }
  authoriseStaff(ctx, 'bookings.create');
  if (userId === undefined)
    throw new AppError({
      code: 'invalid',
      detail: 'Name the customer for whom you book.',
      issues: [{ pointer: '/userId', detail: 'is missing' }],
    });
  const user = await selectUser(ctx.db, ctx.company.id, userId);
  if (user?.role !== 'customer' || user.status !== 'active')
    throw new AppError({ code: 'not-found', detail: 'There is no such customer.' });
  return user.id;
}
