import type { Ctx } from '#src/context.ts';
import { countHolders, selectRoles, type RoleRow } from '#src/db/queries/roles.ts';
import { authoriseStaff } from '../authorise.ts';

export interface Role extends RoleRow {
  /** How many active accounts have it. */
  holders: number;
}

/** The company's roles, highest first. Two queries. @throws AppError unauthenticated | forbidden */
export async function listRoles(ctx: Ctx): Promise<Role[]> {
  authoriseStaff(ctx, 'staff.view');
  const [roles, holders] = await Promise.all([
    selectRoles(ctx.db, ctx.company.id),
    countHolders(ctx.db, ctx.company.id),
  ]);
  return roles.map((role) => ({ ...role, holders: holders.get(role.id) ?? 0 }));
}
