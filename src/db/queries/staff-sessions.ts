import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { staffSessions, users } from '../schema/index.ts';

export interface StaffSessionRow {
  id: string;
  user: { id: string; name: string };
  ip: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

const { id, ip, userAgent, createdAt, lastSeenAt, expiresAt, revokedAt } = staffSessions;
const columns = {
  ...{ id, ip, userAgent, createdAt, lastSeenAt, expiresAt, revokedAt },
  user: { id: users.id, name: users.name },
};

/** Those that still run, newest first. */
export async function selectStaffSessions(
  db: Db,
  filter: {
    companyId: string;
    userId: string | undefined;
    now: Date;
    beforeId: string | undefined;
    limit: number;
  },
): Promise<StaffSessionRow[]> {
  const { companyId, userId, now, beforeId, limit } = filter;
  return db
    .select(columns)
    .from(staffSessions)
    .innerJoin(users, eq(users.id, staffSessions.userId))
    .where(
      and(
        eq(staffSessions.companyId, companyId),
        userId === undefined ? undefined : eq(staffSessions.userId, userId),
        isNull(revokedAt),
        gt(expiresAt, now),
        beforeId === undefined ? undefined : lt(id, beforeId),
      ),
    )
    .orderBy(desc(id))
    .limit(limit);
}

/** Also one that has ended. */
export async function selectStaffSession(
  db: Db,
  companyId: string,
  sessionId: string,
): Promise<StaffSessionRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(staffSessions)
    .innerJoin(users, eq(users.id, staffSessions.userId))
    .where(and(eq(id, sessionId), eq(staffSessions.companyId, companyId)));
  return row;
}
