import { z } from 'zod';
import { ListRefundsInput, REFUND_STATUSES } from '#src/services/refunds/schemas.ts';

export const RefundParams = z.strictObject({ id: z.string() });
export const ListRefundsQuery = ListRefundsInput;

export const RejectRefundBody = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(3, 'must have at least 3 characters')
    .max(255, 'must have at most 255 characters')
    .meta({ example: 'Paid back in cash on the spot.' }),
});

export const RefundBody = z
  .strictObject({
    id: z.string(),
    bookingId: z.string(),
    bookingNumber: z.string().meta({ example: 'NX-7F3K4M' }),
    percent: z.number().int().meta({ description: 'Of the booking’s total', example: 75 }),
    amountPaise: z.number().int().meta({ example: 90_000 }),
    creditPaise: z.number().int().meta({ description: 'On top, for a later booking' }),
    reason: z.string().meta({ description: 'Why the booking was cancelled' }),
    policyVersion: z.string().meta({ example: '2026-10' }),
    status: z.enum(REFUND_STATUSES),
    decidedBy: z.string().exactOptional().meta({ description: 'Absent when the policy alone decided' }),
    decidedAt: z.iso.datetime().exactOptional(),
    decisionReason: z
      .string()
      .exactOptional()
      .meta({ description: 'Why it was rejected', example: 'Paid back in cash on the spot.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Refund' });

export const RefundsPageBody = z.strictObject({ items: z.array(RefundBody), nextCursor: z.string().exactOptional() });
