import { asc, eq, inArray } from 'drizzle-orm';
import { localOf } from '#src/clock.ts';
import type { Database } from '#src/db/client.ts';
import * as table from '#src/db/schema/index.ts';
import type { TestCompany } from '#seeds/test-company.ts';
import type { Dialogue, Failure } from './dialogue-schema.ts';

/** Compares what a dialogue left in the database with what it must leave: nothing more, nothing less. */
export async function leftBehind(
  db: Database,
  company: TestCompany,
  userId: string,
  { leaves }: Dialogue,
): Promise<Failure[]> {
  const [bookings, complaints, handoffs] = await Promise.all([
    db
      .select()
      .from(table.bookings)
      .where(eq(table.bookings.userId, userId))
      .orderBy(asc(table.bookings.startsAt), asc(table.bookings.id)),
    db
      .select()
      .from(table.complaints)
      .where(eq(table.complaints.userId, userId))
      .orderBy(asc(table.complaints.createdAt)),
    db.select().from(table.handoffs).where(eq(table.handoffs.companyId, company.company.id)),
  ]);
  const ids = bookings.map((booking) => booking.id);
  const [items, refunds] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([
          db
            .select()
            .from(table.bookingItems)
            .where(inArray(table.bookingItems.bookingId, ids))
            .orderBy(asc(table.bookingItems.id)),
          db
            .select()
            .from(table.refunds)
            .where(inArray(table.refunds.bookingId, ids))
            .orderBy(asc(table.refunds.createdAt)),
        ]);
  const slugOf = new Map(company.allRateCards.map((card) => [card.id, card.slug]));
  const found = {
    bookings: bookings.map((booking) => ({
      at: localTime(booking.startsAt, company.company.timeZone),
      status: booking.status,
      items: items
        .filter((item) => item.bookingId === booking.id)
        .map((item) => ({
          service: slugOf.get(item.rateCardId) ?? '',
          quantity: item.quantity,
          cancelled: item.cancelledAt !== null,
        })),
      pincode: booking.pincode,
    })),
    refunds: refunds.map(({ percent, status }) => ({ percent, status })),
    complaints: complaints.map((complaint) => ({
      category: complaint.category,
      status: complaint.status,
      band: complaint.priorityBand,
      booking: complaint.bookingId !== null,
      escalated: complaint.escalationLevel > 0,
    })),
    handoffs: handoffs.map(({ reason }) => ({ reason })),
  };
  const names = Object.keys(found) as (keyof typeof found)[];
  return names.flatMap((name): Failure[] => {
    const wanted = name === 'bookings' ? leaves.bookings.toSorted((a, b) => a.at.localeCompare(b.at)) : leaves[name];
    if (matches(found[name], wanted)) return [];
    const message = `leaves ${name} ${JSON.stringify(found[name])} and not ${JSON.stringify(wanted)}`;
    return [{ kind: 'effect', turn: 0, message }];
  });
}

/** Lists must be equally long; of an object only the named fields count. */
function matches(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(found) && found.length === wanted.length && wanted.every((entry, i) => matches(found[i], entry))
    );
  if (typeof wanted === 'object' && wanted !== null)
    return Object.entries(wanted).every(([key, value]) => matches((found as Record<string, unknown>)[key], value));
  return found === wanted;
}

function localTime(instant: Date, timeZone: string): string {
  const { date, hour } = localOf(instant, timeZone);
  return `${date} ${String(hour).padStart(2, '0')}:00`;
}
