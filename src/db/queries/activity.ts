import { and, desc, eq, gte, lt, or } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { staffActivityLog, users } from '../schema/index.ts';

export interface ActivityRow {
  id: string;
  user: { id: string; name: string };
  action: string;
  subjectType: string;
  subjectId: string;
  requestId: string | null;
  data: Record<string, unknown>;
  createdAt: Date;
}

export interface ActivityFilter {
  companyId: string;
  userId?: string | undefined;
  action?: string | undefined;
  subjectType?: string | undefined;
  subjectId?: string | undefined;
  /** Inclusive. */
  from?: Date | undefined;
  /** Exclusive. */
  to?: Date | undefined;
  /** The last row of the page before. */
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

/** Newest first. */
export async function selectActivity(db: Db, filter: ActivityFilter): Promise<ActivityRow[]> {
  const log = staffActivityLog;
  const { companyId, userId, action, subjectType, subjectId, from, to, after, limit } = filter;
  return db
    .select({
      id: log.id,
      user: { id: users.id, name: users.name },
      action: log.action,
      subjectType: log.subjectType,
      subjectId: log.subjectId,
      requestId: log.requestId,
      data: log.data,
      createdAt: log.createdAt,
    })
    .from(log)
    .innerJoin(users, eq(users.id, log.userId))
    .where(
      and(
        eq(log.companyId, companyId),
        userId ? eq(log.userId, userId) : undefined,
        action ? eq(log.action, action) : undefined,
        subjectType ? eq(log.subjectType, subjectType) : undefined,
        subjectId ? eq(log.subjectId, subjectId) : undefined,
        from && gte(log.createdAt, from),
        to && lt(log.createdAt, to),
        after && or(lt(log.createdAt, after.at), and(eq(log.createdAt, after.at), lt(log.id, after.id))),
      ),
    )
    .orderBy(desc(log.createdAt), desc(log.id))
    .limit(limit);
}
