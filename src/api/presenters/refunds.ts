import type { z } from 'zod';
import type { RefundOfBooking } from '#src/db/queries/refunds.ts';
import type { RefundBody } from '../schemas/refunds.ts';

export function presentRefund(refund: RefundOfBooking): z.input<typeof RefundBody> {
  const { id, bookingId, percent, amountPaise, creditPaise, reason, policyVersion, status } = refund;
  return {
    ...{ id, bookingId, bookingNumber: refund.booking.number },
    ...{ percent, amountPaise, creditPaise, reason, policyVersion, status },
    ...(refund.decidedBy !== null && { decidedBy: refund.decidedBy }),
    ...(refund.decidedAt && { decidedAt: refund.decidedAt.toISOString() }),
    ...(refund.decisionReason !== null && { decisionReason: refund.decisionReason }),
    createdAt: refund.createdAt.toISOString(),
  };
}
