import type { Ctx } from '#src/context.ts';
import { isServed } from '#src/db/queries/places.ts';
import { selectProviders } from '#src/db/queries/providers.ts';
import { pageOf, type Page } from '#src/pagination.ts';
import { authorise } from '../authorise.ts';
import { getService } from '../catalogue/get-service.ts';
import { parse } from '../parse.ts';
import { afterOf } from './list-providers.ts';
import { withSkills, type ProviderView } from './provider-view.ts';
import { SearchProvidersInput } from './schemas.ts';

/**
 * Who could do a service at a place, best rated first; nobody where it is not on offer. Three queries, two of them at
 * once.
 * @throws AppError invalid | not-found (the service)
 */
export async function searchProviders(ctx: Ctx, raw: SearchProvidersInput): Promise<Page<ProviderView>> {
  authorise(ctx, 'guest', 'customer', 'staff');
  const input = parse(SearchProvidersInput, raw);
  const { card } = await getService(ctx, input.service);
  const { id: companyId } = ctx.company;
  const [isOffered, rows] = await Promise.all([
    isServed(ctx.db, companyId, card.id, input.pincode),
    selectProviders(ctx.db, {
      companyId,
      status: 'active',
      subcategoryId: card.subcategoryId,
      pincode: input.pincode,
      sort: { by: 'rating', descending: true },
      after: afterOf(input.cursor, 'rating'),
      limit: input.limit + 1,
    }),
  ]);
  if (!isOffered) return { items: [] };
  const page = pageOf(rows, input.limit, (row) => ({ after: row.rating, id: row.id }));
  return { ...page, items: await withSkills(ctx, page.items) };
}
