import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { lockAccount, updateAccount } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { knownAccount } from './get-profile.ts';
import { removePicture, storePicture } from './picture-files.ts';
import { pictureHeadOf, PICTURE_TYPES } from './picture-type.ts';

export const MAX_PICTURE_BYTES = 2 * 1024 * 1024;
const SIDE = { min: 16, max: 8_192 };

/**
 * Gives the account a picture in place of the last. What the file is, its own bytes say, not its sender.
 * @throws AppError invalid (no picture, too large, of odd size) | unauthenticated
 */
export async function setPicture(ctx: Ctx, bytes: Buffer): Promise<void> {
  const actor = authorise(ctx, 'customer', 'staff');
  const head = bytes.length <= MAX_PICTURE_BYTES ? pictureHeadOf(bytes) : undefined;
  if (!head) throw invalid(`The file is no ${PICTURE_TYPES.join(', ')} of at most 2 MB.`);
  if ([head.width, head.height].some((side) => side < SIDE.min || side > SIDE.max))
    throw invalid(`The picture must have from ${SIDE.min} to ${SIDE.max} pixels each way.`);

  const folder = ctx.deps.config.UPLOAD_DIR;
  const name = await storePicture(folder, head.type, bytes);
  const before = await inTransaction(ctx.db, async (tx) => {
    const account = knownAccount(await lockAccount(tx, ctx.company.id, actor.id));
    await updateAccount(tx, ctx.company.id, actor.id, { picture: name });
    const data = { bytes: bytes.length, type: head.type };
    await recordEvent(tx, ctx, { type: 'user.picture_changed', subject: { type: 'user', id: actor.id }, data });
    return account.picture;
  }).catch(async (error: unknown) => {
    await removePicture(folder, name);
    throw error;
  });
  if (before) await removePicture(folder, before);
}

function invalid(detail: string): AppError {
  return new AppError({ code: 'invalid', detail, issues: [{ pointer: '', detail }] });
}
