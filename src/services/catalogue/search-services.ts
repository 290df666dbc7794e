import { selectServicesAt } from '#src/db/queries/places.ts';
import { decodeCursor, pageOf, type Page } from '#src/pagination.ts';
import { parse } from '../parse.ts';
import type { Visitor } from '../visitor.ts';
import { byIdOrSlug, serviceOf, type Service } from './find-service.ts';
import { getCatalogue, type Catalogue } from './get-catalogue.ts';
import { netPaise } from './list-subcategories.ts';
import { SearchServicesInput, type SERVICE_SORTS } from './schemas.ts';
import { matchServices } from './service-index.ts';

type Sort = (typeof SERVICE_SORTS)[number];

/**
 * Services by words, family, place and price. Without words, `relevance` is the order of the catalogue. A family that
 * does not exist has no services. One query with a pincode, none without: the catalogue is cached.
 * @throws AppError invalid
 */
export async function searchServices(ctx: Visitor, raw: SearchServicesInput): Promise<Page<Service>> {
  const input = parse(SearchServicesInput, raw);
  const [catalogue, offered] = await Promise.all([
    getCatalogue(ctx),
    input.pincode === undefined ? undefined : selectServicesAt(ctx.db, ctx.company.id, input.pincode),
  ]);
  const here = offered && new Set(offered);
  const matches = input.q ? matchServices(catalogue, input.q) : undefined;
  const category = input.category && (byIdOrSlug(catalogue.categories, input.category)?.id ?? null);
  const family = input.subcategory && (byIdOrSlug(catalogue.subcategories, input.subcategory)?.id ?? null);
  const { minPricePaise = 0, maxPricePaise = Infinity } = input;

  const found = catalogueOrder(catalogue).flatMap((service, position) => {
    const { card, subcategory } = service;
    const price = netPaise(card);
    const fits =
      (!matches || matches.has(card.id)) &&
      (!here || here.has(card.id)) &&
      (category === undefined || subcategory.categoryId === category) &&
      (family === undefined || subcategory.id === family) &&
      price >= minPricePaise &&
      price <= maxPricePaise;
    const relevance = matches ? -(matches.get(card.id) ?? 0) : position;
    return fits ? [{ service, id: card.id, rank: rankOf(input.sort, service, relevance) }] : [];
  });
  found.sort((a, b) => a.rank - b.rank || compare(a.id, b.id));

  const cursor = decodeCursor(input.cursor);
  const isAfter = ({ rank, id }: { rank: number; id: string }) =>
    !cursor || typeof cursor.after !== 'number' || rank > cursor.after || (rank === cursor.after && id > cursor.id);
  const page = pageOf(found.filter(isAfter), input.limit, ({ rank, id }) => ({ after: rank, id }));
  return { ...page, items: page.items.map(({ service }) => service) };
}

function catalogueOrder(catalogue: Catalogue): Service[] {
  return catalogue.categories
    .flatMap((category) => catalogue.subcategoriesOf(category.id))
    .flatMap((family) => catalogue.rateCardsOf(family.id))
    .flatMap((card) => serviceOf(catalogue, card) ?? []);
}

/** Lists are sorted by this, ascending. */
function rankOf(sort: Sort, { card }: Service, relevance: number): number {
  if (sort === 'price') return netPaise(card);
  if (sort === '-price') return -netPaise(card);
  return sort === 'duration' ? card.durationMinutes : relevance;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
