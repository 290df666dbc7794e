import { z } from 'zod';
import { HANDOFF_REASONS, HANDOFF_STATUSES } from '#src/db/schema/handoffs.ts';
import { PageQuery } from '#src/pagination.ts';

const text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(4_000, 'is too long: a message may have at most 4,000 characters');

export const HandoffReason = z.enum(HANDOFF_REASONS);
export const HandoffStatus = z.enum(HANDOFF_STATUSES);

export const ListHandoffsInput = PageQuery.extend({ status: HandoffStatus.default('waiting') });
export type ListHandoffsInput = z.input<typeof ListHandoffsInput>;

export const StartHandoffInput = z.strictObject({
  conversationId: z.string().regex(/^[\x21-\x7e]{1,32}$/, 'is not an id'),
});
export type StartHandoffInput = z.input<typeof StartHandoffInput>;

export const SayInput = z.strictObject({ text });
export type SayInput = z.input<typeof SayInput>;
