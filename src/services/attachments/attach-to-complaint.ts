import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { addToComplaint, selectAttachmentsOf, selectComplaintAttachments } from '#src/db/queries/attachments.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { noSuchAttachment } from './get-attachment.ts';
import { ATTACHMENT_POLICY } from './policy.ts';

/**
 * Adds what the customer has uploaded to a complaint of theirs, in the transaction of the change whose event names them.
 * All of them, or none.
 * @throws AppError not-found (also a stranger's, or one of another complaint) | not-allowed (more than a complaint holds)
 */
export async function attachToComplaint(
  tx: Transaction,
  ctx: Ctx,
  { complaintId, attachmentIds }: { complaintId: string; attachmentIds: readonly string[] },
): Promise<void> {
  if (attachmentIds.length === 0) return;
  const actor = authorise(ctx, 'customer');
  const companyId = ctx.company.id;
  const ids = [...new Set(attachmentIds)];
  const own = { companyId, ownerId: actor.id, ids };
  if ((await selectAttachmentsOf(tx, own)).length !== ids.length) throw noSuchAttachment();
  if ((await addToComplaint(tx, { ...own, complaintId })) !== ids.length) throw noSuchAttachment();
  const { length } = await selectComplaintAttachments(tx, { companyId, complaintId });
  if (length > ATTACHMENT_POLICY.maxPerComplaint)
    throw new AppError({
      code: 'not-allowed',
      detail: `A complaint holds at most ${ATTACHMENT_POLICY.maxPerComplaint} files.`,
    });
}
