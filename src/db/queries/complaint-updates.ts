import { and, asc, eq, gt, gte, inArray, max, or, sql } from 'drizzle-orm';
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

export async function selectComplaintUpdate(
  db: Db,
  companyId: string,
  id: string,
): Promise<ComplaintUpdateRow | undefined> {
  const [row] = await db
    .select()
    .from(complaintUpdates)
    .where(and(eq(complaintUpdates.id, id), eq(complaintUpdates.companyId, companyId)));
  return row;
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

/** The latest that the customer can read on each of the complaints. One query. */
export async function selectLatestUpdates(
  db: Db,
  { companyId, complaintIds }: { companyId: string; complaintIds: readonly string[] },
): Promise<ComplaintUpdateRow[]> {
  if (complaintIds.length === 0) return [];
  const place = sql<number>`row_number() over (partition by ${complaintUpdates.complaintId}
    order by ${complaintUpdates.createdAt} desc, ${complaintUpdates.id} desc)`.as('place');
  const ranked = db
    .select({ id: complaintUpdates.id, place })
    .from(complaintUpdates)
    .where(
      and(
        inArray(complaintUpdates.complaintId, [...complaintIds]),
        eq(complaintUpdates.companyId, companyId),
        eq(complaintUpdates.isInternal, false),
      ),
    )
    .as('ranked');
  const rows = await db
    .select({ update: complaintUpdates })
    .from(ranked)
    .innerJoin(complaintUpdates, eq(complaintUpdates.id, ranked.id))
    .where(eq(ranked.place, 1));
  return rows.map(({ update }) => update);
}
