import { and, asc, count, desc, eq, gt, ne } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { bookingItems, bookings, categories, rateCards, subcategories } from '../schema/index.ts';

export type CategoryRow = typeof categories.$inferSelect;
export type SubcategoryRow = typeof subcategories.$inferSelect;
export type RateCardRow = typeof rateCards.$inferSelect;

/** A company's whole active catalogue: three queries at once. */
export async function selectCatalogue(db: Db, companyId: string) {
  const [categoryRows, subcategoryRows, rateCardRows] = await Promise.all([
    db
      .select()
      .from(categories)
      .where(and(eq(categories.companyId, companyId), eq(categories.isActive, true)))
      .orderBy(asc(categories.sortOrder)),
    db
      .select()
      .from(subcategories)
      .where(and(eq(subcategories.companyId, companyId), eq(subcategories.isActive, true)))
      .orderBy(asc(subcategories.sortOrder)),
    db
      .select()
      .from(rateCards)
      .where(and(eq(rateCards.companyId, companyId), eq(rateCards.isActive, true)))
      .orderBy(asc(rateCards.pricePaise), asc(rateCards.id)),
  ]);
  return { categories: categoryRows, subcategories: subcategoryRows, rateCards: rateCardRows };
}

/** Services of a company, inactive ones included, by slug. Reads along the unique key of company and slug. */
export async function selectRateCards(
  db: Db,
  input: {
    companyId: string;
    isActive?: boolean | undefined;
    subcategoryId?: string | undefined;
    afterSlug?: string | undefined;
    limit: number;
  },
): Promise<RateCardRow[]> {
  return db
    .select()
    .from(rateCards)
    .where(
      and(
        eq(rateCards.companyId, input.companyId),
        input.isActive === undefined ? undefined : eq(rateCards.isActive, input.isActive),
        input.subcategoryId === undefined ? undefined : eq(rateCards.subcategoryId, input.subcategoryId),
        input.afterSlug === undefined ? undefined : gt(rateCards.slug, input.afterSlug),
      ),
    )
    .orderBy(asc(rateCards.slug))
    .limit(input.limit);
}

/** Locked until the transaction ends. */
export async function lockRateCard(db: Db, companyId: string, id: string): Promise<RateCardRow | undefined> {
  const [row] = await db
    .select()
    .from(rateCards)
    .where(and(eq(rateCards.id, id), eq(rateCards.companyId, companyId)))
    .for('update');
  return row;
}

export async function updateRateCard(db: Db, row: RateCardRow): Promise<void> {
  const { id, companyId, createdAt: _createdAt, ...values } = row;
  await db
    .update(rateCards)
    .set(values)
    .where(and(eq(rateCards.id, id), eq(rateCards.companyId, companyId)));
}

/**
 * How often services were booked in the latest `bookings` completed jobs of a company or, with `userId`, in the
 * latest that a customer has not cancelled.
 */
export async function selectServiceCounts(
  db: Db,
  input: { companyId: string; userId?: string; bookings: number },
): Promise<{ rateCardId: string; count: number }[]> {
  const whose = input.userId
    ? and(eq(bookings.userId, input.userId), ne(bookings.status, 'cancelled'))
    : eq(bookings.status, 'completed');
  const latest = db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.companyId, input.companyId), whose))
    .orderBy(desc(bookings.startsAt))
    .limit(input.bookings)
    .as('latest');
  return db
    .select({ rateCardId: bookingItems.rateCardId, count: count() })
    .from(latest)
    .innerJoin(bookingItems, eq(bookingItems.bookingId, latest.id))
    .groupBy(bookingItems.rateCardId);
}
