import type { Ctx } from '#src/context.ts';
import { selectRefund, type RefundOfBooking } from '#src/db/queries/refunds.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { recordActivity } from '../record-event.ts';
import { assertRefundId, noSuchRefund } from './refund-id.ts';

/**
 * A refund; customers see those of their own bookings only. That staff looked at it is in their activity log.
 * @throws AppError unauthenticated | forbidden | not-found
 */
export async function getRefund(ctx: Ctx, id: string): Promise<RefundOfBooking> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'refunds.view');
  assertRefundId(id);
  const refund = await selectRefund(ctx.db, { companyId: ctx.company.id, id, onlyOf });
  if (!refund) throw noSuchRefund();
  await recordActivity(ctx.db, ctx, { action: 'refund.viewed', subject: { type: 'refund', id } });
  return refund;
}
