import type { Ctx } from '#src/context.ts';
import { selectTurnWithAnswer } from '#src/db/queries/turns.ts';
import type { TurnResult } from '#src/turn.ts';
import { authorise } from '../authorise.ts';

/** How a turn has ended, as the database has it. */
export interface Ending {
  attempt: number;
  sessionId: string;
  finishedAt: Date;
  status: 'finished' | 'failed' | 'cancelled';
  /** Why, of one that failed or was cancelled. */
  reason: string;
  /** What was said and done by it. */
  result: TurnResult;
}

/** How the turn has ended, rebuilt from what was written; undefined while it runs or waits. The caller has seen to whose it is. */
export async function getEnding(ctx: Ctx, turnId: string): Promise<Ending | undefined> {
  authorise(ctx, 'guest', 'customer', 'staff', 'system');
  const row = await selectTurnWithAnswer(ctx.db, { companyId: ctx.company.id, turnId });
  if (!row) return undefined;
  const { turn, answer } = row;
  const { status, attempt, conversationId: sessionId, finishedAt } = turn;
  if (status === 'queued' || status === 'running') return undefined;
  const { parts = [], effects = [], ask, card } = answer?.payload ?? {};
  const result: TurnResult = {
    ...{ sessionId, turnId, text: answer?.text ?? '', intents: answer?.intents ?? [], parts, effects },
    ...(ask && { ask }),
    ...(card && { card }),
    outcome: status === 'cancelled' ? 'cancelled' : answer ? 'answered' : 'silent',
    usage: { tokensIn: answer?.tokensIn ?? 0, tokensOut: answer?.tokensOut ?? 0, latencyMs: turn.latencyMs ?? 0 },
  };
  return { attempt, sessionId, finishedAt: finishedAt ?? turn.startedAt, status, reason: turn.errorCode ?? '', result };
}
