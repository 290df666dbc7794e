import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { lockHandoff, selectHandoff, type HandoffDetail, type HandoffRow } from '#src/db/queries/handoffs.ts';
import { lockConversation } from '#src/db/queries/turns.ts';
import { selectStaffRole } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { assertKey } from '../conversations/assert-key.ts';

const detail = 'There is no such handoff.';
const noSuchHandoff = () => new AppError({ code: 'not-found', detail });

/** @throws AppError not-found */
export async function loadHandoff(ctx: Ctx, id: string): Promise<HandoffDetail> {
  assertKey(id, detail);
  const handoff = await selectHandoff(ctx.db, ctx.company.id, id);
  if (!handoff) throw noSuchHandoff();
  return handoff;
}

/**
 * Locks a handoff's conversation and then the handoff, in the order in which everybody does, and reads it anew.
 * @returns it, with the level of whoever holds it and whose conversation it is
 * @throws AppError not-found, also when the customer has deleted the conversation
 */
export async function lockedHandoff(
  tx: Transaction,
  ctx: Ctx,
  { id, conversationId }: Pick<HandoffRow, 'id' | 'conversationId'>,
): Promise<{ handoff: HandoffRow; holderLevel: number; customerId: string | null }> {
  const companyId = ctx.company.id;
  const conversation = await lockConversation(tx, { companyId, owner: undefined, conversationId });
  const handoff = conversation && (await lockHandoff(tx, companyId, id));
  if (!handoff) throw noSuchHandoff();
  const holder = handoff.takenBy ? await selectStaffRole(tx, handoff.takenBy) : undefined;
  return { handoff, holderLevel: holder?.level ?? 0, customerId: conversation.userId };
}
