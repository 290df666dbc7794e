import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { decideRefund as writeDecision, lockRefund, type RefundOfBooking } from '#src/db/queries/refunds.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertRefundId, noSuchRefund } from './refund-id.ts';
import { DecideRefundInput } from './schemas.ts';

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
  assertRefundId(refundId);
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockRefund(tx, ctx.company.id, refundId);
    if (!row) throw noSuchRefund();
    if (row.booking.userId === actor.id)
      throw new AppError({ code: 'not-allowed', detail: 'Somebody else must decide about a refund of your own.' });
    const decisionReason = input.decision === 'rejected' ? input.reason : null;
    const decision = { status: input.decision, decidedBy: actor.id, decidedAt: ctx.now, decisionReason };
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
        ...(decisionReason !== null && { reason: decisionReason }),
      },
    });
    return { refund: { ...row, ...decision }, eventId };
  });
}
