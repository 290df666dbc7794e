import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { endTurn } from '#src/db/queries/turns.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';

/**
 * Ends a turn that could not be completed; the customer's message stays.
 * @param input.attempt which run of it failed; left out, the turn is given up whoever runs it
 * @returns false when it had ended already, or another run goes on
 */
export async function failTurn(
  ctx: Ctx,
  input: { turnId: string; attempt?: number; errorCode: string },
): Promise<boolean> {
  authorise(ctx, 'guest', 'customer', 'staff', 'system');
  const { turnId, attempt, errorCode } = input;
  return inTransaction(ctx.db, async (tx) => {
    const turn = { id: turnId, ...(attempt !== undefined && { attempt }) };
    if (!(await endTurn(tx, turn, { status: 'failed', errorCode, finishedAt: ctx.deps.now() }))) return false;
    await recordEvent(tx, ctx, {
      type: 'turn.failed',
      subject: { type: 'turn', id: turnId },
      turnId,
      data: { errorCode },
    });
    return true;
  });
}
