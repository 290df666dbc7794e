import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { deleteIdempotencyKey, selectIdempotencyKey } from '#src/db/queries/idempotency-keys.ts';
import { authorise } from '../authorise.ts';
import { assertSameRequest, type RequestKey } from '../idempotency/request-key.ts';
import { getTurn } from './get-turn.ts';

export interface BegunTurn {
  conversationId: string;
  turnId: string;
}

/**
 * The turn that a message with this key has set off already, if any. One that failed leaves its key free.
 * @throws AppError idempotency-mismatch (the key was used for another message) | not-found (the conversation is gone)
 */
export async function findBegunTurn(ctx: Ctx, key: RequestKey): Promise<BegunTurn | undefined> {
  authorise(ctx, 'guest', 'customer', 'staff');
  const row = await selectIdempotencyKey(ctx.db, key);
  if (!row || row.expiresAt < ctx.now) return undefined;
  assertSameRequest(row, key);
  const { turnId } = row.response as { turnId: string };
  const turn = await getTurn(ctx, turnId);
  if (turn.status !== 'failed') return { conversationId: turn.conversationId, turnId };
  // Only that row: the key may have been taken anew meanwhile.
  await inTransaction(ctx.db, (tx) => deleteIdempotencyKey(tx, key, row.expiresAt));
  return undefined;
}
