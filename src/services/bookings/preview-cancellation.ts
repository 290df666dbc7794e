import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { refundedBefore } from './cancel-part.ts';
import { stakeOf, type Stake } from './cancellation-stake.ts';
import { findNamedBooking } from './named-booking.ts';
import { canCancel, type Verdict } from './policy.ts';
import { refundFor, type Fault, type Refund } from './refund-policy.ts';

export interface CancellationPreview {
  booking: BookingWithItems;
  verdict: Verdict;
  /** What would go; only when the booking can be cancelled. */
  stake?: Stake;
  /** Only when the booking can be cancelled. */
  refund?: Refund;
  /** Negative once the slot has begun. */
  hoursBefore: number;
}

/**
 * What cancelling at this moment would give back: the booking, or some of its items. Changes nothing. Two queries, one
 * more when items were taken off before.
 * @throws AppError unauthenticated | forbidden | not-found (booking or item) | not-allowed (an item that is off already)
 */
export async function previewCancellation(
  ctx: Ctx,
  ref: string,
  fault?: Fault,
  itemIds?: readonly string[],
): Promise<CancellationPreview> {
  const { actor, onlyOf } = authoriseOwnerOr(ctx, 'bookings.view');
  if (fault && actor.kind !== 'staff')
    throw new AppError({ code: 'forbidden', detail: 'Our staff decide whose fault a cancellation is.' });
  const booking = await findNamedBooking(ctx, ref, onlyOf);
  const verdict = canCancel(booking);
  const hoursBefore = (booking.startsAt.getTime() - ctx.now.getTime()) / 3_600_000;
  if (!verdict.allowed) return { booking, verdict, hoursBefore };
  const stake = stakeOf(booking, booking.items, itemIds);
  const refundedPaise = await refundedBefore(ctx.db, booking, booking.items);
  const of = { startsAt: booking.startsAt, totalPaise: stake.paidPaise, refundedPaise };
  return { booking, verdict, hoursBefore, stake, refund: refundFor(of, ctx.now, fault) };
}
