import type { Ctx } from '#src/context.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { RaiseComplaintInput } from './schemas.ts';
import { scoreComplaint, type Score } from './score-complaint.ts';

const PreviewInput = RaiseComplaintInput.pick({ category: true, sentiment: true });

/**
 * What a complaint would get if it were raised now: its priority, and the times by which it is answered and settled. One
 * query.
 * @param bookingValuePaise 0 without a booking
 * @throws AppError unauthenticated | forbidden (staff) | invalid
 */
export async function previewComplaint(
  ctx: Ctx,
  { bookingValuePaise, ...raw }: Pick<RaiseComplaintInput, 'category' | 'sentiment'> & { bookingValuePaise: number },
): Promise<Score> {
  const actor = authorise(ctx, 'customer');
  const { category, sentiment } = parse(PreviewInput, raw);
  const said = { companyId: ctx.company.id, userId: actor.id, category, sentiment, createdAt: ctx.now };
  return scoreComplaint(ctx.db, said, { bookingValuePaise, now: ctx.now });
}
