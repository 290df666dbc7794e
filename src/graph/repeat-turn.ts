import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { BegunTurn } from '#src/services/conversations/find-begun-turn.ts';
import type { TurnResult } from '#src/turn.ts';
import type { StartedTurn } from './assistant.ts';
import { tailTurn } from './tail-turn.ts';
import type { TurnLogs } from './turn-log.ts';

/** A message that came a second time is answered by the turn that it set off the first time. */
export function repeatTurn(ctx: Ctx, logs: TurnLogs, { conversationId, turnId }: BegunTurn): StartedTurn {
  const result = resultOf(ctx, logs, { id: turnId, conversationId });
  result.catch(() => {});
  return { sessionId: conversationId, turnId, result };
}

/** @throws AppError unavailable when the turn failed: sent once more the message sets off another */
async function resultOf(ctx: Ctx, logs: TurnLogs, turn: { id: string; conversationId: string }): Promise<TurnResult> {
  const signal = AbortSignal.timeout(ctx.deps.config.TURN_TIMEOUT_MS);
  for await (const { event } of tailTurn(ctx, logs, turn, 0, signal)) {
    if (event.type === 'turn.finished') return event.result;
    if (event.type === 'turn.failed') break;
  }
  const detail = 'The answer was interrupted. Please send your message again.';
  throw new AppError({ code: 'unavailable', detail, data: { retryAfterSeconds: 1 } });
}
