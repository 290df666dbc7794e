import type { Ctx } from '#src/context.ts';
import { selectAccount } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { authorise, authoriseStaff } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordActivity } from '../record-event.ts';
import { readPicture } from './picture-files.ts';
import type { PictureType } from './picture-type.ts';

const MISSING = 'There is no such picture.';

/**
 * The picture of an account, for its holder and for staff who may see customers.
 * @throws AppError not-found (also a stranger's) | unauthenticated | forbidden
 */
export async function getPicture(ctx: Ctx, userId: string): Promise<{ type: PictureType; bytes: Buffer }> {
  const actor = authorise(ctx, 'customer', 'staff');
  const isOwn = userId === actor.id;
  if (!isOwn && actor.kind === 'staff') authoriseStaff(ctx, 'customers.view');
  assertKey(userId, MISSING);
  const account = isOwn || actor.kind === 'staff' ? await selectAccount(ctx.db, ctx.company.id, userId) : undefined;
  const picture = account?.picture && (await readPicture(ctx.deps.config.UPLOAD_DIR, account.picture));
  if (!picture) throw new AppError({ code: 'not-found', detail: MISSING });
  if (!isOwn)
    await recordActivity(ctx.db, ctx, { action: 'user.picture_viewed', subject: { type: 'user', id: userId } });
  return picture;
}
