import type { Ctx } from '#src/context.ts';
import type { ComplaintRow } from '#src/db/queries/complaints.ts';
import { recordActivity } from '../record-event.ts';

/** Notes in the activity log whose complaints a member of staff saw in a list. One query, unless it was empty. */
export async function noteLook(ctx: Ctx, seen: Pick<ComplaintRow, 'id'>[]): Promise<void> {
  if (seen.length === 0) return;
  await recordActivity(ctx.db, ctx, {
    action: 'complaint.listed',
    subject: { type: 'company', id: ctx.company.id },
    data: { complaintIds: seen.map(({ id }) => id) },
  });
}
