import { and, desc, eq, inArray, lt, lte, or } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { bookings, refunds } from '../schema/index.ts';

export type RefundRow = typeof refunds.$inferSelect;
export interface RefundOfBooking extends RefundRow {
  booking: { number: string; userId: string };
}

const columns = { refund: refunds, booking: { number: bookings.number, userId: bookings.userId } };
const joined = (db: Db) =>
  db.select(columns).from(refunds).innerJoin(bookings, eq(bookings.id, refunds.bookingId)).$dynamic();

export async function insertRefund(db: Db, refund: typeof refunds.$inferInsert): Promise<void> {
  await db.insert(refunds).values(refund);
}

/** What was granted for a booking so far, in order; few rows. */
export async function selectRefundsOfBooking(
  db: Db,
  input: { companyId: string; bookingId: string },
): Promise<RefundRow[]> {
  return db
    .select()
    .from(refunds)
    .where(and(eq(refunds.bookingId, input.bookingId), eq(refunds.companyId, input.companyId)))
    .orderBy(refunds.createdAt, refunds.id);
}

export interface RefundFilter {
  companyId: string;
  /** Only those of this user's bookings. */
  onlyOf?: string | undefined;
  status?: RefundRow['status'] | undefined;
  bookingId?: string | undefined;
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

/** Refunds, latest first. The ids of the page come first, from the index alone. */
export async function selectRefunds(db: Db, filter: RefundFilter): Promise<RefundOfBooking[]> {
  const { after } = filter;
  const own = (userId: string) => db.select({ id: bookings.id }).from(bookings).where(eq(bookings.userId, userId));
  const page = db
    .select({ id: refunds.id })
    .from(refunds)
    .where(
      and(
        eq(refunds.companyId, filter.companyId),
        filter.onlyOf === undefined ? undefined : inArray(refunds.bookingId, own(filter.onlyOf)),
        filter.status && eq(refunds.status, filter.status),
        filter.bookingId === undefined ? undefined : eq(refunds.bookingId, filter.bookingId),
        after && lte(refunds.createdAt, after.at),
        after && or(lt(refunds.createdAt, after.at), and(eq(refunds.createdAt, after.at), lt(refunds.id, after.id))),
      ),
    )
    .orderBy(desc(refunds.createdAt), desc(refunds.id))
    .limit(filter.limit)
    .as('page');
  const rows = await db
    .select(columns)
    .from(page)
    .innerJoin(refunds, eq(refunds.id, page.id))
    .innerJoin(bookings, eq(bookings.id, refunds.bookingId))
    .orderBy(desc(refunds.createdAt), desc(refunds.id));
  return rows.map(({ refund, booking }) => ({ ...refund, booking }));
}

/** One refund; with `onlyOf` only if it is of one of this user's bookings. */
export async function selectRefund(
  db: Db,
  { companyId, id, onlyOf }: { companyId: string; id: string; onlyOf: string | undefined },
): Promise<RefundOfBooking | undefined> {
  const mine = onlyOf === undefined ? undefined : eq(bookings.userId, onlyOf);
  const [row] = await joined(db).where(and(eq(refunds.id, id), eq(refunds.companyId, companyId), mine));
  return row && { ...row.refund, booking: row.booking };
}

/** One refund, locked until the transaction ends. */
export async function lockRefund(db: Db, companyId: string, id: string): Promise<RefundOfBooking | undefined> {
  const [row] = await joined(db)
    .where(and(eq(refunds.id, id), eq(refunds.companyId, companyId)))
    .for('update');
  return row && { ...row.refund, booking: row.booking };
}

/** Decides about a refund that waits. @returns whether it waited */
export async function decideRefund(
  db: Db,
  refund: Pick<RefundRow, 'id' | 'companyId'>,
  decision: Pick<RefundRow, 'decidedBy' | 'decidedAt' | 'decisionReason'> & { status: 'approved' | 'rejected' },
): Promise<boolean> {
  const [result] = await db
    .update(refunds)
    .set(decision)
    .where(
      and(
        eq(refunds.id, refund.id),
        eq(refunds.companyId, refund.companyId),
        eq(refunds.status, 'waiting_for_approval'),
      ),
    );
  return result.affectedRows === 1;
}
