import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateOpsAccount, type StaffRow } from '#src/db/queries/staff.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordEvent } from '../record-event.ts';
import { denySessions } from '../auth/denylist.ts';
import { endSessions } from '../auth/sessions.ts';
import { findStaff, lockStaff } from './lock-staff.ts';

/**
 * Turns down somebody who registered; they can still be approved later.
 * @throws AppError unauthenticated | forbidden | not-found | conflict (decided already)
 */
export async function rejectStaff(ctx: Ctx, userId: string): Promise<StaffRow> {
  authoriseStaff(ctx, 'staff.approve');
  assertKey(userId, 'There is no such account on the operations side.');
  const { account, ended } = await inTransaction(ctx.db, async (tx) => {
    const { target } = await lockStaff(tx, ctx, 'staff.approve', userId);
    if (target.status !== 'waiting')
      throw new AppError({ code: 'conflict', detail: 'This account does not wait for approval.' });
    const change = { status: 'suspended' as const, version: target.version + 1, updatedAt: ctx.now };
    await updateOpsAccount(tx, userId, change);
    await recordEvent(tx, ctx, { type: 'staff.rejected', subject: { type: 'user', id: userId } });
    const ended = await endSessions(tx, ctx, { userId });
    return { account: await findStaff(tx, ctx, userId), ended };
  });
  await denySessions(ctx, ended);
  return account;
}
