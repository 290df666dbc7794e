import type { BaseCheckpointSaver } from '@langchain/langgraph';
import { AGENTS } from '#src/agents/registry.ts';
import type { Ctx } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import type { Deps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { beginTurn, type WhenBusy } from '#src/services/conversations/begin-turn.ts';
import { cancelTurn, type CancelledTurn } from '#src/services/conversations/cancel-turn.ts';
import { getTurn } from '#src/services/conversations/get-turn.ts';
import { requestKey } from '#src/services/idempotency/request-key.ts';
import type { TurnEvent, TurnResult, TurnResume } from '#src/turn.ts';
import { completeLog } from './complete-log.ts';
import { DeferredSaver } from './deferred-saver.ts';
import { createGraph } from './graph.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createRecovery } from './recover-turns.ts';
import { followSession, type FollowedSession } from './session-feeds.ts';
import { createTurnFeeds, type TurnFeeds } from './turn-feeds.ts';
import { createTurnLogs } from './turn-log.ts';
import { createTurnRunner } from './turn-runner.ts';
import { createWire } from './wire.ts';

export interface StartTurnInput {
  /** Without one a new session begins. */
  sessionId?: string;
  text: string;
  channel?: 'web' | 'api';
  /** What becomes of it while another message of the session is answered; it waits unless it says otherwise. */
  whenBusy?: WhenBusy;
  /** The client's name for this message: sent again with it, the message is answered by the same turn. */
  key?: string | undefined;
  attachmentIds?: string[];
  /** Answers to open questions that need not be read from words. */
  resume?: TurnResume[];
  /** State of the graph to go on from, in place of the latest: a branch. */
  checkpointId?: string;
  /** The customer's earlier message that this one is in place of: the talk goes on from before it. */
  edits?: string;
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

/** Runs turns. A turn belongs to the servers: it goes on when the client leaves, and elsewhere when its process dies. */
export interface Assistant {
  /**
   * Returns once the message is written down.
   * @throws AppError invalid | not-found | session-busy | idempotency-mismatch | unavailable
   */
  startTurn(ctx: Ctx, input: StartTurnInput): Promise<StartedTurn>;
  /**
   * The events of a turn after `afterSeq`, live until the terminal one; works in any process.
   * @throws AppError not-found when there is no such turn, or it belongs to somebody else
   */
  tailTurn(ctx: Ctx, turnId: string, afterSeq: number, signal: AbortSignal): Promise<AsyncIterable<LoggedEvent>>;
  /**
   * Follows a conversation beside its turns, as its owner or as staff: messages of people, who speaks, who writes.
   * @param afterSeq the last message that the client has; 0 for what comes from now on
   * @throws AppError not-found
   */
  tailSession(ctx: Ctx, input: { sessionId: string; afterSeq: number; signal: AbortSignal }): Promise<FollowedSession>;
  /**
   * Stops a turn, wherever it runs; what it has done by then stays and is told. One that has ended stays as it is.
   * @returns whether this call has ended it
   * @throws AppError not-found
   */
  cancelTurn(ctx: Ctx, turnId: string): Promise<boolean>;
  /** From now on takes over the turns of processes that die. */
  keepWatch(): void;
  /** Takes no new turns and waits for the running ones. */
  close(): Promise<void>;
}

const messageKey = (
  ctx: Ctx,
  key: string,
  input: { sessionId: string | undefined; text: string; edits?: string; attachmentIds?: string[] },
) => requestKey(ctx, { key, route: 'POST /api/v1/chat/message', input });

const processChannel = (processId: string) => `process:${processId}:stop`;

/** @param saverIn keeps the graph's state by a connection, or in a transaction */
export function createAssistant(deps: Deps, saverIn: (db: Db) => BaseCheckpointSaver): Assistant {
  const saver = new DeferredSaver(saverIn(deps.db), saverIn);
  const graph = createGraph(AGENTS, { checkpointer: saver });
  const heartbeat = createHeartbeat(deps.redis, deps.log);
  const wire = createWire(deps.redis, deps.log);
  const logs = createTurnLogs(deps.redis);
  const feeds: TurnFeeds = createTurnFeeds(logs, wire, (ctx, turnId) => completeLog(ctx, { logs, feeds }, turnId));
  const { processId } = heartbeat;
  const runner = createTurnRunner({ log: deps.log, graph, saver, processId, logs, feeds });
  const endLog = (ctx: Ctx, turnId: string) => completeLog(ctx, { logs, feeds }, turnId, 0);
  const recovery = createRecovery({ deps, heartbeat, runner, complete: endLog });
  let hearing: Promise<unknown> | undefined;
  let isClosing = false;

  /** Stops the work on turns that were ended in the database, and writes the end of their logs. */
  async function stop(ctx: Ctx, turns: readonly CancelledTurn[]): Promise<void> {
    for (const { id, owner } of turns) {
      if (runner.has(id)) runner.abort(id);
      else if (owner) await wire.tell(processChannel(owner), id);
      await endLog(ctx, id);
    }
  }

  return {
    async startTurn(
      ctx,
      { sessionId: given, text, channel = 'web', whenBusy = 'enqueue', key: clientKey, edits, ...rest },
    ) {
      if (isClosing)
        throw new AppError({ code: 'unavailable', detail: 'The service is restarting; please try again.' });
      const { attachmentIds: files } = rest;
      const said = {
        sessionId: given,
        text,
        ...(edits !== undefined && { edits }),
        ...(files && { attachmentIds: files }),
      };
      const key = clientKey === undefined ? undefined : messageKey(ctx, clientKey, said);
      await heartbeat.ensure();
      hearing ??= wire.listen(processChannel(processId), (turnId) => runner.abort(turnId));
      await hearing;
      const conversationId = given ?? newId('conversation', ctx.now);
      const turnId = newId('turn', ctx.now);
      runner.claim(ctx, turnId);
      const message = {
        conversationId,
        isNew: given === undefined,
        turnId,
        text,
        channel,
        whenBusy,
        key,
        edits,
        ...rest,
      };
      const begun = await beginTurn(ctx, { ...message, owner: processId }).catch((error: unknown) => {
        runner.release(turnId);
        throw error;
      });
      let result: Promise<TurnResult>;
      if (begun.status === 'repeated') {
        runner.release(turnId);
        result = runner.resultElsewhere(ctx, begun.turnId);
      } else {
        const { attachmentIds = [], ...more } = rest;
        const input = { sessionId: conversationId, turnId, attempt: 1, text, channel, saidAt: ctx.now, attachmentIds };
        result = runner.run({ ...input, ...more }, { status: begun.status, behind: begun.behind });
      }
      result.catch(() => {});
      void stop(ctx, begun.interrupted).catch((error: unknown) => deps.log.warn({ err: error }, 'stop not told'));
      return { sessionId: begun.conversationId, turnId: begun.turnId, result };
    },
    async tailTurn(ctx, turnId, afterSeq, signal) {
      if (runner.isOf(ctx, turnId)) return feeds.follow(ctx, turnId, { afterSeq, signal });
      const { status } = await getTurn(ctx, turnId);
      return feeds.follow(ctx, turnId, { afterSeq, signal, isOver: status !== 'queued' && status !== 'running' });
    },
    tailSession: (ctx, input) => followSession(wire, ctx, input),
    async cancelTurn(ctx, turnId) {
      const cancelled = await cancelTurn(ctx, turnId);
      if (cancelled) await stop(ctx, [cancelled]);
      return cancelled !== undefined;
    },
    keepWatch: () => recovery.start(),
    async close() {
      isClosing = true;
      recovery.close();
      await runner.close();
      feeds.close();
      await heartbeat.close();
      wire.close();
    },
  };
}
