import type { Ctx } from '#src/context.ts';
import { selectRefunds, type RefundOfBooking } from '#src/db/queries/refunds.ts';
import { decodeInstant, pageOf, type Page } from '#src/pagination.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { parse } from '../parse.ts';
import { ListRefundsInput } from './schemas.ts';

/**
 * A page of refunds, latest first: those of a customer's own bookings, or for staff all. One query.
 * @throws AppError unauthenticated | forbidden | invalid
 */
export async function listRefunds(ctx: Ctx, raw: ListRefundsInput): Promise<Page<RefundOfBooking>> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'refunds.view');
  const { limit, cursor, ...filter } = parse(ListRefundsInput, raw);
  const after = decodeInstant(cursor);
  const rows = await selectRefunds(ctx.db, { ...filter, companyId: ctx.company.id, onlyOf, after, limit: limit + 1 });
  return pageOf(rows, limit, (row) => ({ after: row.createdAt.getTime(), id: row.id }));
}
