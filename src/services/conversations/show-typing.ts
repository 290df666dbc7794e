import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { findSide } from './read-session.ts';
import { tellSession } from './tell-session.ts';

/** The other side is told at most so often. */
const EVERY_MS = 1_000;

/**
 * Tells the other side of a conversation that somebody writes. Nothing is kept of it.
 * @returns false when nobody is told: it was just before, or it is not theirs to answer
 * @throws AppError not-found | forbidden for staff who may not answer
 */
export async function showTyping(ctx: Ctx, conversationId: string): Promise<boolean> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const { side, speaker } = await findSide(ctx, conversationId);
  if (side === 'person' && !(actor.kind === 'staff' && actor.permissions.has('conversations.take_over')))
    throw new AppError({ code: 'forbidden', detail: 'Your role does not allow this (conversations.take_over).' });
  // Nobody is told of a person who writes while the assistant answers.
  if (side === 'person' && speaker === 'assistant') return false;
  const isFirst = await ctx.deps.redis.set(`typing:${conversationId}:${side}`, '1', 'PX', EVERY_MS, 'NX');
  if (isFirst === null) return false;
  await tellSession(ctx, conversationId, { type: 'typing', by: side });
  return true;
}
