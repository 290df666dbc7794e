import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { lockAccount, updateAccount } from '#src/db/queries/users.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { knownAccount } from './get-profile.ts';
import { removePicture } from './picture-files.ts';

/** Takes the account's picture away; without one it does nothing. @throws AppError unauthenticated */
export async function removeOwnPicture(ctx: Ctx): Promise<void> {
  const actor = authorise(ctx, 'customer', 'staff');
  const name = await inTransaction(ctx.db, async (tx) => {
    const { picture } = knownAccount(await lockAccount(tx, ctx.company.id, actor.id));
    if (!picture) return undefined;
    await updateAccount(tx, ctx.company.id, actor.id, { picture: null });
    await recordEvent(tx, ctx, { type: 'user.picture_removed', subject: { type: 'user', id: actor.id } });
    return picture;
  });
  if (name) await removePicture(ctx.deps.config.UPLOAD_DIR, name);
}
