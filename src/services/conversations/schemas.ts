import { z } from 'zod';
import { PageQuery } from '#src/pagination.ts';

const title = z.string().trim().min(1, 'must not be empty').max(120, 'may have at most 120 characters');

export const RenameSessionInput = z.strictObject({ title });
export type RenameSessionInput = z.input<typeof RenameSessionInput>;

export const ListSessionsInput = PageQuery.extend({
  /** Part of the title, or of what was said. */
  q: z.string().trim().min(1, 'must not be empty').max(100, 'may have at most 100 characters').optional(),
});
export type ListSessionsInput = z.input<typeof ListSessionsInput>;

export const HistoryInput = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(200).default(200),
});
export type HistoryInput = z.input<typeof HistoryInput>;
