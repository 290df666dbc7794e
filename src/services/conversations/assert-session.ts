import type { Ctx } from '#src/context.ts';
import { hasConversation } from '#src/db/queries/conversations.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from './assert-key.ts';
import { ownerOf } from './owner-of.ts';

/**
 * That a session is the actor's own.
 * @throws AppError not-found, also for a session of somebody else
 */
export async function assertSession(ctx: Ctx, sessionId: string): Promise<void> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const detail = 'There is no such conversation.';
  assertKey(sessionId, detail);
  const owned = await hasConversation(ctx.db, {
    companyId: ctx.company.id,
    owner: ownerOf(actor),
    conversationId: sessionId,
  });
  if (!owned) throw new AppError({ code: 'not-found', detail });
}
