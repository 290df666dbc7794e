import type { Ctx } from '#src/context.ts';

/** Who is on the other side of a conversation: its owner, or somebody of the staff. */
export type Side = 'customer' | 'person';

/** What is told to those who follow a conversation: to look what is new, or that somebody writes. */
export type SessionHint = { type: 'news' } | { type: 'typing'; by: Side };

export const sessionChannel = (conversationId: string): string => `session:${conversationId}:news`;

/** Tells those who follow the conversation, in any process. It may get lost: they look for themselves now and then. */
export async function tellSession(
  ctx: Pick<Ctx, 'deps'>,
  conversationId: string,
  hint: SessionHint = { type: 'news' },
): Promise<void> {
  const { redis, log } = ctx.deps;
  await redis
    .publish(sessionChannel(conversationId), JSON.stringify(hint))
    .catch((error: unknown) => log.warn({ err: error, conversationId }, 'session not told'));
}
