import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { voidAccountTokens } from '#src/db/queries/accounts.ts';
import { selectAccount, updateAccount } from '#src/db/queries/users.ts';
import { denySessions } from '../auth/denylist.ts';
import { hashPassword } from '../auth/password-hash.ts';
import { endSessions } from '../auth/sessions.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertPassword, assertStrong, lockProved } from './assert-password.ts';
import { notify } from './deliver.ts';
import { knownAccount } from './get-profile.ts';
import { passwordChangedEmail } from './messages.ts';
import { ChangePasswordInput } from './schemas.ts';

/**
 * Sets a new password, and ends all sign-ins but the one that asks.
 * @param on the session that goes on, and the network address that asks
 * @throws AppError invalid | too-many-requests | conflict | unavailable
 */
export async function changePassword(
  ctx: Ctx,
  raw: unknown,
  on: { sessionId: string | undefined; ip: string },
): Promise<void> {
  const actor = authorise(ctx, 'customer', 'staff');
  const { currentPassword, newPassword } = parse(ChangePasswordInput, raw);
  const { company, now } = ctx;
  const account = knownAccount(await selectAccount(ctx.db, company.id, actor.id));
  await assertPassword(ctx, account, { password: currentPassword, pointer: '/currentPassword', ip: on.ip });
  assertStrong(newPassword, account, '/newPassword');
  const passwordHash = await hashPassword(newPassword);

  await inTransaction(ctx.db, async (tx) => {
    await lockProved(tx, account);
    await updateAccount(tx, company.id, actor.id, { passwordHash });
    await voidAccountTokens(tx, { companyId: company.id, userId: actor.id, purposes: ['password_reset'] }, now);
    const ended = await endSessions(tx, ctx, { userId: actor.id, except: on.sessionId });
    await recordEvent(tx, ctx, {
      type: 'user.password_changed',
      subject: { type: 'user', id: actor.id },
      data: { endedSessions: ended.length },
    });
    await denySessions(ctx, ended);
  });
  await notify(ctx, [passwordChangedEmail(company, account)]);
}
