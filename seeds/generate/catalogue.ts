import type { CategoryRow, RateCardRow, SubcategoryRow } from '#src/db/queries/catalogue.ts';
import type { CategorySeed } from '../data/types.ts';

export interface CatalogueRows {
  categories: CategoryRow[];
  subcategories: SubcategoryRow[];
  rateCards: RateCardRow[];
}

/** A catalogue as rows of a company, in the order written. `idOf` must give a different id for every prefix and slug. */
export function catalogueRows(input: {
  companyId: string;
  catalogue: readonly CategorySeed[];
  idOf: (prefix: 'cat' | 'sub' | 'rtc', slug: string) => string;
  at: Date;
}): CatalogueRows {
  const { companyId, idOf, at } = input;
  const common = { companyId, isActive: true, createdAt: at, updatedAt: at };
  const rows: CatalogueRows = { categories: [], subcategories: [], rateCards: [] };
  for (const [c, category] of input.catalogue.entries()) {
    const { slug, name, description } = category;
    const categoryId = idOf('cat', slug);
    rows.categories.push({ ...common, id: categoryId, slug, name, description, sortOrder: c + 1 });
    for (const [s, subcategory] of category.subcategories.entries()) {
      const { rateCards, ...words } = subcategory;
      const subcategoryId = idOf('sub', subcategory.slug);
      rows.subcategories.push({ ...common, ...words, id: subcategoryId, categoryId, sortOrder: s + 1 });
      for (const { priceRupees, isDefault = false, ...card } of rateCards)
        rows.rateCards.push({
          ...common,
          ...card,
          id: idOf('rtc', card.slug),
          subcategoryId,
          pricePaise: priceRupees * 100,
          isDefault,
          version: 1,
        });
    }
  }
  return rows;
}
