import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PERMISSIONS, ROLE_TEMPLATES } from '#src/permissions.ts';
import { requiredEnv } from '#tests/env.ts';
import { createOwnDatabase } from '#tests/own-database.ts';
import { migrateDatabase } from './migrate.ts';
import { selectRole, selectRoles } from './queries/roles.ts';
import { companies, permissions, rolePermissions, roles } from './schema/index.ts';
import { createRolesFor, syncPermissions } from './sync-rbac.ts';

let own: Awaited<ReturnType<typeof createOwnDatabase>>;

beforeAll(async () => {
  own = await createOwnDatabase(requiredEnv('DATABASE_URL'), 'rbac');
});
afterAll(() => own.drop());
beforeEach(async () => {
  await own.db.delete(rolePermissions);
  await own.db.delete(roles);
  await own.db.delete(companies);
  await syncPermissions(own.db);
});

const company = (id: string) =>
  own.db.insert(companies).values({ id, name: id, timeZone: 'Asia/Kolkata', currency: 'INR', persona: {} as never });
const known = async () => (await own.db.select().from(permissions)).map(({ slug }) => slug).toSorted();
const permissionsOf = async (companyId: string, slug: string) =>
  (await selectRole(own.db, companyId, slug))?.permissions ?? [];

describe('permissions of the database', () => {
  it('are those of the code, with their modules', async () => {
    expect(await known()).toEqual(Object.keys(PERMISSIONS).toSorted());
    const [row] = await own.db.select().from(permissions).where(eq(permissions.slug, 'staff.assign_roles'));
    expect(row).toEqual({
      slug: 'staff.assign_roles',
      module: 'staff',
      description: PERMISSIONS['staff.assign_roles'],
    });
  });

  it('lose what the code no longer has, from roles as well, and get descriptions anew', async () => {
    await company('one');
    await createRolesFor(own.db, 'one');
    await own.db.insert(permissions).values({ slug: 'coffee.make', module: 'coffee', description: 'Make coffee' });
    const admin = await selectRole(own.db, 'one', 'admin');
    await own.db.insert(rolePermissions).values({ roleId: admin?.id ?? '', permission: 'coffee.make' });
    await own.db.update(permissions).set({ description: 'Old' }).where(eq(permissions.slug, 'bookings.view'));
    await syncPermissions(own.db);
    expect(await known()).toEqual(Object.keys(PERMISSIONS).toSorted());
    const after = await selectRole(own.db, 'one', 'admin');
    expect(after?.permissions).not.toContain('coffee.make');
    expect(after?.version).toBe((admin?.version ?? 0) + 1);
    const [row] = await own.db.select().from(permissions).where(eq(permissions.slug, 'bookings.view'));
    expect(row?.description).toBe(PERMISSIONS['bookings.view']);
  });

  it('that are new go to the roles that start with them, and leave the rest as the company made it', async () => {
    await company('one');
    await createRolesFor(own.db, 'one');
    const finance = await selectRole(own.db, 'one', 'finance');
    await own.db
      .delete(rolePermissions)
      .where(and(eq(rolePermissions.roleId, finance?.id ?? ''), eq(rolePermissions.permission, 'analytics.view')));
    await own.db.delete(rolePermissions).where(eq(rolePermissions.permission, 'refunds.approve'));
    await own.db.delete(permissions).where(eq(permissions.slug, 'refunds.approve'));

    await syncPermissions(own.db);
    expect(await permissionsOf('one', 'finance')).toContain('refunds.approve');
    expect(await permissionsOf('one', 'owner')).toContain('refunds.approve');
    expect(await permissionsOf('one', 'observer')).not.toContain('refunds.approve');
    expect(await permissionsOf('one', 'finance')).not.toContain('analytics.view');
    expect((await selectRole(own.db, 'one', 'finance'))?.version).toBe((finance?.version ?? 0) + 1);
    expect((await selectRole(own.db, 'one', 'observer'))?.version).toBe(1);
  });
});

describe('roles of a company', () => {
  it('are those that it starts with, made once', async () => {
    await company('one');
    await createRolesFor(own.db, 'one');
    const made = await selectRoles(own.db, 'one');
    expect(made.map(({ slug }) => slug).toSorted()).toEqual(ROLE_TEMPLATES.map(({ slug }) => slug).toSorted());
    await createRolesFor(own.db, 'one');
    expect(await selectRoles(own.db, 'one')).toEqual(made);
  });

  it('come with a migration for every company that has none, and stay as the company made them', async () => {
    await company('one');
    await company('two');
    await createRolesFor(own.db, 'two');
    await own.db.delete(rolePermissions);
    await migrateDatabase(own.url);
    expect(await permissionsOf('one', 'owner')).toHaveLength(30);
    expect(await permissionsOf('two', 'owner')).toEqual([]);
  });
});
