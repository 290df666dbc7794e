import { LRUCache } from 'lru-cache';
import { selectCatalogue, type CategoryRow, type RateCardRow, type SubcategoryRow } from '#src/db/queries/catalogue.ts';
import { selectCities } from '#src/db/queries/places.ts';
import type { Gazetteer } from '#src/language/contract.ts';
import type { Visitor } from '../visitor.ts';
import { catalogueVersion } from './catalogue-version.ts';

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

interface Cached {
  version: string;
  catalogue: Promise<Catalogue>;
}

const TTL_MS = 60_000;
/** One cache for each database handle, so that two apps in one process (tests) do not share rows. */
const caches = new WeakMap<object, LRUCache<string, Cached>>();

/**
 * The company's active catalogue, as of the last change through the product; a change past it shows within a minute.
 * Anybody may read it. One Redis round trip a request, four queries after a change.
 */
export async function getCatalogue(ctx: Visitor): Promise<Catalogue> {
  let cache = caches.get(ctx.db);
  if (!cache) caches.set(ctx.db, (cache = new LRUCache({ max: 100, ttl: TTL_MS })));
  const version = await catalogueVersion(ctx);
  const cached = cache.get(ctx.company.id);
  if (cached?.version === version) return cached.catalogue;
  const catalogue = loadCatalogue(ctx);
  cache.set(ctx.company.id, { version, catalogue });
  catalogue.catch(() => cache.delete(ctx.company.id));
  return catalogue;
}

async function loadCatalogue(ctx: Visitor): Promise<Catalogue> {
  const [all, cities] = await Promise.all([selectCatalogue(ctx.db, ctx.company.id), selectCities(ctx.db)]);
  const categories = new Map(all.categories.map((row) => [row.id, row]));
  // What hangs below something inactive is not on offer either.
  const families = all.subcategories.filter((row) => categories.has(row.categoryId));
  const subcategories = new Map(families.map((row) => [row.id, row]));
  const rateCards = all.rateCards.filter((row) => subcategories.has(row.subcategoryId));
  const rows = { categories: all.categories, subcategories: families, rateCards };
  const cards = new Map(rateCards.map((row) => [row.id, row]));
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
