import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateConversation } from '#src/db/queries/conversations.ts';
import { updateHandoff, type HandoffDetail } from '#src/db/queries/handoffs.ts';
import { insertMessage, takePlace } from '#src/db/queries/turns.ts';
import { newId } from '#src/ids.ts';
import { authoriseStaff } from '../authorise.ts';
import { tellSession } from '../conversations/tell-session.ts';
import { recordEvent } from '../record-event.ts';
import { loadHandoff, lockedHandoff } from './load-handoff.ts';
import { assertMaySpeak, BACK_TEXT } from './policy.ts';
import { saveHandoffInQueue } from './save-in-queue.ts';

/**
 * Gives a conversation back to the assistant, which says so.
 * @throws AppError unauthenticated | forbidden (a colleague speaks) | not-found | not-allowed (it is with nobody, or over)
 */
export async function handBack(ctx: Ctx, id: string): Promise<HandoffDetail> {
  const actor = authoriseStaff(ctx, 'conversations.take_over');
  const found = await loadHandoff(ctx, id);
  const { companyId, conversationId } = found;
  const key = { companyId, owner: undefined, conversationId };
  await inTransaction(ctx.db, async (tx) => {
    const { handoff, holderLevel } = await lockedHandoff(tx, ctx, found);
    assertMaySpeak(actor, handoff, holderLevel);
    const set = { status: 'ended' as const, endedBy: actor.id, endedAt: ctx.now, updatedAt: ctx.now };
    await updateHandoff(tx, handoff, { ...set, openKey: null });
    await saveHandoffInQueue(tx, ctx, { ...handoff, ...set });
    await updateConversation(tx, key, { speaker: 'assistant', updatedAt: ctx.now });
    await takePlace(tx, key, ctx.now);
    await insertMessage(tx, {
      ...{ id: newId('message'), companyId, conversationId, role: 'assistant', text: BACK_TEXT, createdAt: ctx.now },
      payload: { parts: [{ agent: 'assistant', text: BACK_TEXT, sources: [] }], effects: [] },
    });
    await recordEvent(tx, ctx, { type: 'handoff.ended', subject: { type: 'handoff', id }, data: { conversationId } });
  });
  await tellSession(ctx, conversationId);
  return loadHandoff(ctx, id);
}
