import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Permission } from '../../permissions.ts';
import type { Db } from '../client.ts';
import { rolePermissions, roles, staff, users } from '../schema/index.ts';

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

/** The company's active staff who hold one of the roles, named by their slugs. */
export async function selectStaffInRoles(
  db: Db,
  input: { companyId: string; roles: readonly string[] },
): Promise<{ name: string; email: string; role: string }[]> {
  return db
    .select({ name: users.name, email: users.email, role: roles.slug })
    .from(roles)
    .innerJoin(staff, eq(staff.roleId, roles.id))
    .innerJoin(users, eq(users.id, staff.userId))
    .where(
      and(
        eq(roles.companyId, input.companyId),
        inArray(roles.slug, [...input.roles]),
        eq(staff.status, 'active'),
        eq(users.status, 'active'),
      ),
    );
}
