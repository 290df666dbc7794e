import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { lockUserToScrub, scrubUser, selectUsersToScrub } from '#src/db/queries/scrubbing.ts';
import { removeAttachmentFile } from '../attachments/attachment-files.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { removePicture } from './picture-files.ts';

const DAY_MS = 86_400_000;
/** How long a deleted account can still be restored by a person. */
const GRACE_DAYS = 30;
const BATCH = 100;

/** Accounts deleted before this instant are due. */
export const scrubHorizon = (now: Date): Date => new Date(now.getTime() - GRACE_DAYS * DAY_MS);

/**
 * Removes the personal data of the company's accounts that were deleted 30 days ago; their e-mail and phone are free then.
 * For the system alone; each account in its own transaction, safe to repeat and to run twice at once.
 * @returns how many accounts were scrubbed
 */
export async function scrubDeletedUsers(ctx: Ctx): Promise<number> {
  authorise(ctx, 'system');
  const companyId = ctx.company.id;
  const deletedBefore = scrubHorizon(ctx.now);
  let scrubbed = 0;
  for (;;) {
    const due = await selectUsersToScrub(ctx.db, { companyId, deletedBefore, limit: BATCH });
    for (const userId of due) {
      const account = await inTransaction(ctx.db, async (tx) => {
        const account = await lockUserToScrub(tx, { companyId, userId, deletedBefore });
        if (!account) return undefined;
        const attachmentIds = await scrubUser(tx, { companyId, userId, at: ctx.now });
        await recordEvent(tx, ctx, { type: 'user.scrubbed', subject: { type: 'user', id: userId } });
        return { ...account, attachmentIds };
      });
      if (!account) continue;
      const folder = ctx.deps.config.UPLOAD_DIR;
      if (account.picture) await removePicture(folder, account.picture);
      for (const id of account.attachmentIds) await removeAttachmentFile(folder, id);
      scrubbed += 1;
    }
    if (due.length < BATCH) return scrubbed;
  }
}
