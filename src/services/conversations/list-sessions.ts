import type { Ctx } from '#src/context.ts';
import { selectConversations, type ConversationSummary } from '#src/db/queries/conversations.ts';
import { authorise } from '../authorise.ts';
import { ownerOf } from './owner-of.ts';

/** The actor's own conversations, last spoken in first, at most 50. */
export async function listSessions(ctx: Ctx): Promise<ConversationSummary[]> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  return selectConversations(ctx.db, { companyId: ctx.company.id, owner: ownerOf(actor), limit: 50 });
}
