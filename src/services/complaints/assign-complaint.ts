import type { Ctx } from '#src/context.ts';
import { selectAssignee } from '#src/db/queries/complaint-assignees.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { changeComplaint } from './change-complaint.ts';
import { isSettled } from './policy.ts';
import type { ChangedComplaint } from './raise-complaint.ts';
import { AssignComplaintInput } from './schemas.ts';

/**
 * Gives a complaint to one of the staff, who must be active and may work on complaints.
 * @throws AppError unauthenticated | forbidden | invalid | not-found (complaint or person) | precondition-failed |
 *   not-allowed (settled, or the person may not work on complaints)
 */
export async function assignComplaint(ctx: Ctx, ref: string, raw: AssignComplaintInput): Promise<ChangedComplaint> {
  authoriseStaff(ctx, 'complaints.assign');
  const { version, userId } = parse(AssignComplaintInput, raw);
  return changeComplaint(ctx, { ref, version }, async (row, tx) => {
    if (isSettled(row.status))
      throw new AppError({ code: 'not-allowed', detail: 'A settled complaint is not assigned to anybody any more.' });
    const companyId = ctx.company.id;
    const person = await selectAssignee(tx, { companyId, userId, permission: 'complaints.update' });
    if (!person) throw new AppError({ code: 'not-found', detail: 'There is no such person among the staff.' });
    if (!person.isActive || !person.isPermitted)
      throw new AppError({ code: 'not-allowed', detail: `${person.name} may not work on complaints.` });
    return {
      set: { assignedTo: userId },
      update: { kind: 'assignment', text: `Assigned to ${person.name}.`, isInternal: true },
      event: { type: 'complaint.assigned', data: { from: row.assignedTo, to: userId } },
    };
  });
}
