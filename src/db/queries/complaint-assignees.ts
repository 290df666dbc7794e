import { and, eq, sql } from 'drizzle-orm';
import type { Permission } from '../../permissions.ts';
import type { Db } from '../client.ts';
import { rolePermissions, staff, users } from '../schema/index.ts';

/** One of the company's staff, and whether they may be given work that needs the permission. */
export async function selectAssignee(
  db: Db,
  input: { companyId: string; userId: string; permission: Permission },
): Promise<{ name: string; isActive: boolean; isPermitted: boolean } | undefined> {
  const [row] = await db
    .select({
      name: users.name,
      isActive: sql`${staff.status} = 'active' and ${users.status} = 'active'`.mapWith(Boolean),
      isPermitted: sql`${rolePermissions.permission} is not null`.mapWith(Boolean),
    })
    .from(staff)
    .innerJoin(users, eq(users.id, staff.userId))
    .leftJoin(
      rolePermissions,
      and(eq(rolePermissions.roleId, staff.roleId), eq(rolePermissions.permission, input.permission)),
    )
    .where(and(eq(staff.userId, input.userId), eq(staff.companyId, input.companyId)));
  return row;
}
