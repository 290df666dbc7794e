import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateTurn } from '#src/db/queries/turns.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';

/** Ends a turn that could not be completed; the customer's message stays. @returns false when it had ended already */
export async function failTurn(ctx: Ctx, input: { turnId: string; errorCode: string }): Promise<boolean> {
  authorise(ctx, 'guest', 'customer', 'staff', 'system');
  return inTransaction(ctx.db, async (tx) => {
    const failed = await updateTurn(tx, input.turnId, {
      status: 'failed',
      errorCode: input.errorCode,
      finishedAt: ctx.deps.now(),
    });
    if (failed)
      await recordEvent(tx, ctx, {
        type: 'turn.failed',
        subject: { type: 'turn', id: input.turnId },
        turnId: input.turnId,
        data: { errorCode: input.errorCode },
      });
    return failed;
  });
}
