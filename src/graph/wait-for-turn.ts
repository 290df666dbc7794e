import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '#src/context.ts';
import { startQueuedTurn } from '#src/services/conversations/start-queued-turn.ts';
import type { TurnFeeds } from './turn-feeds.ts';

/** Word from other processes may get lost: a turn that waits looks for itself after this. */
const LOOK_AGAIN_MS = 2_000;

export interface WaitingTurn {
  turnId: string;
  sessionId: string;
  /** The process that it belongs to. */
  owner: string;
  /** The turn before it, as far as known. */
  behind?: string | undefined;
}

/**
 * Waits until a queued turn is the first in its conversation, and begins it in the database.
 * @returns how it stands then: `gone` when it was cancelled, is another process's by now, or nobody waits any more
 */
export async function waitForTurn(
  ctx: Ctx,
  feeds: TurnFeeds,
  { turnId, sessionId, owner, behind }: WaitingTurn,
  signal: AbortSignal,
): Promise<'running' | 'silent' | 'gone'> {
  let before = behind;
  while (!signal.aborted) {
    try {
      if (before) await hasEnded(ctx, feeds, before, signal);
      const now = await startQueuedTurn(ctx, { turnId, conversationId: sessionId, owner });
      if (now.status !== 'queued') return now.status;
      before = now.behind;
    } catch (error) {
      ctx.deps.log.warn({ err: error, turnId }, 'a turn that waits looks again');
      await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {});
    }
  }
  return 'gone';
}

async function hasEnded(ctx: Ctx, feeds: TurnFeeds, turnId: string, signal: AbortSignal): Promise<void> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(LOOK_AGAIN_MS)]);
  for await (const _ of feeds.follow(ctx, turnId, { signal: patience }));
}
