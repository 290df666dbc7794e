import type { Ctx } from '#src/context.ts';
import { selectProviders, type ProviderRow } from '#src/db/queries/providers.ts';
import { decodeCursor, pageOf, type Page } from '#src/pagination.ts';
import { authorise, authoriseStaff } from '../authorise.ts';
import { byIdOrSlug } from '../catalogue/find-service.ts';
import { getCatalogue } from '../catalogue/get-catalogue.ts';
import { parse } from '../parse.ts';
import { recordActivity } from '../record-event.ts';
import { seesAllOfProviders, withSkills, type ProviderView } from './provider-view.ts';
import { ListProvidersInput } from './schemas.ts';

export type SortField = 'rating' | 'jobs' | 'name';

/**
 * The company's professionals. A subcategory that does not exist has none. Two queries; for staff who see contact data
 * a third, which notes it.
 * @throws AppError invalid | forbidden (others than active ones)
 */
export async function listProviders(
  ctx: Ctx,
  raw: ListProvidersInput,
): Promise<Page<ProviderView> & { isPrivileged: boolean }> {
  authorise(ctx, 'guest', 'customer', 'staff');
  const input = parse(ListProvidersInput, raw);
  if (input.status !== 'active') authoriseStaff(ctx, 'providers.view');
  const { id: companyId } = ctx.company;
  const isPrivileged = seesAllOfProviders(ctx);
  const subcategoryId = input.subcategory && byIdOrSlug((await getCatalogue(ctx)).subcategories, input.subcategory)?.id;
  if (input.subcategory && !subcategoryId) return { items: [], isPrivileged };

  const by = input.sort.replace('-', '') as SortField;
  const { city, pincode, minRating, status, limit } = input;
  const rows = await selectProviders(ctx.db, {
    ...{ companyId, status, city, pincode, minRating, subcategoryId },
    sort: { by, descending: input.sort.startsWith('-') },
    after: afterOf(input.cursor, by),
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => ({ after: sortValue(row, by), id: row.id }));
  const items = await withSkills(ctx, page.items);
  if (isPrivileged && items.length > 0)
    await recordActivity(ctx.db, ctx, {
      action: 'provider.listed',
      subject: { type: 'company', id: companyId },
      data: { providerIds: items.map(({ provider }) => provider.id) },
    });
  return { ...page, items, isPrivileged };
}

function sortValue(row: ProviderRow, by: SortField): string | number {
  if (by === 'name') return row.name;
  return by === 'jobs' ? row.jobsCompleted : row.rating;
}

/** The place that a cursor of this sort order names; undefined for any other, which begins at the start. */
export function afterOf(cursor: string | undefined, by: SortField): { value: string | number; id: string } | undefined {
  const place = decodeCursor(cursor);
  if (!place || typeof place.after !== (by === 'name' ? 'string' : 'number')) return undefined;
  return { value: place.after, id: place.id };
}
