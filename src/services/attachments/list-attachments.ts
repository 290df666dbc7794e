import type { Ctx } from '#src/context.ts';
import { selectAttachmentsOf, type AttachmentRow } from '#src/db/queries/attachments.ts';
import { authorise } from '../authorise.ts';

/** Those of the ids that are the actor's own and still there; others are left out without a word. One query. */
export async function listAttachments(ctx: Ctx, ids: readonly string[]): Promise<AttachmentRow[]> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const possible = ids.filter((id) => /^att_[\da-z]{26}$/.test(id));
  return selectAttachmentsOf(ctx.db, { companyId: ctx.company.id, ownerId: actor.id, ids: possible });
}
