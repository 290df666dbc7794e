import type { Ctx } from '#src/context.ts';
import { selectConversation } from '#src/db/queries/conversations.ts';
import { selectMessagesAfter, type NotedMessage } from '#src/db/queries/messages.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from './assert-key.ts';
import { ownerOf } from './owner-of.ts';

/** Messages that are read at a time. */
const PAGE = 200;

export interface SessionExport {
  id: string;
  title: string;
  createdAt: Date;
  exportedAt: Date;
  /** Oldest first, read as they are asked for. */
  messages: AsyncIterable<NotedMessage>;
}

/**
 * One of the actor's own conversations whole, however long it is.
 * @throws AppError not-found
 */
export async function exportSession(ctx: Ctx, sessionId: string): Promise<SessionExport> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const detail = 'There is no such conversation.';
  assertKey(sessionId, detail);
  const key = { companyId: ctx.company.id, owner: ownerOf(actor), conversationId: sessionId };
  const conversation = await selectConversation(ctx.db, key);
  if (!conversation) throw new AppError({ code: 'not-found', detail });
  const { id, title, createdAt } = conversation;
  return { id, title, createdAt, exportedAt: ctx.now, messages: messagesOf(ctx, id) };
}

async function* messagesOf(ctx: Ctx, conversationId: string): AsyncGenerator<NotedMessage> {
  for (let afterSeq = 0; ;) {
    const rows = await selectMessagesAfter(ctx.db, { conversationId, afterSeq, limit: PAGE });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    afterSeq = last.seq;
  }
}
