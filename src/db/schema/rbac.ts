import { sql } from 'drizzle-orm';
import {
  check,
  index,
  int,
  json,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  smallint,
  uniqueIndex,
} from 'drizzle-orm/mysql-core';
import { companyId, createdAt, id, instant, key, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { users } from './users.ts';

/** A company's staff roles. A role may act on those of a lower level only. */
export const roles = mysqlTable(
  'roles',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    slug: key('slug', 40).notNull(),
    name: text('name', 80).notNull(),
    description: text('description', 255).notNull(),
    /** 1–100; the higher, the more. */
    level: smallint('level').notNull(),
    version: int('version').notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('roles_company_slug').on(t.companyId, t.slug),
    check('roles_level', sql`${t.level} between 1 and 100`),
  ],
);

/** What the product lets staff do: `module.action`. The same for all companies; rows mirror `PERMISSIONS` in the code. */
export const permissions = mysqlTable('permissions', {
  slug: key('slug', 40).primaryKey(),
  module: key('module', 24).notNull(),
  description: text('description', 255).notNull(),
});

export const rolePermissions = mysqlTable(
  'role_permissions',
  {
    roleId: key('role_id')
      .notNull()
      .references(() => roles.id),
    permission: key('permission', 40)
      .notNull()
      .references(() => permissions.slug),
  },
  (t) => [primaryKey({ name: 'role_permissions_pk', columns: [t.roleId, t.permission] })],
);

/** What makes an ops account one of the staff: its role. An ops account without a row waits for approval. */
export const staff = mysqlTable(
  'staff',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: key('user_id')
      .notNull()
      .references(() => users.id),
    roleId: key('role_id')
      .notNull()
      .references(() => roles.id),
    status: mysqlEnum('status', ['active', 'suspended']).notNull().default('active'),
    approvedBy: key('approved_by').references(() => users.id),
    approvedAt: instant('approved_at'),
    ...timestamps(),
  },
  (t) => [uniqueIndex('staff_user').on(t.userId), index('staff_company_role').on(t.companyId, t.roleId)],
);

/** A sign-in of one of the staff: listed, and ended from afar. Its id is the refresh tokens' family. */
export const staffSessions = mysqlTable(
  'staff_sessions',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: key('user_id')
      .notNull()
      .references(() => users.id),
    ip: key('ip', 45),
    userAgent: text('user_agent', 255),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [index('staff_sessions_user').on(t.userId, t.revokedAt, t.expiresAt)],
);

/** Every write and every sensitive read by staff. */
export const staffActivityLog = mysqlTable(
  'staff_activity_log',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: key('user_id')
      .notNull()
      .references(() => users.id),
    /** `noun.verbed`, as in `events`, or `noun.viewed`. */
    action: key('action', 64).notNull(),
    subjectType: key('subject_type').notNull(),
    subjectId: key('subject_id').notNull(),
    requestId: key('request_id', 64),
    data: json('data').$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('staff_activity_company').on(t.companyId, t.createdAt),
    index('staff_activity_user').on(t.userId, t.createdAt),
    index('staff_activity_subject').on(t.subjectType, t.subjectId),
  ],
);
