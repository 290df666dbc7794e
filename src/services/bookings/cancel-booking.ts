import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { makeOnce } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { cancelledBefore, cancelPart, type CancelledPart } from './cancel-part.ts';
import type { NamedBooking } from './named-booking.ts';
import { CancelBookingInput } from './schemas.ts';

export type CancelledBooking = CancelledPart;

/**
 * Cancels a booking, or what is left of it, gives its hours back and what the refund policy grants of what has not been
 * refunded, in one transaction of ten round trips (one more for staff, and one when items were taken off before).
 * Cancelling twice is refused with the fact.
 * @throws AppError not-found | forbidden (a fault named by a customer) | not-allowed | conflict (another refund than was
 * shown) | precondition-failed
 */
export async function cancelBooking(ctx: Ctx, named: NamedBooking, raw: CancelBookingInput): Promise<CancelledBooking> {
  const { actor, onlyOf } = authoriseOwnerOr(ctx, 'bookings.cancel');
  const input = parse(CancelBookingInput, raw);
  if (input.fault && actor.kind !== 'staff')
    throw new AppError({ code: 'forbidden', detail: 'Our staff decide whose fault a cancellation is.' });

  return makeOnce(ctx, input.effectKey, {
    again: (effect) => cancelledBefore(ctx, effect),
    make: () => cancelPart(ctx, named, { ...input, onlyOf }),
  });
}
