import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { finishTurn } from '#src/services/conversations/finish-turn.ts';
import { failTurn } from '#src/services/conversations/fail-turn.ts';
import type { TurnEvent, TurnResult } from '#src/turn.ts';
import type { createGraph } from './graph.ts';
import type { State, TurnContext } from './state.ts';

export interface TurnInput {
  sessionId: string;
  turnId: string;
  text: string;
  channel: 'web' | 'api';
}

const EMPTY_USAGE = { tokensIn: 0, tokensOut: 0 };

/**
 * Runs the graph for one message and writes down how it ended. Emits exactly one terminal event, and that only after
 * the database has the answer.
 * @throws what went wrong, after it has been recorded and emitted
 */
export async function runTurn(
  ctx: Ctx,
  graph: ReturnType<typeof createGraph>,
  input: TurnInput,
  emit: (event: TurnEvent) => void,
): Promise<TurnResult> {
  const { sessionId, turnId, text, channel } = input;
  const startedAt = performance.now();
  emit({ type: 'turn.started', sessionId, turnId });
  try {
    const context: TurnContext = { ctx, sessionId, turnId, channel, emit };
    const state = (await graph.invoke(
      { text, results: 'clear', answer: null, read: null },
      {
        configurable: { thread_id: sessionId },
        context: context as unknown as Record<string, unknown>,
        durability: 'exit',
        signal: AbortSignal.timeout(ctx.deps.config.TURN_TIMEOUT_MS),
      },
    )) as typeof State.State;
    const { answer, read } = state;
    if (!answer || !read) throw new AppError({ code: 'internal', detail: 'The graph ended without an answer.' });
    const result: TurnResult = {
      sessionId,
      turnId,
      text: answer.text,
      intents: read.intents,
      parts: answer.parts,
      effects: answer.effects,
      ...(answer.ask ? { ask: answer.ask } : {}),
      ...(answer.card ? { card: answer.card } : {}),
      usage: { ...EMPTY_USAGE, latencyMs: Math.round(performance.now() - startedAt) },
    };
    await finishTurn(ctx, result, `${read.maker.name}@${read.maker.version}`);
    emit({ type: 'turn.finished', result });
    return result;
  } catch (error) {
    ctx.deps.log.error({ err: error, turnId }, 'turn failed');
    await failTurn(ctx, { turnId, errorCode: error instanceof AppError ? error.code : 'internal' }).catch((e) =>
      ctx.deps.log.error({ err: e, turnId }, 'turn failure not recorded'),
    );
    emit({ type: 'turn.failed', code: 'internal', message: 'Something went wrong on our side. Please try again.' });
    throw error;
  }
}
