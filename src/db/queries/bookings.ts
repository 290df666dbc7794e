import { and, asc, desc, eq, gte, gt, inArray, isNull, like, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { bookingItems, bookings, providers, rateCards } from '../schema/index.ts';
import type { BookingStatus } from '../schema/bookings.ts';

export type BookingRow = typeof bookings.$inferSelect;
export type BookingItemRow = typeof bookingItems.$inferSelect;
export interface BookingWithItems extends BookingRow {
  provider: { name: string; rating: number };
  items: BookingItemRow[];
}

/** One booking: by its id or by the number that people use. */
export interface BookingKey {
  companyId: string;
  /** `bkg_…` or `NX-…`, ascii. */
  ref: string;
  /** Only if it is this user's. */
  onlyOf?: string | undefined;
}

const isBooking = ({ companyId, ref, onlyOf }: BookingKey) =>
  and(
    ref.startsWith('bkg_') ? eq(bookings.id, ref) : eq(bookings.number, ref),
    eq(bookings.companyId, companyId),
    onlyOf === undefined ? undefined : eq(bookings.userId, onlyOf),
  );

export async function insertBooking(
  db: Db,
  booking: typeof bookings.$inferInsert,
  items: (typeof bookingItems.$inferInsert)[],
): Promise<void> {
  await db.insert(bookings).values(booking);
  await db.insert(bookingItems).values(items);
}

async function withItems(
  db: Db,
  rows: { booking: BookingRow; provider: { name: string; rating: number } }[],
): Promise<BookingWithItems[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.booking.id);
  const items = await db
    .select()
    .from(bookingItems)
    .where(inArray(bookingItems.bookingId, ids))
    .orderBy(asc(bookingItems.id));
  const byBooking = Map.groupBy(items, (item) => item.bookingId);
  return rows.map(({ booking, provider }) => ({ ...booking, provider, items: byBooking.get(booking.id) ?? [] }));
}

const columns = { booking: bookings, provider: { name: providers.name, rating: providers.rating } };
const joined = (db: Db) =>
  db.select(columns).from(bookings).innerJoin(providers, eq(providers.id, bookings.providerId)).$dynamic();

/** One booking with its items. Two queries. */
export async function selectBooking(db: Db, key: BookingKey): Promise<BookingWithItems | undefined> {
  return (await withItems(db, await joined(db).where(isBooking(key))))[0];
}

/** The items of a booking in its order, those that were taken off included. */
export async function selectItemsOfBooking(db: Db, bookingId: string): Promise<BookingItemRow[]> {
  return db.select().from(bookingItems).where(eq(bookingItems.bookingId, bookingId)).orderBy(asc(bookingItems.id));
}

/** Marks items as taken off the visit; what they cost stays as it was charged. */
export async function cancelItemsOfBooking(
  db: Db,
  input: { bookingId: string; itemIds: string[]; refundId: string; cancelledAt: Date },
): Promise<void> {
  const { refundId, cancelledAt } = input;
  await db
    .update(bookingItems)
    .set({ refundId, cancelledAt })
    .where(and(eq(bookingItems.bookingId, input.bookingId), inArray(bookingItems.id, input.itemIds)));
}

/** The row alone, locked until the transaction ends. */
export async function lockBooking(db: Db, key: BookingKey): Promise<BookingRow | undefined> {
  const [row] = await db.select().from(bookings).where(isBooking(key)).for('update');
  return row;
}

/**
 * Writes the changes and the next version, if the booking still has the version that was read.
 * @returns whether it had
 */
export async function updateBooking(
  db: Db,
  row: Pick<BookingRow, 'id' | 'companyId' | 'version'>,
  changes: Partial<typeof bookings.$inferInsert>,
): Promise<boolean> {
  const [result] = await db
    .update(bookings)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(bookings.id, row.id), eq(bookings.companyId, row.companyId), eq(bookings.version, row.version)));
  return result.affectedRows === 1;
}

