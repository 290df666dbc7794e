import { z } from 'zod';

export const SetReactionInput = z.strictObject({
  value: z.enum(['up', 'down']),
  reason: z.string().trim().min(1, 'must not be empty').max(500, 'may have at most 500 characters').optional(),
});
export type SetReactionInput = z.input<typeof SetReactionInput>;

const day = z.iso
  .date()
  .refine((date) => date >= '2000-01-01' && date < '2101-01-01', { error: 'must lie between 2000 and 2100' });
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

export const CountReactionsInput = z
  .strictObject({
    /** First and last local day on which they were given. */
    from: day,
    to: day,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before "from"' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MAX_DAYS * DAY_MS, {
    path: ['to'],
    error: `must end the range within ${MAX_DAYS} days`,
  });
export type CountReactionsInput = z.input<typeof CountReactionsInput>;
