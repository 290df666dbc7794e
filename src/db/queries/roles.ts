import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Permission } from '../../permissions.ts';
import type { Db, Transaction } from '../client.ts';
import { rolePermissions, roles, staff } from '../schema/index.ts';

export interface RoleRow {
  id: string;
  slug: string;
  name: string;
  description: string;
  level: number;
  permissions: Permission[];
  version: number;
}

const { id, slug, name, description, level, version } = roles;
const columns = { id, slug, name, description, level, version, permission: rolePermissions.permission };
type Joined = Omit<RoleRow, 'permissions'> & { permission: string | null };

/** One row a role and permission becomes one a role. */
function folded(rows: Joined[]): RoleRow[] {
  const byId = new Map<string, RoleRow>();
  for (const { permission, ...role } of rows) {
    const known = byId.get(role.id) ?? { ...role, permissions: [] };
    byId.set(role.id, known);
    if (permission !== null) known.permissions.push(permission as Permission);
  }
  return [...byId.values()];
}

/** A company's roles, highest first. */
export async function selectRoles(db: Db, companyId: string): Promise<RoleRow[]> {
  const rows = await db
    .select(columns)
    .from(roles)
    .leftJoin(rolePermissions, eq(rolePermissions.roleId, id))
    .where(eq(roles.companyId, companyId))
    .orderBy(desc(level), asc(slug), asc(rolePermissions.permission));
  return folded(rows);
}

export async function selectRole(db: Db, companyId: string, wanted: string): Promise<RoleRow | undefined> {
  const rows = await db
    .select(columns)
    .from(roles)
    .leftJoin(rolePermissions, eq(rolePermissions.roleId, id))
    .where(and(eq(roles.companyId, companyId), eq(slug, wanted)))
    .orderBy(asc(rolePermissions.permission));
  return folded(rows)[0];
}

/** How many accounts hold each role, by its id; roles that nobody holds are absent. */
export async function countHolders(db: Db, companyId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ roleId: staff.roleId, holders: count() })
    .from(staff)
    .where(and(eq(staff.companyId, companyId), eq(staff.status, 'active')))
    .groupBy(staff.roleId);
  return new Map(rows.map((row) => [row.roleId, row.holders]));
}

/** Keeps others from changing the role until the transaction ends. */
export async function lockRole(tx: Transaction, companyId: string, wanted: string): Promise<void> {
  await tx
    .select({ id })
    .from(roles)
    .where(and(eq(roles.companyId, companyId), eq(slug, wanted)))
    .for('update');
}

/** Changes what a role may do and raises its version. */
export async function changeRolePermissions(
  tx: Transaction,
  roleId: string,
  change: { added: Permission[]; removed: Permission[]; at: Date },
): Promise<void> {
  const { added, removed, at } = change;
  if (removed.length > 0)
    await tx
      .delete(rolePermissions)
      .where(and(eq(rolePermissions.roleId, roleId), inArray(rolePermissions.permission, removed)));
  if (added.length > 0) await tx.insert(rolePermissions).values(added.map((permission) => ({ roleId, permission })));
  await tx
    .update(roles)
    .set({ version: sql`${version} + 1`, updatedAt: at })
    .where(eq(id, roleId));
}
