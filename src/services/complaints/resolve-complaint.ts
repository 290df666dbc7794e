import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { changeComplaint } from './change-complaint.ts';
import { nextStatuses } from './policy.ts';
import type { ChangedComplaint } from './raise-complaint.ts';
import { ResolveComplaintInput } from './schemas.ts';

/**
 * Settles a complaint with a decision that the customer can read; it counts as the first response if there was none.
 * @throws AppError unauthenticated | forbidden | invalid | not-found | precondition-failed | not-allowed (settled already)
 */
export async function resolveComplaint(ctx: Ctx, ref: string, raw: ResolveComplaintInput): Promise<ChangedComplaint> {
  authoriseStaff(ctx, 'complaints.resolve');
  const { version, resolution } = parse(ResolveComplaintInput, raw);
  return changeComplaint(ctx, { ref, version }, (row) => {
    if (!nextStatuses({ ...row, now: ctx.now }).includes('resolved'))
      throw new AppError({ code: 'not-allowed', detail: 'This complaint is settled already.' });
    const firstRespondedAt = row.firstRespondedAt ?? ctx.now;
    return {
      set: { status: 'resolved', resolution, resolvedAt: ctx.now, firstRespondedAt },
      update: { kind: 'resolution', text: resolution, isInternal: false },
      event: { type: 'complaint.resolved', data: { from: row.status, inTime: ctx.now <= row.resolutionDueAt } },
    };
  });
}
