import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { lockAttachment, markAttachmentDeleted } from '#src/db/queries/attachments.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordEvent } from '../record-event.ts';
import { removeAttachmentFile } from './attachment-files.ts';
import { noSuchAttachment } from './get-attachment.ts';

/**
 * Takes an attachment back, with its file. What a complaint rests on stays with it.
 * @throws AppError not-found (also a stranger's) | not-allowed (it belongs to a complaint)
 */
export async function removeAttachment(ctx: Ctx, id: string): Promise<void> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const companyId = ctx.company.id;
  assertKey(id, 'There is no such attachment.');
  await inTransaction(ctx.db, async (tx) => {
    const row = await lockAttachment(tx, companyId, id);
    if (row?.ownerId !== actor.id) throw noSuchAttachment();
    if (row.complaintId)
      throw new AppError({ code: 'not-allowed', detail: 'It belongs to a complaint and stays with it.' });
    await markAttachmentDeleted(tx, { companyId, id, at: ctx.now });
    await recordEvent(tx, ctx, { type: 'attachment.removed', subject: { type: 'attachment', id } });
  });
  await removeAttachmentFile(ctx.deps.config.UPLOAD_DIR, id);
}
