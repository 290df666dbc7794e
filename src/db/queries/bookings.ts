import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { bookingItems, bookings, providers } from '../schema/index.ts';

export type BookingRow = typeof bookings.$inferSelect;
export type BookingItemRow = typeof bookingItems.$inferSelect;
export interface BookingWithItems extends BookingRow {
  provider: { name: string; rating: number };
  items: BookingItemRow[];
}

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
  return rows.map(({ booking, provider }) => ({
    ...booking,
    provider,
    items: items.filter((item) => item.bookingId === booking.id),
  }));
}

const columns = { booking: bookings, provider: { name: providers.name, rating: providers.rating } };

/** A customer's bookings, latest start first. Two queries. */
export async function selectBookingsOfUser(
  db: Db,
  input: { companyId: string; userId: string; limit: number },
): Promise<BookingWithItems[]> {
  const rows = await db
    .select(columns)
    .from(bookings)
    .innerJoin(providers, eq(providers.id, bookings.providerId))
    .where(and(eq(bookings.userId, input.userId), eq(bookings.companyId, input.companyId)))
    .orderBy(desc(bookings.startsAt), desc(bookings.id))
    .limit(input.limit);
  return withItems(db, rows);
}

export async function selectBookingByHold(
  db: Db,
  companyId: string,
  holdId: string,
): Promise<BookingWithItems | undefined> {
  const rows = await db
    .select(columns)
    .from(bookings)
    .innerJoin(providers, eq(providers.id, bookings.providerId))
    .where(and(eq(bookings.holdId, holdId), eq(bookings.companyId, companyId)));
  return (await withItems(db, rows))[0];
}

export async function selectBookingByNumber(
  db: Db,
  companyId: string,
  number: string,
): Promise<BookingWithItems | undefined> {
  const rows = await db
    .select(columns)
    .from(bookings)
    .innerJoin(providers, eq(providers.id, bookings.providerId))
    .where(and(eq(bookings.companyId, companyId), eq(bookings.number, number)));
  return (await withItems(db, rows))[0];
}
