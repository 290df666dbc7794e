import type { Ctx } from '#src/context.ts';
import { selectOwnMessage } from '#src/db/queries/messages.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from './assert-key.ts';
import { ownerOf } from './owner-of.ts';

/**
 * A message of one of the actor's own conversations, as it is shown there; `alsoReplaced` finds those too that an edit has taken out of it.
 * @throws AppError not-found, also for one of somebody else
 */
export async function findOwnMessage(
  ctx: Ctx,
  messageId: string,
  { alsoReplaced = false } = {},
): Promise<NonNullable<Awaited<ReturnType<typeof selectOwnMessage>>>> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const detail = 'There is no such message.';
  assertKey(messageId, detail);
  const message = await selectOwnMessage(ctx.db, {
    companyId: ctx.company.id,
    owner: ownerOf(actor),
    messageId,
    alsoReplaced,
  });
  if (!message) throw new AppError({ code: 'not-found', detail });
  return message;
}
