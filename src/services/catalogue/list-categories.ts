import type { CategoryRow } from '#src/db/queries/catalogue.ts';
import type { Visitor } from '../visitor.ts';
import { getCatalogue } from './get-catalogue.ts';

export interface CategorySummary {
  category: CategoryRow;
  subcategories: number;
  services: number;
}

/** The kinds of work on offer, in the company's order. No query: the catalogue is cached. */
export async function listCategories(ctx: Visitor): Promise<CategorySummary[]> {
  const catalogue = await getCatalogue(ctx);
  return catalogue.categories.map((category) => {
    const families = catalogue.subcategoriesOf(category.id);
    const services = families.reduce((sum, family) => sum + catalogue.rateCardsOf(family.id).length, 0);
    return { category, subcategories: families.length, services };
  });
}
