import type { Ctx } from '#src/context.ts';
import { getEnding, type Ending } from '#src/services/conversations/get-ending.ts';
import type { TurnEvent } from '#src/turn.ts';
import { eventsOf } from './compose.ts';
import type { TurnFeeds } from './turn-feeds.ts';
import { isTerminal, type TurnLogs } from './turn-log.ts';

/** A process that has ended a turn in the database writes the end of the log within this, if it lives. */
const GRACE_MS = 2_000;

/**
 * Writes the end of the log of a turn that has ended in the database, when whoever ran it did not: it died, or the turn
 * was ended from outside. @param graceMs leave it to them for so long
 */
export async function completeLog(
  ctx: Ctx,
  { logs, feeds }: { logs: TurnLogs; feeds: TurnFeeds },
  turnId: string,
  graceMs = GRACE_MS,
): Promise<void> {
  const ending = await getEnding(ctx, turnId);
  if (!ending || Date.now() - ending.finishedAt.getTime() < graceMs) return;
  for (;;) {
    const entries = await logs.read(turnId, 0);
    const last = entries.at(-1);
    if (last && isTerminal(last.event)) return;
    const from = (last?.seq ?? 0) + 1;
    const events = endOf(ending, last !== undefined);
    // Above the runs that there were, so that none of them can write any more.
    const { outcome } = await logs.append(turnId, { attempt: ending.attempt + 1, from, events });
    if (outcome === 'done') {
      feeds.extend(turnId, [...entries, ...events.map((event, i) => ({ seq: from + i, event }))]);
      return;
    }
    if (outcome === 'refused') return;
  }
}

/** What is missing: the whole answer again where it may have been told in part. */
function endOf(ending: Ending, isBegun: boolean): TurnEvent[] {
  const { status, attempt, result, reason } = ending;
  const { sessionId, turnId } = result;
  const opening: TurnEvent[] = isBegun ? [] : [{ type: 'turn.started', sessionId, turnId }];
  const answer = [...eventsOf(result)];
  switch (status) {
    case 'finished':
      if (isBegun && answer.length > 0) opening.push({ type: 'turn.restarted', attempt: attempt + 1 });
      return [...opening, ...answer, { type: 'turn.finished', result }];
    case 'cancelled':
      return [...opening, ...answer, { type: 'turn.cancelled', by: reason === 'newer_message' ? reason : 'customer' }];
    case 'failed':
      return [...opening, failureOf(reason)];
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  gave_up: 'I could not answer this message, although I tried several times. Please say it in another way.',
  interrupted: 'The answer was interrupted. Please send your message again; nothing was done twice.',
};

/** The terminal event of a turn that failed, by the code that the database has. */
export function failureOf(errorCode: string): Extract<TurnEvent, { type: 'turn.failed' }> {
  const message = MESSAGES[errorCode] ?? 'Something went wrong on our side. Please try again.';
  return { type: 'turn.failed', code: errorCode in MESSAGES ? errorCode : 'internal', message };
}
