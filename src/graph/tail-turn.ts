import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { failTurn } from '#src/services/conversations/fail-turn.ts';
import { getTurn } from '#src/services/conversations/get-turn.ts';
import type { LoggedEvent } from './assistant.ts';
import { leaseHolder } from './lease.ts';
import { isTerminal, type TurnLogs } from './turn-log.ts';

const INTERRUPTED = {
  type: 'turn.failed' as const,
  code: 'interrupted',
  message: 'The answer was interrupted. Please send your message again; nothing was done twice.',
};

const POLL_MS = 100;

/** Follows a turn that runs here, ran here, or belongs to another process; ends after its terminal event. */
export async function* tailTurn(
  ctx: Ctx,
  logs: TurnLogs,
  turn: { id: string; conversationId: string },
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<LoggedEvent> {
  if (logs.isLive(turn.id)) {
    yield* logs.tailHere(turn.id, afterSeq, signal);
    return;
  }
  let last = afterSeq;
  while (!signal.aborted) {
    // The lease is looked at first: a turn that ends in between has its last event in the log by then.
    const holder = await leaseHolder(ctx.deps.redis, turn.conversationId);
    for (const entry of await logs.read(turn.id, last)) {
      last = entry.seq;
      yield entry;
      if (isTerminal(entry.event)) return;
    }
    if (holder !== turn.id) {
      const { status } = await getTurn(ctx, turn.id);
      if (status === 'running') await failTurn(ctx, { turnId: turn.id, errorCode: INTERRUPTED.code });
      const end = (await logs.read(turn.id, 0)).at(-1);
      if (!end && status !== 'running')
        throw new AppError({ code: 'not-found', detail: 'The events of this turn are no longer kept.' });
      if (end && isTerminal(end.event)) {
        if (end.seq <= last) return;
        continue;
      }
      yield { seq: last + 1, event: INTERRUPTED };
      return;
    }
    await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
}
