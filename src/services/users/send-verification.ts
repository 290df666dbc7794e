import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { lockAccount } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { sendPause } from './account-tokens.ts';
import { deliver } from './deliver.ts';
import { knownAccount } from './get-profile.ts';
import { askToVerify, PURPOSE_OF, type Contact } from './verification.ts';

/**
 * Sends the message that asks to verify again: once a minute, five times an hour.
 * @throws AppError not-allowed (verified already) | too-many-requests | unavailable (could not be sent)
 */
export async function sendVerification(ctx: Ctx, contact: Contact): Promise<void> {
  const actor = authorise(ctx, 'customer', 'staff');
  const message = await inTransaction(ctx.db, async (tx) => {
    const account = knownAccount(await lockAccount(tx, ctx.company.id, actor.id));
    if (contact === 'email' ? account.emailVerifiedAt : account.phoneVerifiedAt)
      throw new AppError({ code: 'not-allowed', detail: 'This is verified already.' });
    const retryAfterSeconds = await sendPause(tx, ctx, actor.id, PURPOSE_OF[contact]);
    if (retryAfterSeconds > 0)
      throw new AppError({
        code: 'too-many-requests',
        detail: `A message has just been sent. You can ask for another one in ${retryAfterSeconds} s.`,
        data: { retryAfterSeconds },
      });
    const subject = { type: 'user', id: actor.id };
    await recordEvent(tx, ctx, { type: 'user.verification_sent', subject, data: { contact } });
    return askToVerify(tx, ctx, account, contact);
  });
  await deliver(ctx, message);
}
