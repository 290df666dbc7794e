import type { CategoryRow, SubcategoryRow } from '#src/db/queries/catalogue.ts';
import { AppError } from '#src/errors.ts';
import type { Visitor } from '../visitor.ts';
import { byIdOrSlug } from './find-service.ts';
import { getCatalogue } from './get-catalogue.ts';

export interface SubcategorySummary {
  subcategory: SubcategoryRow;
  category: CategoryRow;
  services: number;
  /** Of its cheapest service, discount taken off; before visiting charge and tax. */
  fromPaise: number | undefined;
}

/**
 * What a category consists of, in the company's order. No query: the catalogue is cached.
 * @param name id or slug of the category
 * @throws AppError not-found
 */
export async function listSubcategories(ctx: Visitor, name: string): Promise<SubcategorySummary[]> {
  const catalogue = await getCatalogue(ctx);
  const category = byIdOrSlug(catalogue.categories, name);
  if (!category) throw new AppError({ code: 'not-found', detail: 'There is no such category.' });
  return catalogue.subcategoriesOf(category.id).map((subcategory) => {
    const prices = catalogue.rateCardsOf(subcategory.id).map(netPaise);
    const fromPaise = prices.length > 0 ? Math.min(...prices) : undefined;
    return { subcategory, category, services: prices.length, fromPaise };
  });
}

/** Price of one unit with its discount, rounded as `priceOf` does. */
export function netPaise(card: { pricePaise: number; discountPercent: number }): number {
  return card.pricePaise - Math.round((card.pricePaise * card.discountPercent) / 100);
}
