import type { Ctx } from '#src/context.ts';
import { selectStaffInRoles } from '#src/db/queries/complaint-assignees.ts';
import type { ComplaintRow } from '#src/db/queries/complaints.ts';
import { notify } from '../users/deliver.ts';
import { email } from '../users/messages.ts';
import { COMPLAINT_POLICY } from './policy.ts';

/**
 * Tells those to whose level a complaint has gone, or where nobody holds that role the next ones above. Call it after the
 * commit. The message leaves the house: what the customer wrote stays in it. One query.
 */
export async function announceEscalation(ctx: Ctx, complaint: ComplaintRow): Promise<void> {
  const { number, category, priorityBand, escalationLevel } = complaint;
  const roles = COMPLAINT_POLICY.escalationRoles.slice(escalationLevel - 1);
  const staff = await selectStaffInRoles(ctx.db, { companyId: ctx.company.id, roles });
  const role = roles.find((slug) => staff.some((person) => person.role === slug));
  const messages = staff
    .filter((person) => person.role === role)
    .map((person) =>
      email(ctx.company, person, {
        purpose: 'complaint-escalated',
        subject: `Complaint ${number} has been escalated to you`,
        lines: [
          `Complaint ${number} (${category}, ${priorityBand} priority) has gone up to level ${escalationLevel}.`,
          'It is near the top of the priority queue: please see to it.',
        ],
      }),
    );
  await notify(ctx, messages);
}
