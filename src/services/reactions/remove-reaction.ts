import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { deleteReaction } from '#src/db/queries/reactions.ts';
import { authorise } from '../authorise.ts';
import { findOwnMessage } from '../conversations/find-own-message.ts';
import { recordEvent } from '../record-event.ts';

/**
 * Takes the actor's thumb back; where there is none nothing happens.
 * @throws AppError not-found, also for a message of somebody else
 */
export async function removeReaction(ctx: Ctx, messageId: string): Promise<void> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  await findOwnMessage(ctx, messageId);
  await inTransaction(ctx.db, async (tx) => {
    if (!(await deleteReaction(tx, { companyId: ctx.company.id, messageId, ownerId: actor.id }))) return;
    await recordEvent(tx, ctx, { type: 'conversation.unreacted', subject: { type: 'message', id: messageId } });
  });
}
