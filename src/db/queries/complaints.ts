import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, ne, not, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { Db } from '../client.ts';
import {
  bookings,
  complaints,
  type COMPLAINT_CATEGORIES,
  type COMPLAINT_STATUSES,
  type PRIORITY_BANDS,
  users,
} from '../schema/index.ts';
import { searchComplaints } from './complaint-search.ts';

export type ComplaintRow = typeof complaints.$inferSelect;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];
export type PriorityBand = (typeof PRIORITY_BANDS)[number];

/** With the names that people know the ids by. */
export interface ComplaintDetail extends ComplaintRow {
  customerName: string;
  assigneeName: string | null;
  bookingNumber: string | null;
}

/** One complaint of a company: by id or by number; with `onlyOf`, only if it is that customer's. */
export interface ComplaintKey {
  companyId: string;
  ref: { id: string } | { number: string };
  onlyOf?: string | undefined;
}

export const assignees = alias(users, 'assignees');

const isOne = ({ companyId, ref, onlyOf }: ComplaintKey) =>
  and(
    'id' in ref ? eq(complaints.id, ref.id) : eq(complaints.number, ref.number),
    eq(complaints.companyId, companyId),
    onlyOf === undefined ? undefined : eq(complaints.userId, onlyOf),
  );

export async function insertComplaint(db: Db, row: typeof complaints.$inferInsert): Promise<void> {
  await db.insert(complaints).values(row);
}

/** The row, locked until the transaction ends. */
export async function lockComplaint(db: Db, key: ComplaintKey): Promise<ComplaintRow | undefined> {
  const [row] = await db.select().from(complaints).where(isOne(key)).for('update');
  return row;
}

/** @param change of a row that the transaction has locked */
export async function saveComplaint(
  db: Db,
  id: string,
  change: Partial<Omit<ComplaintRow, 'id' | 'companyId'>>,
): Promise<void> {
  await db.update(complaints).set(change).where(eq(complaints.id, id));
}

const joined = (db: Db) =>
  db
    .select({
      complaint: complaints,
      customerName: users.name,
      assigneeName: assignees.name,
      bookingNumber: bookings.number,
    })
    .from(complaints)
    .innerJoin(users, eq(users.id, complaints.userId))
    .leftJoin(assignees, eq(assignees.id, complaints.assignedTo))
    .leftJoin(bookings, eq(bookings.id, complaints.bookingId));

const detailOf = ({ complaint, ...names }: Awaited<ReturnType<typeof joined>>[number]): ComplaintDetail => ({
  ...complaint,
  ...names,
});

export async function selectComplaint(db: Db, key: ComplaintKey): Promise<ComplaintDetail | undefined> {
  const [row] = await joined(db).where(isOne(key));
  return row && detailOf(row);
}

/** How many complaints the customer raised in [since, before], other than `exceptId`. */
export async function countComplaintsOf(
  db: Db,
  input: { companyId: string; userId: string; since: Date; before: Date; exceptId?: string | undefined },
): Promise<number> {
  return db.$count(
    complaints,
    and(
      eq(complaints.companyId, input.companyId),
      eq(complaints.userId, input.userId),
      gte(complaints.createdAt, input.since),
      lte(complaints.createdAt, input.before),
      input.exceptId === undefined ? undefined : ne(complaints.id, input.exceptId),
    ),
  );
}

/** What a customer complains about: their own booking, by id or number. */
export async function selectBookingOf(
  db: Db,
  input: { companyId: string; userId: string; ref: { id: string } | { number: string } },
): Promise<{ id: string; totalPaise: number } | undefined> {
  const [row] = await db
    .select({ id: bookings.id, totalPaise: bookings.totalPaise })
    .from(bookings)
    .where(
      and(
        'id' in input.ref ? eq(bookings.id, input.ref.id) : eq(bookings.number, input.ref.number),
        eq(bookings.companyId, input.companyId),
        eq(bookings.userId, input.userId),
      ),
    );
  return row;
}

const ACTIVE = ['open', 'in_progress', 'waiting_for_customer'] as const satisfies ComplaintStatus[];

/** The same question as `isOverdue` of the complaint policy. */
export const isOverdueAt = (now: Date) =>
  and(
    inArray(complaints.status, [...ACTIVE]),
    or(
      lt(complaints.resolutionDueAt, now),
      and(isNull(complaints.firstRespondedAt), lt(complaints.firstResponseDueAt, now)),
    ),
  ) as SQL;

