import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { findNamedBooking } from './named-booking.ts';
import { canCancel, type Verdict } from './policy.ts';
import { refundFor, type Fault, type Refund } from './refund-policy.ts';

export interface CancellationPreview {
  booking: BookingWithItems;
  verdict: Verdict;
  /** Only when the booking can be cancelled. */
  refund?: Refund;
  /** Negative once the slot has begun. */
  hoursBefore: number;
}

/**
 * What cancelling at this moment would give back. Changes nothing. Two queries.
 * @throws AppError unauthenticated | forbidden | not-found
 */
export async function previewCancellation(ctx: Ctx, ref: string, fault?: Fault): Promise<CancellationPreview> {
  const { actor, onlyOf } = authoriseOwnerOr(ctx, 'bookings.view');
  if (fault && actor.kind !== 'staff')
    throw new AppError({ code: 'forbidden', detail: 'Our staff decide whose fault a cancellation is.' });
  const booking = await findNamedBooking(ctx, ref, onlyOf);
  const verdict = canCancel(booking);
  const hoursBefore = (booking.startsAt.getTime() - ctx.now.getTime()) / 3_600_000;
  return { booking, verdict, hoursBefore, ...(verdict.allowed && { refund: refundFor(booking, ctx.now, fault) }) };
}
