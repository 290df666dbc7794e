import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { lockRole, selectRole, type RoleRow } from '#src/db/queries/roles.ts';
import { AppError } from '#src/errors.ts';
import { assertMayGive } from './policy.ts';
import type { ActingStaff } from './lock-staff.ts';

/**
 * The role that somebody is to get. Locked, so that it does not come to permit more before it is given.
 * @throws AppError invalid | forbidden
 */
export async function roleToGive(tx: Transaction, ctx: Ctx, actor: ActingStaff, slug: string): Promise<RoleRow> {
  await lockRole(tx, ctx.company.id, slug);
  const role = await selectRole(tx, ctx.company.id, slug);
  if (!role) {
    const issues = [{ pointer: '/role', detail: 'is not a role of this company' }];
    throw new AppError({ code: 'invalid', detail: 'There is no such role.', issues });
  }
  assertMayGive(actor, role);
  return role;
}
