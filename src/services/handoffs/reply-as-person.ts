import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { insertMessage, takePlace } from '#src/db/queries/turns.ts';
import { newId } from '#src/ids.ts';
import { authoriseStaff } from '../authorise.ts';
import { tellSession } from '../conversations/tell-session.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { loadHandoff, lockedHandoff } from './load-handoff.ts';
import { assertMaySpeak } from './policy.ts';
import { SayInput } from './schemas.ts';

/**
 * Says something to the customer in place of the assistant.
 * @returns the message's id
 * @throws AppError unauthenticated | forbidden (a colleague speaks) | invalid | not-found | not-allowed (nobody has taken it over)
 */
export async function replyAsPerson(ctx: Ctx, id: string, raw: SayInput): Promise<{ messageId: string }> {
  const actor = authoriseStaff(ctx, 'conversations.take_over');
  const { text } = parse(SayInput, raw);
  const found = await loadHandoff(ctx, id);
  const { companyId, conversationId } = found;
  const messageId = newId('message');
  await inTransaction(ctx.db, async (tx) => {
    const { handoff, holderLevel } = await lockedHandoff(tx, ctx, found);
    assertMaySpeak(actor, handoff, holderLevel);
    await takePlace(tx, { companyId, owner: undefined, conversationId }, ctx.now);
    await insertMessage(tx, {
      ...{ id: messageId, companyId, conversationId, role: 'operator', text, authorId: actor.id, createdAt: ctx.now },
    });
    await recordEvent(tx, ctx, {
      type: 'conversation.replied',
      subject: { type: 'conversation', id: conversationId },
      data: { handoffId: id, messageId },
    });
  });
  await tellSession(ctx, conversationId);
  return { messageId };
}