export interface ComplaintFilter {
  companyId: string;
  userId?: string | undefined;
  status?: ComplaintStatus | undefined;
  band?: PriorityBand | undefined;
  category?: ComplaintCategory | undefined;
  /** `null`: nobody's. */
  assignedTo?: string | null | undefined;
  /** Overdue at `now`, or not. */
  overdue?: { is: boolean; now: Date } | undefined;
  /** Raised in [from, before). */
  from?: Date | undefined;
  before?: Date | undefined;
  /** Words of the description and the customer's name, or the start of the number: see `searchComplaints`. */
  text?: string | undefined;
}

const SORT_COLUMNS = {
  priority: complaints.priorityScore,
  createdAt: complaints.createdAt,
  resolutionDueAt: complaints.resolutionDueAt,
};
export interface ComplaintOrder {
  by: keyof typeof SORT_COLUMNS;
  descending: boolean;
  /** Sort value and id of the last row of the page before. */
  after?: { value: number | Date; id: string } | undefined;
}

/** Complaints in order, ties by id. One query; two to four when a text is searched for. */
export async function selectComplaints(
  db: Db,
  filter: ComplaintFilter,
  { by, descending, after }: ComplaintOrder,
  limit: number,
): Promise<ComplaintDetail[]> {
  const { companyId, text } = filter;
  const column = SORT_COLUMNS[by];
  const [direction, beyond, from] = descending ? ([desc, lt, lte] as const) : ([asc, gt, gte] as const);
  const orderBy = [direction(column), direction(complaints.id)];
  const beyondLast = and(
    // The first line is implied by the second: it is what the index can use.
    after && from(column, after.value),
    after && or(beyond(column, after.value), beyond(complaints.id, after.id)),
  );
  const where = and(matching(filter), beyondLast);
  if (text !== undefined) {
    const within = and(ofPeople(filter), beyondLast);
    const ids = await searchComplaints(db, { companyId, text, within, where, orderBy, limit });
    if (ids.length === 0) return [];
    const found = await joined(db)
      .where(inArray(complaints.id, ids))
      .orderBy(...orderBy)
      .limit(limit);
    return found.map(detailOf);
  }
  // The ids first: they come from the index alone, however deep in the list the page is.
  const page = db
    .select({ id: complaints.id })
    .from(complaints)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .as('page');
  const rows = await joined(db)
    .innerJoin(page, eq(page.id, complaints.id))
    .orderBy(...orderBy);
  return rows.map(detailOf);
}

const ofPeople = ({ companyId, userId, assignedTo }: ComplaintFilter): SQL | undefined =>
  and(
    eq(complaints.companyId, companyId),
    userId === undefined ? undefined : eq(complaints.userId, userId),
    assignedTo ? eq(complaints.assignedTo, assignedTo) : undefined,
  );

function matching(filter: ComplaintFilter): SQL | undefined {
  const { assignedTo, overdue } = filter;
  return and(
    ofPeople(filter),
    filter.status && eq(complaints.status, filter.status),
    filter.band && eq(complaints.priorityBand, filter.band),
    filter.category && eq(complaints.category, filter.category),
    assignedTo === null ? isNull(complaints.assignedTo) : undefined,
    overdue && (overdue.is ? isOverdueAt(overdue.now) : not(isOverdueAt(overdue.now))),
    filter.from && gte(complaints.createdAt, filter.from),
    filter.before && lt(complaints.createdAt, filter.before),
  );
}

export interface OverdueComplaint {
  complaint: ComplaintRow;
  lastEscalatedAt: Date | undefined;
}

/** Overdue complaints below a level, by id. One query. */
export async function selectOverdueComplaints(
  db: Db,
  input: { companyId: string; now: Date; belowLevel: number; afterId: string; limit: number },
): Promise<OverdueComplaint[]> {
  const rows = await db
    .select({ complaint: complaints, lastEscalatedAt: LAST_ESCALATION })
    .from(complaints)
    .where(
      and(
        eq(complaints.companyId, input.companyId),
        isOverdueAt(input.now),
        lt(complaints.escalationLevel, input.belowLevel),
        gt(complaints.id, input.afterId),
      ),
    )
    .orderBy(asc(complaints.id))
    .limit(input.limit);
  return rows.map(({ complaint, lastEscalatedAt }) => ({ complaint, lastEscalatedAt: lastEscalatedAt ?? undefined }));
}

// Named in full: in a subquery a bare `id` would be the update's own.
const LAST_ESCALATION = sql<Date | null>`(select max(u.created_at) from complaint_updates u
  where u.complaint_id = complaints.id and u.kind = 'escalation')`.mapWith(complaints.createdAt);
