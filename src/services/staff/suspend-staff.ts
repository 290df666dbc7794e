import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateOpsAccount, updateStaff, type StaffRow } from '#src/db/queries/staff.ts';
import { AppError } from '#src/errors.ts';
import { denySessions } from '../auth/denylist.ts';
import { endSessions } from '../auth/sessions.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordEvent } from '../record-event.ts';
import { findStaff, lockStaff } from './lock-staff.ts';
import { assertNotSelf, assertOutranks } from './policy.ts';

/**
 * Takes an account off the operations side and signs it out everywhere, at once. Nothing is deleted: what it did stays
 * its doing, and it can be let in again. Suspending it a second time changes nothing.
 * @throws AppError unauthenticated | forbidden | not-found | not-allowed | conflict (waits for approval)
 */
export async function suspendStaff(ctx: Ctx, userId: string): Promise<StaffRow> {
  authoriseStaff(ctx, 'staff.update');
  assertKey(userId, 'There is no such account on the operations side.');
  const { account, ended } = await inTransaction(ctx.db, async (tx) => {
    const { actor, target } = await lockStaff(tx, ctx, 'staff.update', userId);
    assertNotSelf(actor, target, 'suspend');
    assertOutranks(actor, target);
    if (!target.role) throw new AppError({ code: 'conflict', detail: 'This account waits for approval: reject it.' });
    if (target.status === 'suspended') return { account: target, ended: [] };
    await updateStaff(tx, userId, { status: 'suspended', updatedAt: ctx.now });
    await updateOpsAccount(tx, userId, {
      status: 'suspended',
      tokensValidFrom: ctx.now,
      version: target.version + 1,
      updatedAt: ctx.now,
    });
    const ended = await endSessions(tx, ctx, { userId });
    await recordEvent(tx, ctx, {
      type: 'staff.suspended',
      subject: { type: 'user', id: userId },
      data: { role: target.role.slug, endedSessions: ended.length },
    });
    return { account: await findStaff(tx, ctx, userId), ended };
  });
  await denySessions(ctx, ended);
  return account;
}
