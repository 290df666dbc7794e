import type { Ctx } from '#src/context.ts';
import { insertConversationOnce } from '#src/db/queries/conversations.ts';
import { authorise } from '../authorise.ts';
import { ownerOf } from './owner-of.ts';

/** Makes a conversation for a thread that began elsewhere; one that is there stays as it is. Told by no event: nobody spoke. */
export async function openConversation(ctx: Ctx, input: { conversationId: string; title: string }): Promise<void> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  await insertConversationOnce(ctx.db, {
    id: input.conversationId,
    companyId: ctx.company.id,
    ...ownerOf(actor),
    channel: 'api',
    title: input.title,
    lastMessageAt: ctx.now,
    createdAt: ctx.now,
  });
}
