import type { Ctx } from '#src/context.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { makeOnce } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { cancelledBefore, cancelPart, type CancelledPart } from './cancel-part.ts';
import type { NamedBooking } from './named-booking.ts';
import { CancelItemsInput } from './schemas.ts';

/**
 * Takes some of the items off a booking: the visit gets shorter, and of what was charged for them the refund policy
 * grants its share. The visiting charge stays. With the last item the whole booking is cancelled. One transaction of
 * eleven round trips (one more for staff, and one when items were taken off before).
 * @throws AppError not-found (booking or item) | not-allowed | conflict (another refund than was shown) |
 * precondition-failed
 */
export async function cancelItems(ctx: Ctx, named: NamedBooking, raw: CancelItemsInput): Promise<CancelledPart> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'bookings.cancel');
  const input = parse(CancelItemsInput, raw);
  return makeOnce(ctx, input.effectKey, {
    again: (effect) => cancelledBefore(ctx, effect),
    make: () => cancelPart(ctx, named, { ...input, onlyOf }),
  });
}
