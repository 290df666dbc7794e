import type { OutgoingMessage } from '#src/channels/contract.ts';
import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import type { TokenPurpose } from '#src/db/queries/accounts.ts';
import type { AccountRow } from '#src/db/queries/users.ts';
import { issueAccountToken } from './account-tokens.ts';
import { verifyEmailEmail, verifyPhoneSms } from './messages.ts';

/** What of an account is proved by a message to it. */
export type Contact = 'email' | 'phone';

export const PURPOSE_OF = {
  email: 'email_verification',
  phone: 'phone_verification',
} as const satisfies Record<Contact, TokenPurpose>;

/** The message that asks the holder to prove a contact; sent after the transaction. */
export async function askToVerify(
  tx: Transaction,
  ctx: Pick<Ctx, 'deps' | 'company' | 'now'>,
  account: Pick<AccountRow, 'id' | 'name' | 'email' | 'phone'>,
  contact: Contact,
): Promise<OutgoingMessage> {
  const secret = await issueAccountToken(tx, ctx, account.id, PURPOSE_OF[contact]);
  const write = contact === 'email' ? verifyEmailEmail : verifyPhoneSms;
  return write(ctx.company, account, secret);
}
