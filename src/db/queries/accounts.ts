import { and, desc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Db, Transaction } from '../client.ts';
import { accountTokens, bookings, refreshTokens, staffSessions } from '../schema/index.ts';

export type RefreshTokenRow = typeof refreshTokens.$inferSelect;

export async function insertRefreshToken(db: Db, token: typeof refreshTokens.$inferInsert): Promise<void> {
  await db.insert(refreshTokens).values(token);
}

/** Two uses of one token at once wait for each other here. */
export async function lockRefreshToken(
  tx: Transaction,
  companyId: string,
  tokenHash: string,
): Promise<RefreshTokenRow | undefined> {
  const [row] = await tx
    .select()
    .from(refreshTokens)
    .where(and(eq(refreshTokens.tokenHash, tokenHash), eq(refreshTokens.companyId, companyId)))
    .for('update');
  return row;
}

export async function markRefreshTokenUsed(db: Db, companyId: string, id: string, at: Date): Promise<void> {
  await db
    .update(refreshTokens)
    .set({ usedAt: at })
    .where(and(eq(refreshTokens.id, id), eq(refreshTokens.companyId, companyId)));
}

export interface SessionsOf {
  companyId: string;
  userId: string;
  /** This session alone. */
  only?: string | undefined;
  /** All but this session. */
  except?: string | undefined;
}

/** @returns the ids of the sessions that ended by this */
export async function revokeSessionsOf(
  tx: Transaction,
  { companyId, userId, only, except }: SessionsOf,
  at: Date,
): Promise<string[]> {
  const which = and(
    eq(refreshTokens.userId, userId),
    eq(refreshTokens.companyId, companyId),
    isNull(refreshTokens.revokedAt),
    only === undefined ? undefined : eq(refreshTokens.familyId, only),
    except === undefined ? undefined : ne(refreshTokens.familyId, except),
  );
  const families = await tx.selectDistinct({ id: refreshTokens.familyId }).from(refreshTokens).where(which);
  if (families.length === 0) return [];
  await tx.update(refreshTokens).set({ revokedAt: at }).where(which);
  await tx
    .update(staffSessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(staffSessions.userId, userId),
        eq(staffSessions.companyId, companyId),
        isNull(staffSessions.revokedAt),
        only === undefined ? undefined : eq(staffSessions.id, only),
        except === undefined ? undefined : ne(staffSessions.id, except),
      ),
    );
  return families.map((family) => family.id);
}

/** A session is over when it has no refresh token that could still be used. */
export async function isFamilyRevoked(db: Db, familyId: string): Promise<boolean> {
  const [live] = await db
    .select({ id: refreshTokens.id })
    .from(refreshTokens)
    .where(and(eq(refreshTokens.familyId, familyId), isNull(refreshTokens.revokedAt)))
    .limit(1);
  return live === undefined;
}

export async function insertStaffSession(db: Db, session: typeof staffSessions.$inferInsert): Promise<void> {
  await db.insert(staffSessions).values(session);
}

export async function touchStaffSession(
  db: Db,
  session: { companyId: string; id: string; lastSeenAt: Date; expiresAt: Date },
): Promise<void> {
  const { companyId, id, lastSeenAt, expiresAt } = session;
  await db
    .update(staffSessions)
    .set({ lastSeenAt, expiresAt })
    .where(and(eq(staffSessions.id, id), eq(staffSessions.companyId, companyId)));
}

export type AccountTokenRow = typeof accountTokens.$inferSelect;
export type TokenPurpose = AccountTokenRow['purpose'];

export async function insertAccountToken(tx: Transaction, token: typeof accountTokens.$inferInsert): Promise<void> {
  await tx.insert(accountTokens).values(token);
}

export async function lockAccountToken(
  tx: Transaction,
  where: { companyId: string; purpose: TokenPurpose; tokenHash: string },
): Promise<AccountTokenRow | undefined> {
  const [row] = await tx
    .select()
    .from(accountTokens)
    .where(
      and(
        eq(accountTokens.tokenHash, where.tokenHash),
        eq(accountTokens.companyId, where.companyId),
        eq(accountTokens.purpose, where.purpose),
      ),
    )
    .for('update');
  return row;
}

/** Those that nobody has used, the latest first. */
export async function selectOpenAccountTokens(
  db: Db,
  { companyId, userId, purpose }: { companyId: string; userId: string; purpose: TokenPurpose },
): Promise<AccountTokenRow[]> {
  return db
    .select()
    .from(accountTokens)
    .where(
      and(
        eq(accountTokens.userId, userId),
        eq(accountTokens.purpose, purpose),
        isNull(accountTokens.usedAt),
        eq(accountTokens.companyId, companyId),
      ),
    )
    .orderBy(desc(accountTokens.createdAt), desc(accountTokens.id));
}

/** When tokens of this purpose have been made since, the latest first, used ones included. */
export async function selectTokenTimes(
  db: Db,
  of: { companyId: string; userId: string; purpose: TokenPurpose; since: Date },
): Promise<Date[]> {
  const rows = await db
    .select({ at: accountTokens.createdAt })
    .from(accountTokens)
    .where(
      and(
        eq(accountTokens.userId, of.userId),
        eq(accountTokens.purpose, of.purpose),
        eq(accountTokens.companyId, of.companyId),
        gte(accountTokens.createdAt, of.since),
      ),
    )
    .orderBy(desc(accountTokens.createdAt));
  return rows.map((row) => row.at);
}

export async function countWrongGuess(tx: Transaction, companyId: string, id: string): Promise<void> {
  await tx
    .update(accountTokens)
    .set({ attempts: sql`${accountTokens.attempts} + 1` })
    .where(and(eq(accountTokens.id, id), eq(accountTokens.companyId, companyId)));
}

/** Nothing that was sent for these purposes works any more. */
export async function voidAccountTokens(
  tx: Transaction,
  of: { companyId: string; userId: string; purposes: TokenPurpose[] },
  at: Date,
): Promise<void> {
  await tx
    .update(accountTokens)
    .set({ usedAt: at })
    .where(
      and(
        eq(accountTokens.userId, of.userId),
        inArray(accountTokens.purpose, of.purposes),
        isNull(accountTokens.usedAt),
        eq(accountTokens.companyId, of.companyId),
      ),
    );
}

/** Bookings that have not ended in one way or another. */
export async function countOpenBookings(db: Db, of: { companyId: string; userId: string }): Promise<number> {
  return db.$count(
    bookings,
    and(
      eq(bookings.userId, of.userId),
      eq(bookings.companyId, of.companyId),
      inArray(bookings.status, ['pending', 'confirmed', 'in_progress']),
    ),
  );
}
