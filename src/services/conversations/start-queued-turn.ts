import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { endTurn, lockConversation, selectOpenTurnsOf, setTurnRunning } from '#src/db/queries/turns.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { tellSession } from './tell-session.ts';

export type QueuedTurn =
  | { status: 'running' | 'silent' }
  /** It is not its turn yet. */
  | { status: 'queued'; behind: string }
  /** Cancelled, or another process's by now. */
  | { status: 'gone' };

/**
 * Lets a turn begin that waited for its turn: when it is the first in its conversation. In a conversation where a person
 * speaks by now it ends without an answer.
 */
export async function startQueuedTurn(
  ctx: Ctx,
  input: { turnId: string; conversationId: string; owner: string },
): Promise<QueuedTurn> {
  authorise(ctx, 'guest', 'customer', 'staff', 'system');
  const { turnId, conversationId, owner } = input;
  const companyId = ctx.company.id;
  const now = await inTransaction(ctx.db, async (tx): Promise<QueuedTurn> => {
    const conversation = await lockConversation(tx, { companyId, owner: undefined, conversationId });
    const open = await selectOpenTurnsOf(tx, conversationId);
    const place = open.findIndex((turn) => turn.id === turnId);
    const before = open[place - 1];
    if (before) return { status: 'queued', behind: before.id };
    if (place < 0 || !(await setTurnRunning(tx, { id: turnId, owner }))) return { status: 'gone' };
    if (conversation?.speaker !== 'person') return { status: 'running' };
    await endTurn(tx, { id: turnId }, { status: 'finished', finishedAt: ctx.deps.now() });
    await recordEvent(tx, ctx, {
      type: 'conversation.message_received',
      subject: { type: 'conversation', id: conversationId },
      turnId,
    });
    return { status: 'silent' };
  });
  if (now.status === 'silent') await tellSession(ctx, conversationId);
  return now;
}
