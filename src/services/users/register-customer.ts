import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { insertCustomer } from '#src/db/queries/users.ts';
import { newId } from '#src/ids.ts';
import { hashPassword } from '../auth/password-hash.ts';
import type { Origin } from '../auth/sessions.ts';
import { signIn, type SignedIn } from '../auth/sign-in.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertStrong } from './assert-password.ts';
import { notify } from './deliver.ts';
import { RegisterInput } from './schemas.ts';
import { askToVerify } from './verification.ts';
import { withFreeContacts } from './with-free-contacts.ts';

/**
 * Makes a customer's account and signs it in; it gets what the visitor began as a guest. Two messages ask to verify.
 * @throws AppError invalid | conflict (e-mail or phone of another account)
 */
export async function registerCustomer(
  visitor: Omit<Ctx, 'actor'>,
  raw: unknown,
  from: Origin & { guestToken?: string | undefined },
): Promise<SignedIn> {
  const { name, email, phone, password, guestToken = from.guestToken } = parse(RegisterInput, raw);
  assertStrong(password, { name, email, phone });
  const { company, now } = visitor;
  const passwordHash = await hashPassword(password);
  const id = newId('user', now);
  const actor = { kind: 'customer' as const, id, name };
  const written = { lastLoginAt: now, createdAt: now, updatedAt: now };
  const account = { id, companyId: company.id, name, email, phone, passwordHash, ...written };

  const { signedIn, messages } = await withFreeContacts(visitor, { email, phone }, undefined, () =>
    inTransaction(visitor.db, async (tx) => {
      const ctx = { ...visitor, actor };
      await insertCustomer(tx, account);
      const messages = [await askToVerify(tx, ctx, account, 'email'), await askToVerify(tx, ctx, account, 'phone')];
      const user = { ...account, role: 'customer' as const };
      const { signedIn, claimedConversations } = await signIn(tx, ctx, user, { ...from, guestToken });
      const subject = { type: 'user', id };
      await recordEvent(tx, ctx, { type: 'user.registered', subject, data: { claimedConversations } });
      return { signedIn, messages };
    }),
  );
  await notify(visitor, messages);
  return signedIn;
}
