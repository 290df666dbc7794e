import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import { finishRunningTurn, insertMessage } from '#src/db/queries/turns.ts';
import { newId } from '#src/ids.ts';
import type { TurnResult } from '#src/turn.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';

export interface FinishedTurn {
  result: TurnResult;
  /** Which run of the turn it is that finishes. */
  attempt: number;
  /** Language maker and version. */
  maker: string;
  /** Of the customer's words, −1 … 1. */
  sentiment: number;
  /** The graph's state after the turn: written with the answer, or not at all. */
  state?: { checkpointId: string; save(tx: Transaction): Promise<void> };
}

/**
 * Ends a turn in one transaction: the answer with its provenance and metrics, the graph's state, the turn, the event.
 * Five round trips beside those of the state.
 * @returns false, with nothing written, when the turn has ended or another run of it has begun
 */
export async function finishTurn(ctx: Ctx, finished: FinishedTurn): Promise<boolean> {
  authorise(ctx, 'guest', 'customer', 'staff', 'system');
  const { result, attempt, maker, sentiment, state } = finished;
  const { sessionId: conversationId, turnId, usage } = result;
  const at = ctx.deps.now();
  return inTransaction(ctx.db, async (tx) => {
    const set = { latencyMs: usage.latencyMs, checkpointId: state?.checkpointId ?? null, sentiment, at };
    if (!(await finishRunningTurn(tx, { id: turnId, conversationId, attempt }, set))) return false;
    await insertMessage(tx, {
      ...{ id: newId('message'), companyId: ctx.company.id, conversationId, turnId, text: result.text },
      role: 'assistant',
      payload: {
        parts: result.parts,
        effects: result.effects,
        ...(result.ask ? { ask: result.ask } : {}),
        ...(result.card ? { card: result.card } : {}),
      },
      intents: result.intents,
      ...{ latencyMs: usage.latencyMs, tokensIn: usage.tokensIn, tokensOut: usage.tokensOut, maker },
      createdAt: at,
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
        corrected: result.parts.filter((part) => part.wasCorrected).map((part) => part.agent),
      },
    });
    await state?.save(tx);
    return true;
  });
}
