import { selectProvider, selectReviews, type ReviewRow } from '#src/db/queries/providers.ts';
import { decodeCursor, pageOf, type Page, type PageQuery } from '#src/pagination.ts';
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
  const [provider, rows] = await Promise.all([
    selectProvider(ctx.db, companyId, id),
    selectReviews(ctx.db, { companyId, providerId: id, after: afterOf(input.cursor), limit: limit + 1 }),
  ]);
  if (provider?.status !== 'active') throw noProvider();
  return pageOf(rows, limit, (row) => ({ after: row.startsAt.getTime(), id: row.id }));
}

/** The latest instant that the database can hold. */
const LAST_MS = Date.UTC(9999, 11, 31);

function afterOf(cursor: string | undefined): { startsAt: Date; id: string } | undefined {
  const place = decodeCursor(cursor);
  if (typeof place?.after !== 'number' || !(place.after >= 0 && place.after < LAST_MS)) return undefined;
  return /^[\x21-\x7e]{1,32}$/.test(place.id) ? { startsAt: new Date(place.after), id: place.id } : undefined;
}
