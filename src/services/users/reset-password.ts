import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateAccount } from '#src/db/queries/users.ts';
import { actorOf } from '../auth/actor-of.ts';
import { denySessions } from '../auth/denylist.ts';
import { forgetLoginFailures } from '../auth/login-throttle.ts';
import { hashPassword } from '../auth/password-hash.ts';
import { endSessions } from '../auth/sessions.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertStrong } from './assert-password.ts';
import { notify } from './deliver.ts';
import { passwordChangedEmail } from './messages.ts';
import { ResetPasswordInput } from './schemas.ts';
import { takeAccountToken } from './take-account-token.ts';

/**
 * Sets a new password by the code of an e-mail, which thereby is verified. Ends all sign-ins and a lock-out.
 * @throws AppError invalid | not-allowed (the code is not good)
 */
export async function resetPassword(visitor: Omit<Ctx, 'actor'>, raw: unknown, from: { ip: string }): Promise<void> {
  const { token, password } = parse(ResetPasswordInput, raw);
  const { company, now } = visitor;
  // Hashed first: the transaction then holds its locks for no longer than it must.
  const passwordHash = await hashPassword(password);
  const { account, ended } = await inTransaction(visitor.db, async (tx) => {
    const account = await takeAccountToken(tx, visitor, { secret: token, purpose: 'password_reset' });
    // Thrown here, the code stays good for another password.
    assertStrong(password, account);
    const ctx = { ...visitor, actor: await actorOf(tx, account) };
    await updateAccount(tx, company.id, account.id, {
      passwordHash,
      tokensValidFrom: now,
      emailVerifiedAt: account.emailVerifiedAt ?? now,
    });
    const ended = await endSessions(tx, visitor, { userId: account.id });
    await recordEvent(tx, ctx, {
      type: 'user.password_reset',
      subject: { type: 'user', id: account.id },
      data: { endedSessions: ended.length },
    });
    return { account, ended };
  });
  await denySessions(visitor, ended);
  await forgetLoginFailures(visitor.deps.redis, { companyId: company.id, email: account.email, ip: from.ip });
  await notify(visitor, [passwordChangedEmail(company, account)]);
}
