import type { Ctx } from '#src/context.ts';
import { selectLatestUpdates, type ComplaintUpdateRow } from '#src/db/queries/complaint-updates.ts';
import type { ComplaintDetail } from '#src/db/queries/complaints.ts';
import { authorise } from '../authorise.ts';

/**
 * The latest that the customer can read on complaints of theirs, by the complaint's id. One query.
 * @throws AppError unauthenticated | forbidden (staff)
 */
export async function listLatestUpdates(
  ctx: Ctx,
  complaints: readonly Pick<ComplaintDetail, 'id' | 'userId'>[],
): Promise<Map<string, ComplaintUpdateRow>> {
  const actor = authorise(ctx, 'customer');
  const complaintIds = complaints.filter(({ userId }) => userId === actor.id).map(({ id }) => id);
  const updates = await selectLatestUpdates(ctx.db, { companyId: ctx.company.id, complaintIds });
  return new Map(updates.map((update) => [update.complaintId, update]));
}
