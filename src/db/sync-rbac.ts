import { eq, inArray, isNull, sql } from 'drizzle-orm';
import { newId } from '../ids.ts';
import { PERMISSIONS, ROLE_TEMPLATES, type Permission } from '../permissions.ts';
import type { Db } from './client.ts';
import { companies, permissions, rolePermissions, roles } from './schema/index.ts';

/**
 * Makes the rows of `permissions` those of `PERMISSIONS`. A permission that is new goes, in every company, to the roles
 * that start with it: else nobody would hold it, and nobody could give it. With nothing to do it is one query.
 */
export async function syncPermissions(db: Db): Promise<void> {
  const rows = await db.select({ slug: permissions.slug, description: permissions.description }).from(permissions);
  const known = new Map(rows.map((row) => [row.slug, row.description]));
  const wanted = Object.entries(PERMISSIONS) as [Permission, string][];

  const gone = [...known.keys()].filter((slug) => !Object.hasOwn(PERMISSIONS, slug));
  if (gone.length > 0) {
    const losing = await db
      .selectDistinct({ id: rolePermissions.roleId })
      .from(rolePermissions)
      .where(inArray(rolePermissions.permission, gone));
    await raiseVersions(
      db,
      losing.map(({ id }) => id),
    );
    await db.delete(rolePermissions).where(inArray(rolePermissions.permission, gone));
    await db.delete(permissions).where(inArray(permissions.slug, gone));
  }
  for (const [slug, description] of wanted)
    if (known.has(slug) && known.get(slug) !== description)
      await db.update(permissions).set({ description }).where(eq(permissions.slug, slug));
  const added = wanted.filter(([slug]) => !known.has(slug));
  if (added.length === 0) return;
  await db.transaction(async (tx) => {
    const rows = added.map(([slug, description]) => ({ slug, module: moduleOf(slug), description }));
    await tx.insert(permissions).ignore().values(rows);
    const holders = await tx.select({ id: roles.id, slug: roles.slug }).from(roles);
    const given = holders.flatMap(({ id, slug }) =>
      templatePermissions(slug)
        .filter((permission) => !known.has(permission))
        .map((permission) => ({ roleId: id, permission })),
    );
    if (given.length > 0) await tx.insert(rolePermissions).ignore().values(given);
    await raiseVersions(tx, [...new Set(given.map(({ roleId }) => roleId))]);
  });
}

/** Gives a company the roles of `ROLE_TEMPLATES`, unless it has roles: then they are its own affair. */
export async function createRolesFor(db: Db, companyId: string): Promise<void> {
  const [some] = await db.select({ id: roles.id }).from(roles).where(eq(roles.companyId, companyId)).limit(1);
  if (some) return;
  const rows = ROLE_TEMPLATES.map(({ slug, name, description, level }) => ({
    id: newId('role'),
    companyId,
    ...{ slug, name, description, level },
  }));
  const given = rows.flatMap(({ id, slug }) =>
    templatePermissions(slug).map((permission) => ({ roleId: id, permission })),
  );
  await db.transaction(async (tx) => {
    await tx.insert(roles).values(rows);
    await tx.insert(rolePermissions).values(given);
  });
}

/** What follows every migration: the permissions of this version, and roles for companies that have none yet. */
export async function syncRbac(db: Db): Promise<void> {
  await syncPermissions(db);
  const without = await db
    .select({ id: companies.id })
    .from(companies)
    .leftJoin(roles, eq(roles.companyId, companies.id))
    .where(isNull(roles.id));
  for (const { id } of without) await createRolesFor(db, id);
}

/** Whoever read such a role before must read it again to change it. */
async function raiseVersions(db: Db, roleIds: string[]): Promise<void> {
  if (roleIds.length > 0)
    await db
      .update(roles)
      .set({ version: sql`${roles.version} + 1` })
      .where(inArray(roles.id, roleIds));
}

const moduleOf = (permission: Permission): string => permission.slice(0, permission.indexOf('.'));
const templatePermissions = (slug: string): readonly Permission[] =>
  ROLE_TEMPLATES.find((template) => template.slug === slug)?.permissions ?? [];
