import { index, int, json, mysqlEnum, mysqlTable, primaryKey, smallint, uniqueIndex } from 'drizzle-orm/mysql-core';
import { companyId, createdAt, id, instant, key } from './columns.ts';
import { companies } from './companies.ts';
import { users } from './users.ts';

/** Rotating refresh tokens. One sign-in is a family: using a token twice revokes the whole of it. */
export const refreshTokens = mysqlTable(
  'refresh_tokens',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: key('user_id')
      .notNull()
      .references(() => users.id),
    familyId: key('family_id').notNull(),
    /** SHA-256, base64url: the token itself is known to its holder only. */
    tokenHash: key('token_hash', 43).notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('refresh_tokens_hash').on(t.tokenHash),
    index('refresh_tokens_family').on(t.familyId),
    index('refresh_tokens_user').on(t.userId, t.revokedAt),
    index('refresh_tokens_expires').on(t.expiresAt),
  ],
);

/** Single-use secrets that were sent to somebody: a password reset, a verification. */
export const accountTokens = mysqlTable(
  'account_tokens',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: key('user_id')
      .notNull()
      .references(() => users.id),
    purpose: mysqlEnum('purpose', ['password_reset', 'email_verification', 'phone_verification']).notNull(),
    /** SHA-256 of the token, or of user id and code. */
    tokenHash: key('token_hash', 43).notNull(),
    /** Wrong guesses so far, of codes that are short enough to guess. */
    attempts: smallint('attempts').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('account_tokens_hash').on(t.tokenHash),
    index('account_tokens_user').on(t.userId, t.purpose, t.usedAt),
    index('account_tokens_expires').on(t.expiresAt),
  ],
);

/** The answers of creates that carried an `Idempotency-Key`: the same key and body get the same answer again. */
export const idempotencyKeys = mysqlTable(
  'idempotency_keys',
  {
    companyId: companyId().references(() => companies.id),
    actorId: key('actor_id').notNull(),
    idempotencyKey: key('idempotency_key', 128).notNull(),
    /** `POST /api/v1/bookings`. */
    route: key('route', 128).notNull(),
    /** SHA-256 of the body. */
    bodyHash: key('body_hash', 43).notNull(),
    /** Null while the first request is being worked on. */
    status: int('status'),
    response: json('response').$type<unknown>(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'idempotency_keys_pk', columns: [t.companyId, t.actorId, t.idempotencyKey] }),
    index('idempotency_keys_expires').on(t.expiresAt),
  ],
);
