import type { Ctx } from '#src/context.ts';
import { selectBookings, type BookingWithItems } from '#src/db/queries/bookings.ts';
import { decodeInstant, pageOf, type Page } from '#src/pagination.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordActivity } from '../record-event.ts';
import { SearchBookingsInput } from './schemas.ts';

/**
 * A page of bookings: a customer's own, or for staff everybody's, filtered and sorted. Two queries; that staff looked is
 * in their activity log.
 * @throws AppError unauthenticated | forbidden | invalid
 */
export async function searchBookings(ctx: Ctx, raw: SearchBookingsInput): Promise<Page<BookingWithItems>> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'bookings.view');
  const { q, status, sort, cursor, limit, ...filter } = parse(SearchBookingsInput, raw);
  const by = sort.endsWith('startsAt') ? 'startsAt' : 'createdAt';
  const rows = await selectBookings(ctx.db, {
    ...filter,
    companyId: ctx.company.id,
    onlyOf,
    statuses: status,
    numberPrefix: q?.toUpperCase(),
    sort: { by, descending: sort.startsWith('-') },
    after: decodeInstant(cursor),
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => ({ after: row[by].getTime(), id: row.id }));
  await recordActivity(ctx.db, ctx, {
    action: 'booking.listed',
    subject: { type: 'company', id: ctx.company.id },
    data: { ...filter, q, status, found: page.items.length },
  });
  return page;
}
