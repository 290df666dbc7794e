import type { Ctx } from '#src/context.ts';
import { selectLatestMessages, selectRunningTurn, type MessageRow } from '#src/db/queries/conversations.ts';
import { assertSession } from './assert-session.ts';

export type { MessageRow };

export interface History {
  /** The latest 200, oldest first. */
  messages: MessageRow[];
  runningTurnId: string | undefined;
}

/**
 * What was said in one of the actor's own conversations.
 * @throws AppError not-found, also for a conversation of somebody else
 */
export async function getHistory(ctx: Ctx, sessionId: string): Promise<History> {
  await assertSession(ctx, sessionId);
  // The running turn first: if it ends in between, its answer is among the messages and a client that attaches to it
  // is told the end at once. The other order could miss both.
  const runningTurnId = await selectRunningTurn(ctx.db, sessionId);
  const messages = await selectLatestMessages(ctx.db, sessionId, 200);
  return { messages, runningTurnId };
}
