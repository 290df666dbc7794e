import type { Ctx } from '#src/context.ts';
import { selectOpenTurnsOf } from '#src/db/queries/turns.ts';
import { assertSession } from './assert-session.ts';

/**
 * The turns that run or wait in one of the actor's own conversations, the last first: none begins while others are ended.
 * @throws AppError not-found
 */
export async function listOpenTurnIds(ctx: Ctx, sessionId: string): Promise<string[]> {
  await assertSession(ctx, sessionId);
  return (await selectOpenTurnsOf(ctx.db, sessionId)).map(({ id }) => id).toReversed();
}
