import { selectProvider, selectReviews, type ReviewRow } from '#src/db/queries/providers.ts';
import { decodeInstant, pageOf, type Page, type PageQuery } from '#src/pagination.ts';
import { assertKey } from '../conversations/assert-key.ts';
import type { Visitor } from '../visitor.ts';
import { NO_PROVIDER, noProvider } from './provider-view.ts';

/**
 * What customers said of an active professional, latest job first. Anybody may read it. Two queries at once.
 * @throws AppError not-found
 */
export async function listReviews(ctx: Visitor, id: string, input: PageQuery): Promise<Page<ReviewRow>> {
  assertKey(id, NO_PROVIDER);
  const { id: companyId } = ctx.company;
  const { limit } = input;
  const after = decodeInstant(input.cursor);
  const [provider, rows] = await Promise.all([
    selectProvider(ctx.db, companyId, id),
    selectReviews(ctx.db, {
      companyId,
      providerId: id,
      after: after && { startsAt: after.at, id: after.id },
      limit: limit + 1,
    }),
  ]);
  if (provider?.status !== 'active') throw noProvider();
  return pageOf(rows, limit, (row) => ({ after: row.startsAt.getTime(), id: row.id }));
}
