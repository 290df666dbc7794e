import type { Ctx } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf, inTransaction } from '#src/db/client.ts';
import { voidAccountTokens } from '#src/db/queries/accounts.ts';
import { updateOpsAccount, updateStaff as updateStaffRow, type StaffRow } from '#src/db/queries/staff.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { notify } from '../users/deliver.ts';
import { contactChangedEmail } from '../users/messages.ts';
import { assertVersion } from './assert-version.ts';
import { findStaff, lockStaff } from './lock-staff.ts';
import { assertOutranks } from './policy.ts';
import { UpdateStaffInput } from './schemas.ts';

/**
 * Changes the name or the number of an account below one's own level, or of one's own, or lets a suspended one in again.
 * The e-mail address stays: whoever could change it could sign in as its owner.
 * @param version the one that was read
 * @throws AppError unauthenticated | forbidden | not-found | invalid | precondition-failed | conflict (the number is
 * another account's; nothing to let in again)
 */
export async function updateStaff(ctx: Ctx, userId: string, version: number, raw: UpdateStaffInput): Promise<StaffRow> {
  authoriseStaff(ctx, 'staff.update');
  assertKey(userId, 'There is no such account on the operations side.');
  const { name, phone, status } = parse(UpdateStaffInput, raw);
  try {
    const { account, moved } = await inTransaction(ctx.db, async (tx) => {
      const { actor, target } = await lockStaff(tx, ctx, 'staff.update', userId);
      if (actor.id !== target.id) assertOutranks(actor, target);
      assertVersion(target, version);
      if (status && !target.role)
        throw new AppError({ code: 'conflict', detail: 'This account has not been approved.' });
      const restored = status === 'active' && target.status === 'suspended';
      const newPhone = phone !== undefined && phone !== target.phone;
      if (restored) await updateStaffRow(tx, userId, { status: 'active', updatedAt: ctx.now });
      await updateOpsAccount(tx, userId, {
        ...(name !== undefined && { name }),
        ...(newPhone && { phone, phoneVerifiedAt: null }),
        ...(restored && { status: 'active' as const }),
        version: version + 1,
        updatedAt: ctx.now,
      });
      if (newPhone) {
        const sent = { companyId: ctx.company.id, userId, purposes: ['phone_verification' as const] };
        await voidAccountTokens(tx, sent, ctx.now);
      }
      const changed = [name !== undefined && 'name', newPhone && 'phone', restored && 'status'].filter(Boolean);
      await recordEvent(tx, ctx, {
        type: restored ? 'staff.restored' : 'staff.updated',
        subject: { type: 'user', id: userId },
        data: { changed },
      });
      return { account: await findStaff(tx, ctx, userId), moved: newPhone };
    });
    if (moved) await notify(ctx, [contactChangedEmail(ctx.company, account, ['phone number'])]);
    return account;
  } catch (error) {
    if (errnoOf(error) !== DUPLICATE_KEY) throw error;
    throw new AppError({ code: 'conflict', detail: 'This number belongs to another account.', cause: error });
  }
}
