import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { deleteHold } from '#src/db/queries/slot-holds.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';

/** Gives held hours back. Doing it twice, or for a hold that became a booking, changes nothing. */
export async function releaseHold(
  ctx: Ctx,
  input: { holdId: string; turnId?: string; effectKey?: string },
): Promise<void> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  await inTransaction(ctx.db, async (tx) => {
    if (!(await deleteHold(tx, input.holdId, actor.id))) return;
    await recordEvent(tx, ctx, {
      type: 'slot.released',
      subject: { type: 'hold', id: input.holdId },
      turnId: input.turnId,
      effectKey: input.effectKey,
    });
  });
}
