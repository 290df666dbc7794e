import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { categories, rateCards, subcategories } from '../schema/index.ts';

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
