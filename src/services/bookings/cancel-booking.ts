import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { insertRefund } from '#src/db/queries/refunds.ts';
import { deleteHoursOfBooking } from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { lockNamedBooking, writeBooking, type ChangedBooking, type NamedBooking } from './named-booking.ts';
import { canCancel } from './policy.ts';
import { refundFor, type Refund } from './refund-policy.ts';
import { CancelBookingInput } from './schemas.ts';

export interface CancelledBooking extends ChangedBooking {
  refund: Refund & { id: string };
}

/**
 * Cancels a booking, gives its hours back and what the refund policy grants, in one transaction of nine round trips (ten
 * for staff). Cancelling twice is refused with the fact.
 * @throws AppError not-found | forbidden (a fault named by a customer) | not-allowed | conflict (another refund than was
 * shown) | precondition-failed
 */
export async function cancelBooking(ctx: Ctx, named: NamedBooking, raw: CancelBookingInput): Promise<CancelledBooking> {
  const { actor, onlyOf } = authoriseOwnerOr(ctx, 'bookings.cancel');
  const input = parse(CancelBookingInput, raw);
  if (input.fault && actor.kind !== 'staff')
    throw new AppError({ code: 'forbidden', detail: 'Our staff decide whose fault a cancellation is.' });

  return inTransaction(ctx.db, async (tx) => {
    const row = await lockNamedBooking(tx, ctx, named, onlyOf);
    const verdict = canCancel(row);
    if (!verdict.allowed) {
      const since = row.cancelledAt && { cancelledAt: row.cancelledAt };
      throw new AppError({
        code: 'not-allowed',
        detail: verdict.reason,
        data: { bookingStatus: row.status, ...since },
      });
    }
    const refund = { id: newId('refund', ctx.now), ...refundFor(row, ctx.now, input.fault) };
    if (input.quotedRefundPaise !== undefined && input.quotedRefundPaise !== refund.amountPaise)
      throw new AppError({
        code: 'conflict',
        detail: 'The refund has changed since it was shown.',
        data: { refundPaise: refund.amountPaise, percent: refund.percent },
      });
    await deleteHoursOfBooking(tx, row.id);
    const { id, percent, amountPaise, creditPaise, policyVersion, status } = refund;
    await insertRefund(tx, {
      id,
      companyId: row.companyId,
      bookingId: row.id,
      ...{ percent, amountPaise, creditPaise, policyVersion, status },
      reason: input.reason,
      decidedAt: status === 'approved' ? ctx.now : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    const booking = await writeBooking(tx, row, {
      status: 'cancelled',
      cancelReason: input.reason,
      cancelledAt: ctx.now,
    });
    const eventId = await recordEvent(tx, ctx, {
      type: 'booking.cancelled',
      subject: { type: 'booking', id: row.id },
      turnId: input.turnId,
      data: {
        ...{ number: row.number, providerId: row.providerId, startsAt: row.startsAt, fault: input.fault },
        ...{ refundId: id, percent, amountPaise, creditPaise, policyVersion, refundStatus: status },
      },
    });
    return { booking, refund, eventId };
  });
}
