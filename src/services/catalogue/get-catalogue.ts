import { LRUCache } from 'lru-cache';
import type { Ctx } from '#src/context.ts';
import { selectCatalogue, type CategoryRow, type RateCardRow, type SubcategoryRow } from '#src/db/queries/catalogue.ts';
import { selectCities } from '#src/db/queries/places.ts';
import type { Gazetteer } from '#src/language/contract.ts';

export interface Catalogue {
  categories: CategoryRow[];
  subcategories: SubcategoryRow[];
  rateCards: RateCardRow[];
  rateCard(id: string): RateCardRow | undefined;
  subcategory(id: string): SubcategoryRow | undefined;
  category(id: string): CategoryRow | undefined;
  rateCardsOf(subcategoryId: string): RateCardRow[];
  subcategoriesOf(categoryId: string): SubcategoryRow[];
  /** Its words, for the language maker. */
  gazetteer: Gazetteer;
}

const TTL_MS = 60_000;
/** One cache for each database handle, so that two apps in one process (tests) do not share rows. */
const caches = new WeakMap<object, LRUCache<string, Promise<Catalogue>>>();

/** The company's active catalogue, at most a minute old. Anybody may read it. */
export async function getCatalogue(ctx: Ctx): Promise<Catalogue> {
  let cache = caches.get(ctx.db);
  if (!cache) caches.set(ctx.db, (cache = new LRUCache({ max: 100, ttl: TTL_MS })));
  let catalogue = cache.get(ctx.company.id);
  if (!catalogue) {
    catalogue = loadCatalogue(ctx);
    cache.set(ctx.company.id, catalogue);
    catalogue.catch(() => cache.delete(ctx.company.id));
  }
  return catalogue;
}

async function loadCatalogue(ctx: Ctx): Promise<Catalogue> {
  const [rows, cities] = await Promise.all([selectCatalogue(ctx.db, ctx.company.id), selectCities(ctx.db)]);
  const cards = new Map(rows.rateCards.map((row) => [row.id, row]));
  const subcategories = new Map(rows.subcategories.map((row) => [row.id, row]));
  const categories = new Map(rows.categories.map((row) => [row.id, row]));
  return {
    ...rows,
    rateCard: (id) => cards.get(id),
    subcategory: (id) => subcategories.get(id),
    category: (id) => categories.get(id),
    rateCardsOf: (id) => rows.rateCards.filter((row) => row.subcategoryId === id),
    subcategoriesOf: (id) => rows.subcategories.filter((row) => row.categoryId === id),
    gazetteer: {
      cities,
      services: [
        ...rows.categories.map((row) => ({ kind: 'category' as const, id: row.id, name: row.name, phrases: [] })),
        ...rows.subcategories.map((row) => ({
          kind: 'subcategory' as const,
          id: row.id,
          parentId: row.categoryId,
          name: row.name,
          phrases: row.phrases,
        })),
        ...rows.rateCards.map((row) => ({
          kind: 'rate_card' as const,
          id: row.id,
          parentId: row.subcategoryId,
          name: row.name,
          phrases: row.phrases,
        })),
      ],
    },
  };
}
