import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { insertStaff, updateOpsAccount, type StaffRow } from '#src/db/queries/staff.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { findStaff, lockStaff } from './lock-staff.ts';
import { roleToGive } from './role-to-give.ts';
import { GiveRoleInput } from './schemas.ts';

/**
 * Makes somebody who registered one of the staff, also after having turned them down.
 * @throws AppError unauthenticated | forbidden | not-found | invalid | conflict (decided already)
 */
export async function approveStaff(ctx: Ctx, userId: string, raw: GiveRoleInput): Promise<StaffRow> {
  authoriseStaff(ctx, 'staff.approve');
  assertKey(userId, 'There is no such account on the operations side.');
  const input = parse(GiveRoleInput, raw);
  return inTransaction(ctx.db, async (tx) => {
    const { actor, target } = await lockStaff(tx, ctx, 'staff.approve', userId);
    if (target.role) throw new AppError({ code: 'conflict', detail: 'This account has been approved already.' });
    const role = await roleToGive(tx, ctx, actor, input.role);
    await insertStaff(tx, {
      id: newId('staff', ctx.now),
      companyId: ctx.company.id,
      userId,
      roleId: role.id,
      approvedBy: actor.id,
      approvedAt: ctx.now,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    await updateOpsAccount(tx, userId, { status: 'active', version: target.version + 1, updatedAt: ctx.now });
    await recordEvent(tx, ctx, {
      type: 'staff.approved',
      subject: { type: 'user', id: userId },
      data: { role: role.slug },
    });
    return findStaff(tx, ctx, userId);
  });
}
