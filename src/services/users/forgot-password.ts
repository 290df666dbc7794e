import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { lockAccount, selectUserByEmail } from '#src/db/queries/users.ts';
import { actorOf } from '../auth/actor-of.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { issueAccountToken, sendPause } from './account-tokens.ts';
import { notify } from './deliver.ts';
import { inEvenTime } from './in-even-time.ts';
import { passwordResetEmail } from './messages.ts';
import { ForgotPasswordInput } from './schemas.ts';

/** Several times what the work takes. */
const EVEN_MS = 250;

/**
 * Sends a single-use code for a new password, if there is such an account; whether there is shows neither in the answer
 * nor in its time. @throws AppError invalid
 */
export async function forgotPassword(visitor: Omit<Ctx, 'actor'>, raw: unknown): Promise<void> {
  const { email } = parse(ForgotPasswordInput, raw);
  await inEvenTime(EVEN_MS, () => sendReset(visitor, email));
}

async function sendReset(visitor: Omit<Ctx, 'actor'>, email: string): Promise<void> {
  const user = await selectUserByEmail(visitor.db, visitor.company.id, email);
  if (user?.status !== 'active') return;
  const message = await inTransaction(visitor.db, async (tx) => {
    const account = await lockAccount(tx, visitor.company.id, user.id);
    if (account?.status !== 'active' || (await sendPause(tx, visitor, user.id, 'password_reset')) > 0) return undefined;
    const secret = await issueAccountToken(tx, visitor, user.id, 'password_reset');
    const ctx = { ...visitor, actor: await actorOf(tx, user) };
    await recordEvent(tx, ctx, { type: 'user.password_reset_asked', subject: { type: 'user', id: user.id } });
    return passwordResetEmail(visitor.company, account, secret);
  });
  // Not waited for: how long the mail server takes would tell that there is such an account.
  if (message) void notify(visitor, [message]);
}
