import type { Ctx } from '#src/context.ts';
import { recordActivity } from '../record-event.ts';

/** Notes in the activity log whose contact data or sessions a list has shown. One query, unless it was empty. */
export async function noteLook(
  ctx: Ctx,
  action: 'staff.listed' | 'staff.sessions_listed',
  userIds: string[],
): Promise<void> {
  if (userIds.length === 0) return;
  const subject = { type: 'company', id: ctx.company.id };
  await recordActivity(ctx.db, ctx, { action, subject, data: { userIds: [...new Set(userIds)] } });
}
