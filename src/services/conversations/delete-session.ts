import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateConversation } from '#src/db/queries/conversations.ts';
import { endHandoffOf } from '#src/db/queries/handoffs.ts';
import { lockConversation, selectOpenTurnsOf } from '#src/db/queries/turns.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { assertKey } from './assert-key.ts';
import { cancelOpenTurn, type CancelledTurn } from './cancel-turn.ts';
import { ownerOf } from './owner-of.ts';
import { tellSession } from './tell-session.ts';

/**
 * Takes one of the actor's own conversations away: nobody sees it or its messages any more. What runs or waits in it is
 * cancelled first, and nobody of the staff is asked for any more.
 * @returns the turns that were cancelled by it
 * @throws AppError not-found
 */
export async function deleteSession(ctx: Ctx, sessionId: string): Promise<CancelledTurn[]> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const detail = 'There is no such conversation.';
  assertKey(sessionId, detail);
  const companyId = ctx.company.id;
  const key = { companyId, owner: ownerOf(actor), conversationId: sessionId };
  const cancelled = await inTransaction(ctx.db, async (tx) => {
    if (!(await lockConversation(tx, key))) throw new AppError({ code: 'not-found', detail });
    const stopped: CancelledTurn[] = [];
    for (const turn of await selectOpenTurnsOf(tx, sessionId))
      stopped.push(...(await cancelOpenTurn(tx, ctx, turn, 'customer')));
    const handoffId = await endHandoffOf(tx, { companyId, conversationId: sessionId, at: ctx.now });
    await updateConversation(tx, key, { speaker: 'assistant', deletedAt: ctx.now, updatedAt: ctx.now });
    await recordEvent(tx, ctx, {
      type: 'conversation.deleted',
      subject: { type: 'conversation', id: sessionId },
      data: { ...(handoffId && { handoffId }) },
    });
    return stopped;
  });
  await tellSession(ctx, sessionId);
  return cancelled;
}
