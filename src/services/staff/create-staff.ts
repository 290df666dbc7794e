import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { insertOpsAccount, insertStaff, type StaffRow } from '#src/db/queries/staff.ts';
import { newId } from '#src/ids.ts';
import { hashPassword } from '../auth/password-hash.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertStrong } from '../users/assert-password.ts';
import { withFreeContacts } from '../users/with-free-contacts.ts';
import { findStaff, lockActor } from './lock-staff.ts';
import { roleToGive } from './role-to-give.ts';
import { CreateStaffInput } from './schemas.ts';

/**
 * A new account on the operations side that has its role from the start.
 * @throws AppError unauthenticated | forbidden | invalid | conflict (e-mail address or number of another account)
 */
export async function createStaff(ctx: Ctx, raw: CreateStaffInput): Promise<StaffRow> {
  authoriseStaff(ctx, 'staff.create');
  const { name, email, phone, password, role: slug } = parse(CreateStaffInput, raw);
  if (password !== undefined) assertStrong(password, { name, email, phone });
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const userId = newId('user', ctx.now);
  const made = { companyId: ctx.company.id, createdAt: ctx.now, updatedAt: ctx.now };
  return withFreeContacts(ctx, { email, phone }, undefined, () =>
    inTransaction(ctx.db, async (tx) => {
      const actor = await lockActor(tx, ctx, 'staff.create');
      const role = await roleToGive(tx, ctx, actor, slug);
      await insertOpsAccount(tx, { ...made, id: userId, name, email, phone, passwordHash });
      const approval = { approvedBy: actor.id, approvedAt: ctx.now };
      await insertStaff(tx, { ...made, ...approval, id: newId('staff', ctx.now), userId, roleId: role.id });
      await recordEvent(tx, ctx, {
        type: 'staff.created',
        subject: { type: 'user', id: userId },
        data: { role: role.slug },
      });
      return findStaff(tx, ctx, userId);
    }),
  );
}
