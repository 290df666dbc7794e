import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { providers, providerServices, slotHolds } from '../schema/index.ts';

export interface ProviderRef {
  id: string;
  name: string;
  rating: number;
}

const isActive = (companyId: string) =>
  and(
    eq(providers.id, providerServices.providerId),
    eq(providers.companyId, companyId),
    eq(providers.status, 'active'),
  );

/** Active providers who do all of the subcategories and work at a pincode, best rated first. */
export async function selectProvidersDoing(
  db: Db,
  input: { companyId: string; subcategoryIds: readonly string[]; pincode: string },
): Promise<ProviderRef[]> {
  return db
    .select({ id: providers.id, name: providers.name, rating: providers.rating })
    .from(providerServices)
    .innerJoin(providers, isActive(input.companyId))
    .where(
      and(
        eq(providerServices.pincode, input.pincode),
        inArray(providerServices.subcategoryId, [...input.subcategoryIds]),
      ),
    )
    .groupBy(providers.id, providers.name, providers.rating)
    .having(eq(count(), input.subcategoryIds.length))
    .orderBy(desc(providers.rating), asc(providers.id));
}

const MANY_PROVIDERS = 30;

export interface TakenHour {
  providerId: string;
  hour: Date;
}

/** Hours in [from, to) that are booked, or held at `now`, for any of the providers. */
export async function selectTakenHours(
  db: Db,
  input: {
    providerIds: string[];
    from: Date;
    to: Date;
    now: Date;
    /** Hours of this hold, or of this booking, count as free. */
    exceptHoldId?: string | undefined;
    exceptBookingId?: string | undefined;
  },
): Promise<TakenHour[]> {
  if (input.providerIds.length === 0) return [];
  // A look-up for each of many providers costs more than reading the hours of these days.
  const hint = input.providerIds.length > MANY_PROVIDERS ? { forceIndex: 'slot_holds_hour' } : {};
  return db
    .select({ providerId: slotHolds.providerId, hour: slotHolds.hour })
    .from(slotHolds, hint)
    .where(
      and(
        inArray(slotHolds.providerId, input.providerIds),
        gte(slotHolds.hour, input.from),
        lt(slotHolds.hour, input.to),
        or(isNull(slotHolds.expiresAt), gt(slotHolds.expiresAt, input.now)),
        input.exceptHoldId ? sql`${slotHolds.holdId} <> ${input.exceptHoldId}` : undefined,
        input.exceptBookingId
          ? or(isNull(slotHolds.bookingId), ne(slotHolds.bookingId, input.exceptBookingId))
          : undefined,
      ),
    );
}

/** Frees the hours of this provider whose hold has run out, so that they can be taken again. */
export async function deleteExpiredHolds(db: Db, providerId: string, hours: Date[], now: Date): Promise<void> {
  await db
    .delete(slotHolds)
    .where(and(eq(slotHolds.providerId, providerId), inArray(slotHolds.hour, hours), lte(slotHolds.expiresAt, now)));
}

/** Takes the hours. A duplicate key means that somebody else has one of them. */
export async function insertHold(
  db: Db,
  hold: {
    holdId: string;
    companyId: string;
    providerId: string;
    holderId: string;
    hours: Date[];
    /** One of the two: hours are held for a while, or booked. */
    expiresAt?: Date;
    bookingId?: string;
  },
): Promise<void> {
  const { hours, ...rest } = hold;
  await db.insert(slotHolds).values(hours.map((hour) => ({ ...rest, hour })));
}

export type HoldRow = typeof slotHolds.$inferSelect;

/** The rows of a hold, locked until the transaction ends. */
export async function lockHold(db: Db, holdId: string): Promise<HoldRow[]> {
  return db.select().from(slotHolds).where(eq(slotHolds.holdId, holdId)).orderBy(asc(slotHolds.hour)).for('update');
}

/** The hours of a hold, first to last, with their professional. */
export async function selectHold(
  db: Db,
  companyId: string,
  holdId: string,
): Promise<{ hour: Date; expiresAt: Date | null; provider: ProviderRef }[]> {
  return db
    .select({
      hour: slotHolds.hour,
      expiresAt: slotHolds.expiresAt,
      provider: { id: providers.id, name: providers.name, rating: providers.rating },
    })
    .from(slotHolds)
    .innerJoin(providers, eq(providers.id, slotHolds.providerId))
    .where(and(eq(slotHolds.holdId, holdId), eq(slotHolds.companyId, companyId)))
    .orderBy(asc(slotHolds.hour));
}

export async function bookHold(db: Db, holdId: string, bookingId: string): Promise<void> {
  await db.update(slotHolds).set({ bookingId, expiresAt: null }).where(eq(slotHolds.holdId, holdId));
}

/** Releases a hold that has not become a booking. @returns whether there was one */
export async function deleteHold(db: Db, holdId: string, holderId: string): Promise<boolean> {
  const [result] = await db
    .delete(slotHolds)
    .where(and(eq(slotHolds.holdId, holdId), eq(slotHolds.holderId, holderId), isNull(slotHolds.bookingId)));
  return result.affectedRows > 0;
}

/** Frees the hours of a booking: all, or those from `from` on. */
export async function deleteHoursOfBooking(db: Db, bookingId: string, from?: Date): Promise<void> {
  await db.delete(slotHolds).where(and(eq(slotHolds.bookingId, bookingId), from && gte(slotHolds.hour, from)));
}
