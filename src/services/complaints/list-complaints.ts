import type { Ctx } from '#src/context.ts';
import { selectComplaints, type ComplaintDetail } from '#src/db/queries/complaints.ts';
import { pageOf, type Page } from '#src/pagination.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { instantCursor } from './complaint-cursor.ts';
import { ListComplaintsInput } from './schemas.ts';

/**
 * The customer's own complaints, newest first. One query.
 * @throws AppError unauthenticated | forbidden (staff) | invalid
 */
export async function listComplaints(ctx: Ctx, raw: ListComplaintsInput): Promise<Page<ComplaintDetail>> {
  const actor = authorise(ctx, 'customer');
  const { limit, cursor, ...filter } = parse(ListComplaintsInput, raw);
  const rows = await selectComplaints(
    ctx.db,
    { companyId: ctx.company.id, userId: actor.id, ...filter },
    { by: 'createdAt', descending: true, after: instantCursor(cursor) },
    limit + 1,
  );
  return pageOf(rows, limit, ({ createdAt, id }) => ({ after: createdAt.toISOString(), id }));
}
