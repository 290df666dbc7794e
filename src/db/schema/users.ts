import { sql } from 'drizzle-orm';
import { boolean, check, index, int, mysqlEnum, mysqlTable, uniqueIndex } from 'drizzle-orm/mysql-core';
import { companyId, id, instant, key, pincodeKey, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { pincodes } from './pincodes.ts';

/** `ops` accounts may become staff (see `staff`); until then they may do nothing. */
export const USER_ROLES = ['customer', 'ops'] as const;

/** People with an account at one company. `passwordHash` is null for those who never set one. */
export const users = mysqlTable(
  'users',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    role: mysqlEnum('role', USER_ROLES).notNull().default('customer'),
    status: mysqlEnum('status', ['active', 'suspended', 'deleted']).notNull().default('active'),
    name: text('name', 120).notNull(),
    email: text('email', 254).notNull(),
    /** E.164, e.g. +919876543210. */
    phone: key('phone', 16).notNull(),
    passwordHash: key('password_hash', 60),
    emailVerifiedAt: instant('email_verified_at'),
    phoneVerifiedAt: instant('phone_verified_at'),
    /** File name of the picture in the upload folder. */
    picture: key('picture', 64),
    /** Access tokens issued before are no longer valid. */
    tokensValidFrom: instant('tokens_valid_from'),
    lastLoginAt: instant('last_login_at'),
    deletedAt: instant('deleted_at'),
    /** When the personal data of a deleted account was removed. */
    scrubbedAt: instant('scrubbed_at'),
    version: int('version').notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    index('users_company_role').on(t.companyId, t.role, t.status),
    index('users_deleted').on(t.deletedAt, t.scrubbedAt),
    uniqueIndex('users_company_email').on(t.companyId, t.email),
    uniqueIndex('users_company_phone').on(t.companyId, t.phone),
    check('users_phone_e164', sql`${t.phone} like '+%'`),
  ],
);

export const addresses = mysqlTable(
  'addresses',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: key('user_id')
      .notNull()
      .references(() => users.id),
    /** "Home", "Office" … as the customer calls it. */
    label: text('label', 40).notNull(),
    line1: text('line1', 200).notNull(),
    locality: text('locality', 120).notNull(),
    city: text('city', 80).notNull(),
    state: text('state', 80).notNull(),
    pincode: pincodeKey()
      .notNull()
      .references(() => pincodes.pincode),
    isDefault: boolean('is_default').notNull().default(false),
    version: int('version').notNull().default(1),
    deletedAt: instant('deleted_at'),
    ...timestamps(),
  },
  (t) => [index('addresses_user').on(t.userId, t.isDefault), index('addresses_company').on(t.companyId)],
);
