import { and, asc, eq, gt, gte, max, or } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { complaintUpdates, users } from '../schema/index.ts';

export type ComplaintUpdateRow = typeof complaintUpdates.$inferSelect;
export interface ComplaintUpdateDetail extends ComplaintUpdateRow {
  /** Null when the system wrote it. */
  authorName: string | null;
}

export async function insertComplaintUpdate(db: Db, row: ComplaintUpdateRow): Promise<void> {
  await db.insert(complaintUpdates).values(row);
}

/** When the complaint went up a level last. */
export async function selectLastEscalation(
  db: Db,
  input: { companyId: string; complaintId: string },
): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: max(complaintUpdates.createdAt) })
    .from(complaintUpdates)
    .where(
      and(
        eq(complaintUpdates.complaintId, input.complaintId),
        eq(complaintUpdates.companyId, input.companyId),
        eq(complaintUpdates.kind, 'escalation'),
      ),
    );
  return row?.at ?? undefined;
}

/** What was written on a complaint, oldest first; internal notes only on demand. One query. */
export async function selectComplaintUpdates(
  db: Db,
  input: {
    companyId: string;
    complaintId: string;
    withInternal: boolean;
    after?: { createdAt: Date; id: string } | undefined;
    limit: number;
  },
): Promise<ComplaintUpdateDetail[]> {
  const { after } = input;
  const rows = await db
    .select({ update: complaintUpdates, authorName: users.name })
    .from(complaintUpdates)
    .leftJoin(users, eq(users.id, complaintUpdates.authorId))
    .where(
      and(
        eq(complaintUpdates.complaintId, input.complaintId),
        eq(complaintUpdates.companyId, input.companyId),
        input.withInternal ? undefined : eq(complaintUpdates.isInternal, false),
        after && gte(complaintUpdates.createdAt, after.createdAt),
        after && or(gt(complaintUpdates.createdAt, after.createdAt), gt(complaintUpdates.id, after.id)),
      ),
    )
    .orderBy(asc(complaintUpdates.createdAt), asc(complaintUpdates.id))
    .limit(input.limit);
  return rows.map(({ update, authorName }) => ({ ...update, authorName }));
}
