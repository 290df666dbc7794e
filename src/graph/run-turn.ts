import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { failTurn } from '#src/services/conversations/fail-turn.ts';
import { finishTurn } from '#src/services/conversations/finish-turn.ts';
import type { TurnEvent, TurnResult, TurnResume } from '#src/turn.ts';
import { failureOf } from './complete-log.ts';
import type { DeferredSaver, Kept } from './deferred-saver.ts';
import type { createGraph } from './graph.ts';
import type { State, TurnContext } from './state.ts';

export interface TurnInput {
  sessionId: string;
  turnId: string;
  attempt: number;
  text: string;
  channel: 'web' | 'api';
  /** When it was said: what "tomorrow" meant. The rules go by `ctx.now`. */
  saidAt: Date;
  attachmentIds: string[];
  resume?: TurnResume[];
  /** The state to go on from, if not the latest. */
  checkpointId?: string;
}

/** How one run of a turn went: `left` when it did not end the turn, because another one does, or nobody can just now. */
export type RunOutcome =
  | { kind: 'finished'; result: TurnResult }
  | { kind: 'failed'; error: unknown }
  | { kind: 'left' };

const EMPTY_USAGE = { tokensIn: 0, tokensOut: 0 };
const TRIES = 3;

/**
 * Runs the graph for one message and writes down how it ended. Emits the terminal event only after the database has the
 * end, and only if it was this run that ended the turn.
 * @param signal aborts when the turn is cancelled, or taken over
 */
export async function runTurn(
  given: Ctx,
  { graph, saver }: { graph: ReturnType<typeof createGraph>; saver: DeferredSaver },
  input: TurnInput,
  emit: (event: TurnEvent) => void,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const { sessionId, turnId, attempt, text, channel, saidAt, attachmentIds, resume, checkpointId } = input;
  const ctx: Ctx = { ...given, turn: { id: turnId, attempt } };
  const { log, config } = ctx.deps;
  const startedAt = performance.now();
  const kept: Kept = {};
  try {
    const context: TurnContext = {
      ...{ ctx, sessionId, turnId, channel, saidAt, attachmentIds, emit },
      ...(resume && { resume }),
    };
    const state = (await graph.invoke(
      { text, results: 'clear', answer: null, read: null },
      {
        configurable: { thread_id: sessionId, kept, ...(checkpointId && { checkpoint_id: checkpointId }) },
        context: context as unknown as Record<string, unknown>,
        durability: 'exit',
        signal: AbortSignal.any([signal, AbortSignal.timeout(config.TURN_TIMEOUT_MS)]),
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
      outcome: 'answered',
      usage: { ...EMPTY_USAGE, latencyMs: Math.round(performance.now() - startedAt) },
    };
    const turnState = saver.stateIn(kept);
    const maker = `${read.maker.name}@${read.maker.version}`;
    const finished = { result, attempt, maker, sentiment: read.sentiment, ...(turnState && { state: turnState }) };
    if (!(await patiently(() => finishTurn(ctx, finished)))) return { kind: 'left' };
    const corrected = answer.parts.filter((part) => part.wasCorrected).map((part) => part.agent);
    if (corrected.length > 0) log.warn({ turnId, agents: corrected, maker }, 'claims without a receipt taken out');
    emit({ type: 'turn.finished', result });
    return { kind: 'finished', result };
  } catch (error) {
    if (signal.aborted) return { kind: 'left' };
    log.error({ err: error, turnId }, 'turn failed');
    const errorCode = error instanceof AppError ? error.code : 'internal';
    try {
      if (!(await failTurn(ctx, { turnId, attempt, errorCode }))) return { kind: 'left' };
    } catch (cause) {
      // Without the database nothing can be ended: the turn stays open, to be run again.
      log.error({ err: cause, turnId }, 'turn failure not recorded');
      return { kind: 'left' };
    }
    emit(failureOf(errorCode));
    return { kind: 'failed', error };
  }
}

/** What was done for the answer is done: a connection that broke is no reason to throw the answer away. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError || tries >= TRIES) throw error;
      await sleep(100 * 3 ** tries);
    }
  }
}
