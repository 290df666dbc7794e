import type { Ctx } from '#src/context.ts';
import { selectRateCards, type RateCardRow } from '#src/db/queries/catalogue.ts';
import { decodeCursor, pageOf, type Page } from '#src/pagination.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { ListServicesInput } from './schemas.ts';

/** Anything else in a cursor is not ours, and an error to an ascii column. */
const SLUG = /^[\x21-\x7e]{1,64}$/;

/**
 * Every service, those that are not on offer included, by slug; for the staff who keep the catalogue. One query.
 * @throws AppError unauthenticated | forbidden | invalid
 */
export async function listServices(ctx: Ctx, raw: ListServicesInput): Promise<Page<RateCardRow>> {
  authoriseStaff(ctx, 'catalogue.view');
  const input = parse(ListServicesInput, raw);
  const after = decodeCursor(input.cursor)?.after;
  const rows = await selectRateCards(ctx.db, {
    companyId: ctx.company.id,
    isActive: input.active === undefined ? undefined : input.active === 'true',
    subcategoryId: input.subcategory,
    afterSlug: typeof after === 'string' && SLUG.test(after) ? after : undefined,
    limit: input.limit + 1,
  });
  return pageOf(rows, input.limit, ({ id, slug }) => ({ after: slug, id }));
}
