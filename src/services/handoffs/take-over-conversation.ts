import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import { updateConversation } from '#src/db/queries/conversations.ts';
import { updateHandoff, type HandoffDetail, type HandoffRow } from '#src/db/queries/handoffs.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { tellSession } from '../conversations/tell-session.ts';
import { recordEvent } from '../record-event.ts';
import { loadHandoff, lockedHandoff } from './load-handoff.ts';
import { saveHandoffInQueue } from './save-in-queue.ts';

/**
 * Lets a member of staff speak in place of the assistant, which is silent from now on. Of two at once one wins; whoever
 * has it already, has it. An answer that the assistant is in the middle of still comes.
 * @throws AppError unauthenticated | forbidden | not-found | conflict (a colleague has it) | not-allowed (it is over)
 */
export async function takeOverConversation(ctx: Ctx, id: string): Promise<HandoffDetail> {
  const actor = authoriseStaff(ctx, 'conversations.take_over');
  const found = await loadHandoff(ctx, id);
  await inTransaction(ctx.db, async (tx) => {
    const { handoff, customerId } = await lockedHandoff(tx, ctx, found);
    if (handoff.status === 'active' && handoff.takenBy === actor.id) return;
    if (handoff.status === 'active')
      throw new AppError({ code: 'conflict', detail: 'A colleague has taken this conversation over.' });
    if (handoff.status === 'ended')
      throw new AppError({ code: 'not-allowed', detail: 'The conversation is with the assistant again.' });
    await giveTo(tx, ctx, handoff, { userId: actor.id, customerId });
  });
  await tellSession(ctx, found.conversationId);
  return loadHandoff(ctx, id);
}

/** Makes a person the speaker, in a transaction that has the conversation locked. */
export async function giveTo(
  tx: Transaction,
  ctx: Ctx,
  handoff: HandoffRow,
  { userId, customerId }: { userId: string; customerId: string | null },
): Promise<void> {
  const { companyId, conversationId } = handoff;
  const set = { status: 'active' as const, takenBy: userId, takenAt: ctx.now, updatedAt: ctx.now };
  await updateHandoff(tx, handoff, set);
  const key = { companyId, conversationId, owner: undefined };
  await updateConversation(tx, key, { speaker: 'person', updatedAt: ctx.now });
  await saveHandoffInQueue(tx, ctx, { ...handoff, ...set }, customerId);
  await recordEvent(tx, ctx, {
    type: 'handoff.taken_over',
    subject: { type: 'handoff', id: handoff.id },
    data: { conversationId, waitedSeconds: Math.round((ctx.now.getTime() - handoff.createdAt.getTime()) / 1_000) },
  });
}
