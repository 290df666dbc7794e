import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { insertHandoff, selectOpenHandoff, type HandoffDetail, type HandoffRow } from '#src/db/queries/handoffs.ts';
import { lockConversation } from '#src/db/queries/turns.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authoriseStaff } from '../authorise.ts';
import { tellSession } from '../conversations/tell-session.ts';
import { parse } from '../parse.ts';
import { loadHandoff } from './load-handoff.ts';
import { SCORES } from './policy.ts';
import { StartHandoffInput } from './schemas.ts';
import { summarise } from './summarise.ts';
import { giveTo } from './take-over-conversation.ts';

/**
 * Lets a member of staff join a conversation that nobody has asked them into; one that waits for a person is taken as it is.
 * @throws AppError unauthenticated | forbidden | invalid | not-found | conflict (a colleague has it)
 */
export async function startHandoff(ctx: Ctx, raw: StartHandoffInput): Promise<HandoffDetail> {
  const actor = authoriseStaff(ctx, 'conversations.take_over');
  const { conversationId } = parse(StartHandoffInput, raw);
  const companyId = ctx.company.id;
  const id = await inTransaction(ctx.db, async (tx) => {
    const conversation = await lockConversation(tx, { companyId, owner: undefined, conversationId });
    if (!conversation) throw new AppError({ code: 'not-found', detail: 'There is no such conversation.' });
    const open = await selectOpenHandoff(tx, companyId, conversationId);
    if (open?.status === 'active' && open.takenBy === actor.id) return open.id;
    if (open?.status === 'active')
      throw new AppError({ code: 'conflict', detail: 'A colleague has taken this conversation over.' });
    const handoff: HandoffRow = open ?? {
      ...{ id: newId('handoff', ctx.now), companyId, conversationId, openKey: conversationId },
      ...{ reason: 'staff_took_over', score: SCORES.staff_took_over, status: 'waiting' },
      summary: await summarise(tx, { conversationId }),
      ...{ takenBy: null, takenAt: null, endedBy: null, endedAt: null, createdAt: ctx.now, updatedAt: ctx.now },
    };
    if (!open) await insertHandoff(tx, handoff);
    await giveTo(tx, ctx, handoff, { userId: actor.id, customerId: conversation.userId });
    return handoff.id;
  });
  await tellSession(ctx, conversationId);
  return loadHandoff(ctx, id);
}
