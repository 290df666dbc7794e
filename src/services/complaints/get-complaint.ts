import type { Ctx } from '#src/context.ts';
import { selectComplaintAttachments, type AttachmentRow } from '#src/db/queries/attachments.ts';
import { selectComplaint, type ComplaintDetail } from '#src/db/queries/complaints.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { recordActivity } from '../record-event.ts';
import { noSuchComplaint, refOf } from './complaint-ref.ts';

/**
 * A complaint by id or number with what was added to it; customers see only their own. That staff looked at it is in their activity log.
 * @throws AppError unauthenticated | forbidden | not-found
 */
export async function getComplaint(ctx: Ctx, ref: string): Promise<ComplaintDetail & { attachments: AttachmentRow[] }> {
  const { onlyOf } = authoriseOwnerOr(ctx, 'complaints.view');
  const complaint = await selectComplaint(ctx.db, { companyId: ctx.company.id, ref: refOf(ref), onlyOf });
  if (!complaint) throw noSuchComplaint();
  await recordActivity(ctx.db, ctx, { action: 'complaint.viewed', subject: { type: 'complaint', id: complaint.id } });
  const key = { companyId: ctx.company.id, complaintId: complaint.id };
  return { ...complaint, attachments: await selectComplaintAttachments(ctx.db, key) };
}
