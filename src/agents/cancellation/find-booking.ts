import type { Ctx } from '#src/context.ts';
import { canCancel } from '#src/services/bookings/policy.ts';
import { findBooking as findAmong, type Found } from '../find-booking.ts';
import type { Draft } from './draft.ts';

/** Finds the booking that is to be cancelled, among the customer's own. */
export const findBooking = (ctx: Ctx, { bookingId, hints }: Draft, contextId: string | undefined): Promise<Found> =>
  findAmong(
    ctx,
    { bookingId, hints, contextId },
    {
      allows: (booking) => canCancel(booking).allowed && booking.endsAt > ctx.now,
      participle: 'cancelled',
    },
  );
