import type { BaseCheckpointSaver } from '@langchain/langgraph';
import { AGENTS } from '#src/agents/registry.ts';
import type { Ctx } from '#src/context.ts';
import type { Deps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertSession } from '#src/services/conversations/assert-session.ts';
import { beginTurn } from '#src/services/conversations/begin-turn.ts';
import { findBegunTurn } from '#src/services/conversations/find-begun-turn.ts';
import { getTurn } from '#src/services/conversations/get-turn.ts';
import { requestKey } from '#src/services/idempotency/request-key.ts';
import type { TurnEvent, TurnResult } from '#src/turn.ts';
import { createGraph } from './graph.ts';
import { takeLease } from './lease.ts';
import { repeatTurn } from './repeat-turn.ts';
import { runTurn } from './run-turn.ts';
import { tailTurn } from './tail-turn.ts';
import { createTurnLogs } from './turn-log.ts';

export interface StartTurnInput {
  /** Without one a new session begins. */
  sessionId?: string;
  text: string;
  channel?: 'web' | 'api';
  /** The client's name for this message: sent again with it, the message is answered by the same turn. */
  key?: string | undefined;
}

/** An event with its place in the turn: 1, 2, 3 … without gaps. */
export interface LoggedEvent {
  seq: number;
  event: TurnEvent;
}

export interface StartedTurn {
  sessionId: string;
  turnId: string;
  /** Settles when the turn has ended, whether or not anybody listens; rejects when it failed. */
  result: Promise<TurnResult>;
}

/** Runs turns. A turn belongs to the server: it goes on when the client leaves. */
export interface Assistant {
  /** @throws AppError invalid | not-found | session-busy | idempotency-mismatch | unavailable (shutting down) */
  startTurn(ctx: Ctx, input: StartTurnInput): Promise<StartedTurn>;
  /**
   * The events of a turn after `afterSeq`, live until the terminal one; works in any process.
   * @throws AppError not-found when there is no such turn, or it belongs to somebody else
   */
  tailTurn(ctx: Ctx, turnId: string, afterSeq: number, signal: AbortSignal): Promise<AsyncIterable<LoggedEvent>>;
  /** Takes no new turns and waits for the running ones. */
  close(): Promise<void>;
}

const messageKey = (ctx: Ctx, key: string, input: { sessionId: string | undefined; text: string }) =>
  requestKey(ctx, { key, route: 'POST /api/v1/chat/message', input });

/** How long a message waits for the one before it in the same session. */
const WAIT_MS = 15_000;

export function createAssistant(deps: Pick<Deps, 'redis' | 'log'>, checkpointer: BaseCheckpointSaver): Assistant {
  const graph = createGraph(AGENTS, checkpointer);
  const logs = createTurnLogs(deps.redis);
  const running = new Set<Promise<unknown>>();
  let closing = false;

  return {
    async startTurn(ctx, { sessionId: given, text, channel = 'web', key: clientKey }) {
      if (closing) throw new AppError({ code: 'unavailable', detail: 'The service is restarting; please try again.' });
      const key = clientKey === undefined ? undefined : messageKey(ctx, clientKey, { sessionId: given, text });
      const earlier = key && (await findBegunTurn(ctx, key));
      if (earlier) return repeatTurn(ctx, logs, earlier);
      const sessionId = given ?? newId('conversation', ctx.now);
      const turnId = newId('turn', ctx.now);
      if (given !== undefined) await assertSession(ctx, given);
      const lease = await takeLease(deps.redis, sessionId, turnId, WAIT_MS);
      const message = { conversationId: sessionId, isNew: given === undefined, turnId, text, channel, key };
      const begun = await beginTurn(ctx, message).catch(async (error: unknown) => {
        await lease.release();
        throw error;
      });
      if (begun.turnId !== turnId) {
        await lease.release();
        return repeatTurn(ctx, logs, begun);
      }
      const log = logs.open(turnId);
      const result = runTurn(ctx, graph, { sessionId, turnId, text, channel }, (event) => log.append(event)).finally(
        async () => {
          await log.flushed().catch((error) => deps.log.warn({ err: error, turnId }, 'turn log not written'));
          await lease.release().catch((error) => deps.log.warn({ err: error, turnId }, 'lease not released'));
        },
      );
      const settled = result.catch(() => {});
      running.add(settled);
      void settled.then(() => running.delete(settled));
      return { sessionId, turnId, result };
    },
    async tailTurn(ctx, turnId, afterSeq, signal) {
      const turn = await getTurn(ctx, turnId);
      return tailTurn(ctx, logs, turn, afterSeq, signal);
    },
    async close() {
      closing = true;
      await Promise.all(running);
    },
  };
}
