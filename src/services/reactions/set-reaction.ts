import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { saveReaction } from '#src/db/queries/reactions.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authorise } from '../authorise.ts';
import { findOwnMessage } from '../conversations/find-own-message.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { SetReactionInput } from './schemas.ts';

/**
 * Gives an answer a thumb, in place of the one that it has of the actor.
 * @throws AppError invalid | not-found, also for a message of somebody else | not-allowed on one's own words
 */
export async function setReaction(ctx: Ctx, messageId: string, raw: SetReactionInput): Promise<void> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const { value, reason } = parse(SetReactionInput, raw);
  const message = await findOwnMessage(ctx, messageId);
  if (message.role === 'user')
    throw new AppError({ code: 'not-allowed', detail: 'Thumbs are for answers, not for your own messages.' });
  await inTransaction(ctx.db, async (tx) => {
    const row = { companyId: ctx.company.id, messageId, ownerId: actor.id, value, reason: reason ?? null };
    await saveReaction(tx, { id: newId('reaction', ctx.now), ...row, at: ctx.now });
    await recordEvent(tx, ctx, {
      type: 'conversation.reacted',
      subject: { type: 'message', id: messageId },
      data: { value, hasReason: reason !== undefined },
    });
  });
}
