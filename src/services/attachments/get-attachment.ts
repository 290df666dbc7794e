import type { Actor, Ctx } from '#src/context.ts';
import { selectAttachment, type AttachmentRow } from '#src/db/queries/attachments.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordActivity } from '../record-event.ts';
import { readAttachment } from './attachment-files.ts';

const MISSING = 'There is no such attachment.';
export const noSuchAttachment = () => new AppError({ code: 'not-found', detail: MISSING });

/**
 * An attachment with its bytes, for who added it and for staff: with `conversations.view`, or, of a complaint, with
 * `complaints.view`. That staff looked at it is in their activity log.
 * @throws AppError not-found (also what the actor may not see)
 */
export async function getAttachment(ctx: Ctx, id: string): Promise<{ attachment: AttachmentRow; bytes: Buffer }> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  assertKey(id, MISSING);
  const attachment = await selectAttachment(ctx.db, ctx.company.id, id);
  if (!attachment || !maySee(actor, attachment)) throw noSuchAttachment();
  const bytes = await readAttachment(ctx.deps.config.UPLOAD_DIR, id);
  if (!bytes) throw noSuchAttachment();
  if (actor.id !== attachment.ownerId)
    await recordActivity(ctx.db, ctx, { action: 'attachment.viewed', subject: { type: 'attachment', id } });
  return { attachment, bytes };
}

function maySee(actor: Exclude<Actor, { kind: 'system' }>, { ownerId, complaintId }: AttachmentRow): boolean {
  if (actor.kind !== 'staff') return actor.id === ownerId;
  return (
    actor.permissions.has('conversations.view') || (complaintId !== null && actor.permissions.has('complaints.view'))
  );
}