export interface BookingFilter {
  companyId: string;
  /** Only this user's. */
  onlyOf?: string | undefined;
  userId?: string | undefined;
  statuses?: readonly BookingStatus[] | undefined;
  pincode?: string | undefined;
  /** Start of the slot, from inclusive to exclusive. */
  from?: Date | undefined;
  to?: Date | undefined;
  /** Beginning of the number, upper case letters, digits and hyphens. */
  numberPrefix?: string | undefined;
  sort: { by: 'startsAt' | 'createdAt'; descending: boolean };
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

/**
 * Bookings in the order of `sort`, then of the id. Two queries. The ids of the page come first, from the index alone:
 * asked for whole rows, MariaDB walks through all that come before the page.
 */
export async function selectBookings(db: Db, filter: BookingFilter): Promise<BookingWithItems[]> {
  const { after, sort, statuses } = filter;
  const column = bookings[sort.by];
  const order = sort.descending ? desc : asc;
  const beyond = sort.descending ? lt : gt;
  const page = db
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.companyId, filter.companyId),
        filter.onlyOf === undefined ? undefined : eq(bookings.userId, filter.onlyOf),
        filter.userId === undefined ? undefined : eq(bookings.userId, filter.userId),
        statuses === undefined ? undefined : inArray(bookings.status, [...statuses]),
        filter.pincode === undefined ? undefined : eq(bookings.pincode, filter.pincode),
        filter.from && gte(bookings.startsAt, filter.from),
        filter.to && lt(bookings.startsAt, filter.to),
        filter.numberPrefix === undefined ? undefined : like(bookings.number, `${filter.numberPrefix}%`),
        // The first condition says no more than the second, in a form that an index range is made of.
        after && (sort.descending ? lte : gte)(column, after.at),
        after && or(beyond(column, after.at), and(eq(column, after.at), beyond(bookings.id, after.id))),
      ),
    )
    .orderBy(order(column), order(bookings.id))
    .limit(filter.limit)
    .as('page');
  const rows = await db
    .select(columns)
    .from(page)
    .innerJoin(bookings, eq(bookings.id, page.id))
    .innerJoin(providers, eq(providers.id, bookings.providerId))
    .orderBy(order(column), order(bookings.id));
  return withItems(db, rows);
}

export async function selectBookingByHold(
  db: Db,
  companyId: string,
  holdId: string,
): Promise<BookingWithItems | undefined> {
  const rows = await joined(db).where(and(eq(bookings.holdId, holdId), eq(bookings.companyId, companyId)));
  return (await withItems(db, rows))[0];
}

/** The kinds of work that are left in a booking, each once. */
export async function selectSubcategoriesOfBooking(db: Db, bookingId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: rateCards.subcategoryId })
    .from(bookingItems)
    .innerJoin(rateCards, eq(rateCards.id, bookingItems.rateCardId))
    .where(and(eq(bookingItems.bookingId, bookingId), isNull(bookingItems.cancelledAt)));
  return rows.map((row) => row.id);
}

/** Takes one more rating into a provider's mean. */
export async function addProviderRating(
  db: Db,
  input: { companyId: string; providerId: string; rating: number },
): Promise<void> {
  await db
    .update(providers)
    .set({
      // Assigned from left to right: the mean still sees the old sum and count.
      rating: sql`round((${providers.ratingSum} + ${input.rating}) / (${providers.ratingCount} + 1), 2)`,
      ratingSum: sql`${providers.ratingSum} + ${input.rating}`,
      ratingCount: sql`${providers.ratingCount} + 1`,
      version: sql`${providers.version} + 1`,
    })
    .where(and(eq(providers.id, input.providerId), eq(providers.companyId, input.companyId)));
}

/** Counts one more finished job. */
export async function addProviderJob(db: Db, input: { companyId: string; providerId: string }): Promise<void> {
  await db
    .update(providers)
    .set({ jobsCompleted: sql`${providers.jobsCompleted} + 1`, version: sql`${providers.version} + 1` })
    .where(and(eq(providers.id, input.providerId), eq(providers.companyId, input.companyId)));
}
