import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateAccount } from '#src/db/queries/users.ts';
import { actorOf } from '../auth/actor-of.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { VerifyEmailInput } from './schemas.ts';
import { takeAccountToken } from './take-account-token.ts';

/** Whoever has the code reads that mailbox; it may be on another device. @throws AppError invalid | not-allowed */
export async function verifyEmail(visitor: Omit<Ctx, 'actor'>, raw: unknown): Promise<void> {
  const { token } = parse(VerifyEmailInput, raw);
  await inTransaction(visitor.db, async (tx) => {
    const account = await takeAccountToken(tx, visitor, { secret: token, purpose: 'email_verification' });
    const ctx = { ...visitor, actor: await actorOf(tx, account) };
    await updateAccount(tx, visitor.company.id, account.id, { emailVerifiedAt: visitor.now });
    await recordEvent(tx, ctx, { type: 'user.email_verified', subject: { type: 'user', id: account.id } });
  });
}
