import { z } from 'zod';
import { PageQuery } from '#src/pagination.ts';

const id = z.string().regex(/^[\x21-\x7e]{1,32}$/, 'is not an id');
export const REFUND_STATUSES = ['waiting_for_approval', 'approved', 'rejected'] as const;

export const ListRefundsInput = PageQuery.extend({
  status: z.enum(REFUND_STATUSES).optional(),
  bookingId: id.optional(),
});
export type ListRefundsInput = z.input<typeof ListRefundsInput>;

export const DecideRefundInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approved') }),
  z.strictObject({ decision: z.literal('rejected'), reason: z.string().trim().min(3).max(255) }),
]);
export type DecideRefundInput = z.input<typeof DecideRefundInput>;
