import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { voidAccountTokens } from '#src/db/queries/accounts.ts';
import { lockAccount, selectAccount, updateAccount, type AccountRow } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { sendPause } from './account-tokens.ts';
import { assertPassword } from './assert-password.ts';
import { notify } from './deliver.ts';
import { knownAccount, type Profile } from './get-profile.ts';
import { contactChangedEmail } from './messages.ts';
import { UpdateProfileInput } from './schemas.ts';
import { askToVerify, PURPOSE_OF, type Contact } from './verification.ts';
import { withFreeContacts } from './with-free-contacts.ts';

const WHAT: Record<Contact, string> = { email: 'e-mail address', phone: 'phone number' };

/**
 * Changes name, e-mail and phone. A new e-mail or phone needs the password, is not verified yet, and is told to the old
 * e-mail address.
 * @throws AppError invalid | conflict | precondition-failed | too-many-requests
 */
export async function updateProfile(ctx: Ctx, raw: unknown, on: { version: number; ip: string }): Promise<Profile> {
  const actor = authorise(ctx, 'customer', 'staff');
  const { name, email, phone, password } = parse(UpdateProfileInput, raw);
  const { company, now } = ctx;
  const seen = knownAccount(await selectAccount(ctx.db, company.id, actor.id));
  const changed = changedContacts(seen, { email, phone });
  if (changed.length > 0) {
    if (password === undefined) throw passwordNeeded();
    await assertPassword(ctx, seen, { password, pointer: '/password', ip: on.ip });
  }

  const { account, messages } = await withFreeContacts(ctx, { email, phone }, actor.id, () =>
    inTransaction(ctx.db, async (tx) => {
      const before = knownAccount(await lockAccount(tx, company.id, actor.id));
      // The password was asked for as the account was then.
      if (before.version !== on.version || changedContacts(before, { email, phone }).length > changed.length)
        throw new AppError({ code: 'precondition-failed', detail: 'Your account has been changed meanwhile.' });
      await updateAccount(tx, company.id, actor.id, {
        name,
        email,
        phone,
        ...(changed.includes('email') && { emailVerifiedAt: null }),
        ...(changed.includes('phone') && { phoneVerifiedAt: null }),
      });
      const purposes = changed.map((contact) => PURPOSE_OF[contact]);
      const sent = { companyId: company.id, userId: actor.id };
      if (changed.includes('email')) await voidAccountTokens(tx, { ...sent, purposes: ['password_reset'] }, now);
      if (purposes.length > 0) await voidAccountTokens(tx, { ...sent, purposes }, now);
      const after = knownAccount(await selectAccount(tx, company.id, actor.id));
      const messages = [];
      // Changing to and fro sends no more messages than asking for them.
      for (const contact of changed)
        if ((await sendPause(tx, ctx, actor.id, PURPOSE_OF[contact])) === 0)
          messages.push(await askToVerify(tx, ctx, after, contact));
      if (changed.length > 0)
        messages.push(
          contactChangedEmail(
            company,
            before,
            changed.map((contact) => WHAT[contact]),
          ),
        );
      await recordEvent(tx, ctx, {
        type: 'user.updated',
        subject: { type: 'user', id: actor.id },
        data: { fields: [...(name === before.name ? [] : ['name']), ...changed] },
      });
      return { account: after, messages };
    }),
  );
  await notify(ctx, messages);
  return account;
}

function changedContacts(account: AccountRow, wanted: Record<Contact, string>): Contact[] {
  return (['email', 'phone'] as const).filter((contact) => account[contact] !== wanted[contact]);
}

function passwordNeeded(): AppError {
  const detail = 'is needed to change the e-mail address or the phone number';
  return new AppError({ code: 'invalid', detail: `password ${detail}.`, issues: [{ pointer: '/password', detail }] });
}
