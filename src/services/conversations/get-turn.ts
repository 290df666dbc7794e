import type { Ctx } from '#src/context.ts';
import { selectTurn, type TurnRow } from '#src/db/queries/turns.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from './assert-key.ts';
import { ownerOf } from './owner-of.ts';

/**
 * A turn of one of the actor's own conversations.
 * @throws AppError not-found
 */
export async function getTurn(ctx: Ctx, turnId: string): Promise<TurnRow> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const detail = 'There is no such turn.';
  assertKey(turnId, detail);
  const turn = await selectTurn(ctx.db, { companyId: ctx.company.id, owner: ownerOf(actor), turnId });
  if (!turn) throw new AppError({ code: 'not-found', detail });
  return turn;
}
