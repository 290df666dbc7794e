import type { RefundRow } from '#src/db/queries/refunds.ts';
import { refundRule, type Refund } from '#src/services/bookings/refund-policy.ts';
import type { Source } from '#src/turn.ts';

export const refundSource = (
  {
    id,
    percent,
    amountPaise,
    creditPaise,
    status,
  }: Pick<RefundRow, 'id' | 'percent' | 'amountPaise' | 'creditPaise' | 'status'>,
  number: string,
): Source => ({
  kind: 'row',
  table: 'refunds',
  id,
  label: `Refund for ${number}`,
  fields: { percent, amountPaise, creditPaise, status },
});

export const refundPolicySource = (refund: Refund): Source => ({
  kind: 'policy',
  rule: 'refund',
  version: refund.policyVersion,
  label: refundRule(refund),
});
