import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { moveConversations } from '#src/db/queries/conversations.ts';
import { moveHolds } from '#src/db/queries/users.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';

/**
 * Gives what a guest has begun, conversations and held hours, to the account that the guest has signed in to.
 * The caller has verified that the guest identity is this visitor's.
 * @returns how many conversations moved
 */
export async function claimConversations(tx: Transaction, ctx: Ctx, guestId: string): Promise<number> {
  const actor = authorise(ctx, 'customer', 'staff');
  const move = { companyId: ctx.company.id, guestId, userId: actor.id };
  const ids = await moveConversations(tx, move);
  await moveHolds(tx, move);
  for (const id of ids)
    await recordEvent(tx, ctx, {
      type: 'conversation.claimed',
      subject: { type: 'conversation', id },
      data: { guestId },
    });
  return ids.length;
}
