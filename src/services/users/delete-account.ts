import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { countOpenBookings, voidAccountTokens } from '#src/db/queries/accounts.ts';
import { selectAccount, updateAccount } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { denySessions } from '../auth/denylist.ts';
import { endSessions } from '../auth/sessions.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertPassword, lockProved } from './assert-password.ts';
import { notify } from './deliver.ts';
import { knownAccount } from './get-profile.ts';
import { accountDeletedEmail } from './messages.ts';
import { DeleteAccountInput } from './schemas.ts';

/**
 * Closes a customer's account. It stays as it is, its e-mail and phone taken, until `scrubDeletedUsers`.
 * @throws AppError forbidden (staff) | invalid | not-allowed (a booking is still open) | conflict |
 * too-many-requests
 */
export async function deleteAccount(ctx: Ctx, raw: unknown, from: { ip: string }): Promise<void> {
  const actor = authorise(ctx, 'customer');
  const { password } = parse(DeleteAccountInput, raw);
  const { company, now } = ctx;
  const account = knownAccount(await selectAccount(ctx.db, company.id, actor.id));
  await assertPassword(ctx, account, { password, pointer: '/password', ip: from.ip });

  const of = { companyId: company.id, userId: actor.id };
  const ended = await inTransaction(ctx.db, async (tx) => {
    await lockProved(tx, account);
    if ((await countOpenBookings(tx, of)) > 0)
      throw new AppError({ code: 'not-allowed', detail: 'Please let your open bookings end, or cancel them, first.' });
    await updateAccount(tx, company.id, actor.id, { status: 'deleted', deletedAt: now, tokensValidFrom: now });
    await voidAccountTokens(
      tx,
      { ...of, purposes: ['password_reset', 'email_verification', 'phone_verification'] },
      now,
    );
    const ended = await endSessions(tx, ctx, { userId: actor.id });
    await recordEvent(tx, ctx, { type: 'user.deleted', subject: { type: 'user', id: actor.id } });
    return ended;
  });
  await denySessions(ctx, ended);
  await notify(ctx, [accountDeletedEmail(company, account)]);
}
