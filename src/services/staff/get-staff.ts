import type { Ctx } from '#src/context.ts';
import type { StaffRow } from '#src/db/queries/staff.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordActivity } from '../record-event.ts';
import { findStaff } from './lock-staff.ts';

/** One account with its contact data: a look at somebody else's is noted. @throws AppError unauthenticated | forbidden | not-found */
export async function getStaff(ctx: Ctx, userId: string): Promise<StaffRow> {
  const actor = authoriseStaff(ctx, 'staff.view');
  assertKey(userId, 'There is no such account on the operations side.');
  const account = await findStaff(ctx.db, ctx, userId);
  const subject = { type: 'user', id: userId };
  if (userId !== actor.id) await recordActivity(ctx.db, ctx, { action: 'staff.viewed', subject });
  return account;
}
