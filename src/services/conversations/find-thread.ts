import type { Ctx } from '#src/context.ts';
import { hasConversation, selectNewestThread } from '#src/db/queries/conversations.ts';
import { authorise } from '../authorise.ts';
import { ownerOf } from './owner-of.ts';
import { isConversationId, threadIdOf } from './thread-id.ts';

/**
 * The actor's own conversation that a client calls `threadId`, by our id for it or by one of its own; undefined when there
 * is none.
 */
export async function findThread(ctx: Ctx, threadId: string): Promise<string | undefined> {
  const owner = ownerOf(authorise(ctx, 'guest', 'customer', 'staff'));
  const companyId = ctx.company.id;
  if (isConversationId(threadId)) {
    return (await hasConversation(ctx.db, { companyId, owner, conversationId: threadId })) ? threadId : undefined;
  }
  return selectNewestThread(ctx.db, { companyId, owner, ...threadIdOf(companyId, owner, threadId) });
}
