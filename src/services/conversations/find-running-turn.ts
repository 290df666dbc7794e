import type { Ctx } from '#src/context.ts';
import { selectRunningTurn } from '#src/db/queries/conversations.ts';
import { findThread } from './find-thread.ts';

/** The turn that runs in the actor's conversation of this name, if one does. */
export async function findRunningTurn(ctx: Ctx, threadId: string): Promise<string | undefined> {
  const conversationId = await findThread(ctx, threadId);
  return conversationId === undefined ? undefined : selectRunningTurn(ctx.db, conversationId);
}
