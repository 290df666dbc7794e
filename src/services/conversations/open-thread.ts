import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { insertConversationOnce } from '#src/db/queries/conversations.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { recordEvent } from '../record-event.ts';
import { titleOf } from './begin-turn.ts';
import { findThread } from './find-thread.ts';
import { ownerOf } from './owner-of.ts';
import { isConversationId, threadIdOf } from './thread-id.ts';

/**
 * The actor's own conversation that a client calls `threadId`; begun with the text where there is none.
 * @returns its id
 * @throws AppError not-found for an id of ours that is not the actor's
 */
export async function openThread(ctx: Ctx, { threadId, text }: { threadId: string; text: string }): Promise<string> {
  const owner = ownerOf(authorise(ctx, 'guest', 'customer', 'staff'));
  let found = await findThread(ctx, threadId);
  if (found !== undefined) return found;
  const missing = new AppError({ code: 'not-found', detail: 'There is no such conversation.' });
  if (isConversationId(threadId)) throw missing;
  // The first is the same for messages that come at once; it may be taken by one that was deleted or has gone to an account.
  for (const salt of ['', crypto.randomUUID()]) {
    const { id } = threadIdOf(ctx.company.id, owner, threadId, salt);
    await begin(ctx, { id, companyId: ctx.company.id, ...owner, title: titleOf(text) });
    found = await findThread(ctx, threadId);
    if (found !== undefined) return found;
  }
  throw missing;
}

async function begin(ctx: Ctx, row: Pick<Row, 'id' | 'companyId' | 'userId' | 'guestId' | 'title'>): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const begun = { ...row, channel: 'api' as const, lastMessageAt: ctx.now, createdAt: ctx.now };
    if (!(await insertConversationOnce(tx, begun))) return;
    await recordEvent(tx, ctx, { type: 'conversation.opened', subject: { type: 'conversation', id: row.id } });
  });
}

type Row = Parameters<typeof insertConversationOnce>[1];
