import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { updateConversation } from '#src/db/queries/conversations.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertKey } from './assert-key.ts';
import { ownerOf } from './owner-of.ts';
import { RenameSessionInput } from './schemas.ts';

/**
 * Gives one of the actor's own conversations another title.
 * @throws AppError invalid | not-found
 */
export async function renameSession(ctx: Ctx, sessionId: string, raw: RenameSessionInput): Promise<{ title: string }> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const { title } = parse(RenameSessionInput, raw);
  const detail = 'There is no such conversation.';
  assertKey(sessionId, detail);
  const key = { companyId: ctx.company.id, owner: ownerOf(actor), conversationId: sessionId };
  await inTransaction(ctx.db, async (tx) => {
    if (!(await updateConversation(tx, key, { title, updatedAt: ctx.now })))
      throw new AppError({ code: 'not-found', detail });
    await recordEvent(tx, ctx, { type: 'conversation.renamed', subject: { type: 'conversation', id: sessionId } });
  });
  return { title };
}
