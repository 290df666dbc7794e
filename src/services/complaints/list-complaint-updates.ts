import type { Ctx } from '#src/context.ts';
import { selectComplaintUpdates, type ComplaintUpdateDetail } from '#src/db/queries/complaint-updates.ts';
import { selectComplaint } from '#src/db/queries/complaints.ts';
import { pageOf, PageQuery, type Page } from '#src/pagination.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordActivity } from '../record-event.ts';
import { instantCursor } from './complaint-cursor.ts';
import { noSuchComplaint, refOf } from './complaint-ref.ts';

/**
 * What was written on a complaint, oldest first; customers see their own complaints' and no internal notes. Two queries.
 * @throws AppError unauthenticated | forbidden | invalid | not-found
 */
export async function listComplaintUpdates(
  ctx: Ctx,
  ref: string,
  raw: Partial<PageQuery>,
): Promise<Page<ComplaintUpdateDetail>> {
  const { actor, onlyOf } = authoriseOwnerOr(ctx, 'complaints.view');
  const { limit, cursor } = parse(PageQuery, raw);
  const companyId = ctx.company.id;
  const complaint = await selectComplaint(ctx.db, { companyId, ref: refOf(ref), onlyOf });
  if (!complaint) throw noSuchComplaint();
  const after = instantCursor(cursor);
  const rows = await selectComplaintUpdates(ctx.db, {
    companyId,
    complaintId: complaint.id,
    withInternal: actor.kind === 'staff',
    after: after && { createdAt: after.value, id: after.id },
    limit: limit + 1,
  });
  await recordActivity(ctx.db, ctx, { action: 'complaint.viewed', subject: { type: 'complaint', id: complaint.id } });
  return pageOf(rows, limit, ({ createdAt, id }) => ({ after: createdAt.toISOString(), id }));
}
