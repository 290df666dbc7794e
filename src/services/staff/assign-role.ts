import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateOpsAccount, updateStaff, type StaffRow } from '#src/db/queries/staff.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertVersion } from './assert-version.ts';
import { findStaff, lockStaff } from './lock-staff.ts';
import { assertNotSelf, assertOutranks } from './policy.ts';
import { roleToGive } from './role-to-give.ts';
import { GiveRoleInput } from './schemas.ts';

/**
 * Gives one of the staff another role; what it permits counts within half a minute.
 * @param version the one that was read
 * @throws AppError unauthenticated | forbidden | not-found | invalid | not-allowed | conflict (waits for approval) |
 * precondition-failed
 */
export async function assignRole(ctx: Ctx, userId: string, version: number, raw: GiveRoleInput): Promise<StaffRow> {
  authoriseStaff(ctx, 'staff.assign_roles');
  assertKey(userId, 'There is no such account on the operations side.');
  const input = parse(GiveRoleInput, raw);
  return inTransaction(ctx.db, async (tx) => {
    const { actor, target } = await lockStaff(tx, ctx, 'staff.assign_roles', userId);
    assertNotSelf(actor, target, 'change the role of');
    assertOutranks(actor, target);
    assertVersion(target, version);
    if (!target.role) throw new AppError({ code: 'conflict', detail: 'This account waits for approval.' });
    const role = await roleToGive(tx, ctx, actor, input.role);
    if (role.slug === target.role.slug) return target;
    await updateStaff(tx, userId, { roleId: role.id, updatedAt: ctx.now });
    await updateOpsAccount(tx, userId, { version: version + 1, updatedAt: ctx.now });
    await recordEvent(tx, ctx, {
      type: 'staff.role_assigned',
      subject: { type: 'user', id: userId },
      data: { from: target.role.slug, to: role.slug },
    });
    return findStaff(tx, ctx, userId);
  });
}
