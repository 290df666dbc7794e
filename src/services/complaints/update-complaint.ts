import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { parse } from '../parse.ts';
import { changeComplaint } from './change-complaint.ts';
import type { ChangedComplaint } from './raise-complaint.ts';
import { UpdateComplaintInput } from './schemas.ts';
import { scoreAgain } from './score-complaint.ts';

/**
 * Changes what is complained about while nobody works on it yet; priority and promised times follow.
 * @throws AppError unauthenticated | forbidden | invalid | not-found | precondition-failed | not-allowed (not open)
 */
export async function updateComplaint(ctx: Ctx, ref: string, raw: UpdateComplaintInput): Promise<ChangedComplaint> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'complaints.update');
  const { version, category, description } = parse(UpdateComplaintInput, raw);
  return changeComplaint(ctx, { ref, onlyOf, version }, async (row, tx) => {
    if (row.status !== 'open')
      throw new AppError({
        code: 'not-allowed',
        detail: 'Only an open complaint can be changed; write a comment instead.',
      });
    const next = { ...row, category: category ?? row.category, description: description ?? row.description };
    const scored = await scoreAgain(tx, next, ctx.now);
    return {
      set: { category: next.category, description: next.description, ...scored },
      event: {
        type: 'complaint.updated',
        data: {
          fields: [...(category ? ['category'] : []), ...(description ? ['description'] : [])],
          category: next.category,
          priorityScore: scored.priorityScore,
        },
      },
    };
  });
}
