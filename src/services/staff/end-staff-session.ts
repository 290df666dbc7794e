import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { selectStaffSession, type StaffSessionRow } from '#src/db/queries/staff-sessions.ts';
import { AppError } from '#src/errors.ts';
import { denySessions } from '../auth/denylist.ts';
import { endSessions } from '../auth/sessions.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordEvent } from '../record-event.ts';
import { lockStaff } from './lock-staff.ts';
import { assertOutranks } from './policy.ts';

/**
 * Signs a session of a lower level, or one's own, out from afar: its tokens are refused from now on.
 * @throws AppError unauthenticated | forbidden | not-found (also when it has ended already) | unavailable
 */
export async function endStaffSession(ctx: Ctx, sessionId: string): Promise<StaffSessionRow> {
  authoriseStaff(ctx, 'staff.update');
  assertKey(sessionId, 'There is no such session.');
  const found = await selectStaffSession(ctx.db, ctx.company.id, sessionId);
  if (!found || found.revokedAt || found.expiresAt <= ctx.now)
    throw new AppError({ code: 'not-found', detail: 'There is no such session, or it has ended.' });
  const userId = found.user.id;
  await inTransaction(ctx.db, async (tx) => {
    const { actor, target } = await lockStaff(tx, ctx, 'staff.update', userId);
    if (actor.id !== target.id) assertOutranks(actor, target);
    await endSessions(tx, ctx, { userId, only: sessionId });
    await recordEvent(tx, ctx, {
      type: 'staff.session_ended',
      subject: { type: 'user', id: userId },
      data: { sessionId },
    });
    await denySessions(ctx, [sessionId]);
  });
  return { ...found, revokedAt: ctx.now };
}
