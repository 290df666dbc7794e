import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { moveConversations } from '#src/db/queries/conversations.ts';
import { moveAttachments } from '#src/db/queries/attachments.ts';
import { moveReactions } from '#src/db/queries/reactions.ts';
import { moveHolds } from '#src/db/queries/users.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';

/**
 * Gives what a guest has begun, conversations with thumbs, held hours and files, to the account that the guest has signed in to.
 * The caller has verified that the guest identity is this visitor's.
 * @returns how many conversations moved
 */
export async function claimConversations(tx: Transaction, ctx: Ctx, guestId: string): Promise<number> {
  const actor = authorise(ctx, 'customer', 'staff');
  const move = { companyId: ctx.company.id, guestId, userId: actor.id };
  const ids = await moveConversations(tx, move);
  await moveHolds(tx, move);
  await moveAttachments(tx, move);
  await moveReactions(tx, { ...move, conversationIds: ids });
  for (const id of ids)
    await recordEvent(tx, ctx, {
      type: 'conversation.claimed',
      subject: { type: 'conversation', id },
      data: { guestId },
    });
  return ids.length;
}
