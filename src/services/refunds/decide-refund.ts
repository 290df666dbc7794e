import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { decideRefund as writeDecision, lockRefund, type RefundOfBooking } from '#src/db/queries/refunds.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { DecideRefundInput } from './schemas.ts';

const ID = /^[\x21-\x7e]{1,32}$/;

/**
 * Approves or rejects a refund that waits; nobody decides about money of their own. One transaction of six round trips.
 * @throws AppError forbidden | not-found | not-allowed (own booking, or decided already) | invalid
 */
export async function decideRefund(
  ctx: Ctx,
  refundId: string,
  raw: DecideRefundInput,
): Promise<{ refund: RefundOfBooking; eventId: string }> {
  const actor = authoriseStaff(ctx, 'refunds.approve');
  const input = parse(DecideRefundInput, raw);
  const missing = new AppError({ code: 'not-found', detail: 'There is no such refund.' });
  if (!ID.test(refundId)) throw missing;
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockRefund(tx, ctx.company.id, refundId);
    if (!row) throw missing;
    if (row.booking.userId === actor.id)
      throw new AppError({ code: 'not-allowed', detail: 'Somebody else must decide about a refund of your own.' });
    const decision = { status: input.decision, decidedBy: actor.id, decidedAt: ctx.now };
    if (!(await writeDecision(tx, row, decision)))
      throw new AppError({
        code: 'not-allowed',
        detail: `This refund has already been ${row.status === 'rejected' ? 'rejected' : 'approved'}.`,
        data: { refundStatus: row.status, ...(row.decidedAt && { decidedAt: row.decidedAt }) },
      });
    const eventId = await recordEvent(tx, ctx, {
      type: `refund.${input.decision}`,
      subject: { type: 'refund', id: row.id },
      data: {
        bookingId: row.bookingId,
        number: row.booking.number,
        amountPaise: row.amountPaise,
        ...(input.decision === 'rejected' && { reason: input.reason }),
      },
    });
    return { refund: { ...row, ...decision }, eventId };
  });
}
