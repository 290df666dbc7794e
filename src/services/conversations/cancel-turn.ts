import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import { endTurn, insertMessage, lockConversation, takePlace, type OpenTurn } from '#src/db/queries/turns.ts';
import { newId } from '#src/ids.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { effectsOfTurn, sayEffects } from './effects-of-turn.ts';
import { getTurn } from './get-turn.ts';

export type CancelledBy = 'customer' | 'newer_message';

/** The turn that was cancelled, and the process that worked on it. */
export type CancelledTurn = Pick<OpenTurn, 'id' | 'owner'>;

/**
 * Ends a turn of one of the actor's conversations. What it has done by then stays and is told in the conversation; one
 * that has ended stays as it is.
 * @returns the turn when this call has ended it, undefined when it had ended before
 * @throws AppError not-found
 */
export async function cancelTurn(ctx: Ctx, turnId: string): Promise<CancelledTurn | undefined> {
  authorise(ctx, 'guest', 'customer', 'staff');
  const turn = await getTurn(ctx, turnId);
  if (turn.status !== 'running' && turn.status !== 'queued') return undefined;
  const { companyId, conversationId } = turn;
  const cancelled = await inTransaction(ctx.db, async (tx) => {
    await lockConversation(tx, { companyId, owner: undefined, conversationId });
    return cancelOpenTurn(tx, ctx, turn, 'customer');
  });
  return cancelled[0];
}

/** Does so for a turn whose conversation is locked. A change that it is about to make is through before, or never. */
export async function cancelOpenTurn(
  tx: Transaction,
  ctx: Ctx,
  turn: Pick<OpenTurn, 'id' | 'conversationId' | 'owner'>,
  by: CancelledBy,
): Promise<CancelledTurn[]> {
  const { id, conversationId, owner } = turn;
  const companyId = ctx.company.id;
  if (!(await endTurn(tx, { id }, { status: 'cancelled', errorCode: by, finishedAt: ctx.deps.now() }))) return [];
  const effects = await effectsOfTurn(tx, ctx, id);
  if (effects.length > 0) {
    const text = sayEffects(effects);
    await takePlace(tx, { companyId, owner: undefined, conversationId }, ctx.now);
    await insertMessage(tx, {
      ...{ id: newId('message'), companyId, conversationId, turnId: id, text, createdAt: ctx.now },
      role: 'assistant',
      payload: { parts: [{ agent: 'assistant', text, sources: [] }], effects },
    });
  }
  await recordEvent(tx, ctx, {
    type: 'turn.cancelled',
    subject: { type: 'turn', id },
    turnId: id,
    data: { by, effects: effects.map((effect) => effect.eventId) },
  });
  return [{ id, owner }];
}
