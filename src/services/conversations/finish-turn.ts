import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { appendMessage, lockConversation, updateTurn } from '#src/db/queries/turns.ts';
import { newId } from '#src/ids.ts';
import type { TurnResult } from '#src/turn.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';

/**
 * Ends a turn in one transaction: the answer with its provenance and metrics, the turn, the event.
 * A turn that has already ended stays as it is.
 */
export async function finishTurn(ctx: Ctx, result: TurnResult, maker: string): Promise<void> {
  authorise(ctx, 'guest', 'customer', 'staff', 'system');
  const { sessionId: conversationId, turnId, usage } = result;
  const now = ctx.deps.now();
  await inTransaction(ctx.db, async (tx) => {
    const conversation = await lockConversation(tx, { companyId: ctx.company.id, owner: undefined, conversationId });
    const wasRunning = await updateTurn(tx, turnId, {
      status: 'finished',
      latencyMs: usage.latencyMs,
      finishedAt: now,
    });
    if (!conversation || !wasRunning) return;
    await appendMessage(tx, {
      id: newId('message'),
      companyId: ctx.company.id,
      conversationId,
      turnId,
      seq: conversation.messageCount + 1,
      role: 'assistant',
      text: result.text,
      payload: {
        parts: result.parts,
        effects: result.effects,
        ...(result.ask ? { ask: result.ask } : {}),
        ...(result.card ? { card: result.card } : {}),
      },
      intents: result.intents,
      latencyMs: usage.latencyMs,
      tokensIn: usage.tokensIn,
      tokensOut: usage.tokensOut,
      maker,
      createdAt: now,
    });
    await recordEvent(tx, ctx, {
      type: 'turn.finished',
      subject: { type: 'turn', id: turnId },
      turnId,
      data: {
        conversationId,
        intents: result.intents.map((intent) => intent.name),
        agents: [...new Set(result.parts.map((part) => part.agent))],
        effects: result.effects.map((effect) => effect.eventId),
        latencyMs: usage.latencyMs,
      },
    });
  });
}
