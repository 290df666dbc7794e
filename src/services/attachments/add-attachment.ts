import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { insertAttachment, type AttachmentRow } from '#src/db/queries/attachments.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authorise } from '../authorise.ts';
import { assertSession } from '../conversations/assert-session.ts';
import { recordEvent } from '../record-event.ts';
import { removeAttachmentFile, storeAttachment } from './attachment-files.ts';
import { attachmentName } from './attachment-name.ts';
import { attachmentTypeOf } from './attachment-type.ts';
import { countUpload } from './count-upload.ts';
import { ATTACHMENT_POLICY } from './policy.ts';

export interface NewAttachment {
  bytes: Buffer;
  /** What the client calls the file; only shown. */
  name?: string | undefined;
  /** The conversation that it is meant for. */
  sessionId?: string | undefined;
  /** Network address of the client. */
  ip?: string | undefined;
}

/**
 * Keeps a picture or a PDF for a message or a complaint to name. What the file is, its own bytes say, not its sender.
 * @throws AppError invalid (neither picture nor PDF, or too large) | not-found (the conversation) | too-many-requests
 */
export async function addAttachment(ctx: Ctx, { bytes, name, sessionId, ip }: NewAttachment): Promise<AttachmentRow> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  if (sessionId !== undefined) await assertSession(ctx, sessionId);
  const contentType = bytes.length <= ATTACHMENT_POLICY.maxBytes ? attachmentTypeOf(bytes) : undefined;
  if (!contentType) {
    const detail = 'The file is no PNG, JPEG or WebP picture and no PDF of at most 10 MB.';
    throw new AppError({ code: 'invalid', detail, issues: [{ pointer: '', detail }] });
  }
  await countUpload(ctx, actor, ip);
  const row: AttachmentRow = {
    ...{ id: newId('attachment', ctx.now), companyId: ctx.company.id, ownerId: actor.id },
    ...{ conversationId: sessionId ?? null, complaintId: null },
    ...{ name: attachmentName(name, contentType), contentType, bytes: bytes.length },
    ...{ deletedAt: null, createdAt: ctx.now },
  };
  const folder = ctx.deps.config.UPLOAD_DIR;
  await storeAttachment(folder, row.id, bytes);
  await inTransaction(ctx.db, async (tx) => {
    await insertAttachment(tx, row);
    const data = { contentType, bytes: row.bytes };
    await recordEvent(tx, ctx, { type: 'attachment.added', subject: { type: 'attachment', id: row.id }, data });
  }).catch(async (error: unknown) => {
    await removeAttachmentFile(folder, row.id);
    throw error;
  });
  return row;
}
