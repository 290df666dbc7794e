import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { changeComplaint } from './change-complaint.ts';
import { isSettled, nextStatuses } from './policy.ts';
import type { ChangedComplaint } from './raise-complaint.ts';
import { resolveComplaint } from './resolve-complaint.ts';
import { ChangeStatusInput } from './schemas.ts';

/**
 * Moves a complaint to a state that may follow its own. To resolve it is `resolveComplaint`, with its permission; from a
 * settled state it is taken up again.
 * @throws AppError unauthenticated | forbidden | invalid | not-found | precondition-failed | not-allowed
 */
export async function changeComplaintStatus(ctx: Ctx, ref: string, raw: ChangeStatusInput): Promise<ChangedComplaint> {
  authoriseStaff(ctx, 'complaints.update');
  const { version, status, note } = parse(ChangeStatusInput, raw);
  if (status === 'resolved') return resolveComplaint(ctx, ref, { version, resolution: note ?? '' });
  return changeComplaint(ctx, { ref, version }, (row) => {
    const allowed = nextStatuses({ ...row, now: ctx.now });
    if (!allowed.includes(status))
      throw new AppError({
        code: 'not-allowed',
        detail: `A complaint that is ${spoken(row.status)} cannot become ${spoken(status)} now.`,
        data: { allowed },
      });
    const reopened = isSettled(row.status) && !isSettled(status);
    const text = `${reopened ? 'Taken up again' : `Now ${spoken(status)}`}${note ? `: ${note}` : '.'}`;
    return {
      set: {
        status,
        ...(reopened && { resolvedAt: null, resolution: null }),
        // A note is a message from a person who has read the complaint.
        ...(note && !row.firstRespondedAt && { firstRespondedAt: ctx.now }),
      },
      update: { kind: 'status', text, isInternal: false },
      event: { type: 'complaint.status_changed', data: { from: row.status, to: status, reopened } },
    };
  });
}

const spoken = (status: string) => status.replaceAll('_', ' ');
