import type { Ctx } from '#src/context.ts';
import { selectRunningTurn } from '#src/db/queries/conversations.ts';
import { selectMessagesBefore, selectSpeaker, type MessageRow, type SpeakerRow } from '#src/db/queries/messages.ts';
import { AppError } from '#src/errors.ts';
import { decodeCursor, pageOf } from '#src/pagination.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { assertKey } from './assert-key.ts';
import { ownerOf } from './owner-of.ts';
import { HistoryInput } from './schemas.ts';

export type { MessageRow };

export interface History extends Pick<SpeakerRow, 'speaker' | 'handoff'> {
  /** Oldest first. */
  messages: MessageRow[];
  /** Leads to older ones; absent when there are none. */
  nextCursor?: string;
  runningTurnId: string | undefined;
}

/**
 * What was said in one of the actor's own conversations: the latest messages, or those before a cursor. Three queries.
 * @throws AppError invalid | not-found, also for a conversation of somebody else
 */
export async function getHistory(ctx: Ctx, sessionId: string, raw: HistoryInput = {}): Promise<History> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const { limit, cursor } = parse(HistoryInput, raw);
  const detail = 'There is no such conversation.';
  assertKey(sessionId, detail);
  const key = { companyId: ctx.company.id, owner: ownerOf(actor), conversationId: sessionId };
  const speaking = await selectSpeaker(ctx.db, key);
  if (!speaking) throw new AppError({ code: 'not-found', detail });
  // The running turn first: if it ends in between, its answer is among the messages and a client that attaches to it
  // is told the end at once. The other order could miss both.
  const runningTurnId = await selectRunningTurn(ctx.db, sessionId);
  const before = decodeCursor(cursor)?.after;
  const rows = await selectMessagesBefore(ctx.db, {
    conversationId: sessionId,
    reactionsOf: actor.id,
    beforeSeq: typeof before === 'number' ? before : undefined,
    limit: limit + 1,
  });
  const page = pageOf(rows.toReversed(), limit, ({ seq, id }) => ({ after: seq, id }));
  const { speaker, handoff } = speaking;
  return {
    ...{ messages: page.items.toReversed(), speaker, handoff, runningTurnId },
    ...(page.nextCursor && { nextCursor: page.nextCursor }),
  };
}
