import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { takeHiddenPlace } from '#src/db/queries/handoffs.ts';
import { insertMessage } from '#src/db/queries/turns.ts';
import { newId } from '#src/ids.ts';
import { authoriseStaff } from '../authorise.ts';
import { tellSession } from '../conversations/tell-session.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { loadHandoff, lockedHandoff } from './load-handoff.ts';
import { SayInput } from './schemas.ts';

/**
 * Writes something into a conversation that only staff see, whoever speaks there.
 * @returns the note's id
 * @throws AppError unauthenticated | forbidden | invalid | not-found
 */
export async function addNote(ctx: Ctx, id: string, raw: SayInput): Promise<{ messageId: string }> {
  const actor = authoriseStaff(ctx, 'conversations.take_over');
  const { text } = parse(SayInput, raw);
  const found = await loadHandoff(ctx, id);
  const { companyId, conversationId } = found;
  const messageId = newId('message');
  await inTransaction(ctx.db, async (tx) => {
    await lockedHandoff(tx, ctx, found);
    await takeHiddenPlace(tx, companyId, conversationId);
    await insertMessage(tx, {
      ...{ id: messageId, companyId, conversationId, role: 'system', text, authorId: actor.id, createdAt: ctx.now },
    });
    await recordEvent(tx, ctx, {
      type: 'handoff.noted',
      subject: { type: 'handoff', id },
      data: { conversationId, messageId },
    });
  });
  await tellSession(ctx, conversationId);
  return { messageId };
}
