import type { Ctx } from '#src/context.ts';
import type { Log } from '#src/log.ts';
import type { TurnResult } from '#src/turn.ts';
import type { DeferredSaver } from './deferred-saver.ts';
import type { createGraph } from './graph.ts';
import { openLog, type LogWriter } from './log-writer.ts';
import { runTurn, type RunOutcome, type TurnInput } from './run-turn.ts';
import type { TurnFeeds } from './turn-feeds.ts';
import type { TurnLogs } from './turn-log.ts';
import { resultOf } from './turn-result.ts';
import { waitForTurn } from './wait-for-turn.ts';

export interface RunnerParts {
  log: Log;
  graph: ReturnType<typeof createGraph>;
  saver: DeferredSaver;
  processId: string;
  logs: TurnLogs;
  feeds: TurnFeeds;
}

/** How a turn of this process stands in the database. */
export interface Standing {
  status: 'running' | 'queued' | 'silent';
  /** The turn before a queued one, if known. */
  behind?: string | undefined;
}

interface Entry {
  ctx: Ctx;
  abort: AbortController;
  /** Settles when the log has all that was written here. */
  flushed: Promise<void>;
}

const NO_USAGE = { tokensIn: 0, tokensOut: 0, latencyMs: 0 };

/** Runs the turns that are this process's, each when its conversation is free. */
export function createTurnRunner(parts: RunnerParts) {
  const { log, processId, feeds } = parts;
  const here = new Map<string, Entry>();
  const working = new Set<Promise<unknown>>();
  const closing = new AbortController();

  async function work(entry: Entry, input: TurnInput, standing: Standing, writer: LogWriter): Promise<RunOutcome> {
    const { ctx, abort } = entry;
    const startedAt = Date.now();
    let stands: Awaited<ReturnType<typeof waitForTurn>> | Standing['status'] = standing.status;
    if (stands === 'queued') {
      const { turnId, sessionId } = input;
      const waiting = { turnId, sessionId, owner: processId, behind: standing.behind };
      stands = await waitForTurn(ctx, feeds, waiting, AbortSignal.any([abort.signal, closing.signal]));
    }
    if (stands === 'gone') return { kind: 'left' };
    if (stands === 'silent') {
      const result = silence(input);
      writer.append({ type: 'turn.finished', result });
      return { kind: 'finished', result };
    }
    const now = new Date(ctx.now.getTime() + Date.now() - startedAt);
    return runTurn({ ...ctx, now }, parts, input, (event) => writer.append(event), abort.signal);
  }

  async function attempt(entry: Entry, input: TurnInput, standing: Standing): Promise<RunOutcome> {
    const { turnId } = input;
    const writer = await openLog(parts, input, { refused: () => entry.abort.abort(), closing: closing.signal });
    const outcome = await work(entry, input, standing, writer);
    const flushed = writer.flushed();
    entry.flushed = flushed.catch((error: unknown) => log.warn({ err: error, turnId }, 'turn log not written'));
    // Whoever reads here goes on with what the others write.
    if (outcome.kind === 'left') await entry.flushed;
    return outcome;
  }

  /** The result of a turn, wherever it runs. @throws AppError unavailable */
  function resultElsewhere(ctx: Ctx, turnId: string): Promise<TurnResult> {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(ctx.deps.config.TURN_TIMEOUT_MS)]);
    return resultOf(turnId, feeds.follow(ctx, turnId, { signal }));
  }

  return {
    has: (turnId: string) => here.has(turnId),
    /** Whether the turn runs or waits here and was begun by the same actor: then nobody needs to be asked. */
    isOf({ actor, company }: Ctx, turnId: string): boolean {
      const known = here.get(turnId)?.ctx;
      if (!known || known.company.id !== company.id || known.actor.kind !== actor.kind) return false;
      return 'id' in known.actor && 'id' in actor && known.actor.id === actor.id;
    },
    /** Answers for a turn from before it is written down, so that nobody takes it for an orphan. */
    claim(ctx: Ctx, turnId: string): void {
      here.set(turnId, { ctx, abort: new AbortController(), flushed: Promise.resolve() });
    },
    release: (turnId: string) => void here.delete(turnId),
    /** Runs a claimed turn. @throws what went wrong in it */
    async run(input: TurnInput, standing: Standing): Promise<TurnResult> {
      const { turnId } = input;
      const entry = here.get(turnId);
      if (!entry) throw new Error('A turn must be claimed before it is run.');
      const attempting = attempt(entry, input, standing).finally(() => here.delete(turnId));
      const settled = attempting.then(() => entry.flushed).catch(() => {});
      working.add(settled);
      void settled.then(() => working.delete(settled));
      const outcome = await attempting;
      if (outcome.kind === 'failed') throw outcome.error;
      return outcome.kind === 'finished' ? outcome.result : resultElsewhere(entry.ctx, turnId);
    },
    resultElsewhere,
    /** Stops a turn that was ended in the database, if it is worked on here. */
    abort: (turnId: string) => here.get(turnId)?.abort.abort(),
    /** Waits for what runs; what waits for its turn is left to other processes. */
    async close(): Promise<void> {
      closing.abort();
      await Promise.all(working);
    },
  };
}

export type TurnRunner = ReturnType<typeof createTurnRunner>;

const silence = ({ sessionId, turnId }: TurnInput): TurnResult => ({
  ...{ sessionId, turnId, text: '', intents: [], parts: [], effects: [] },
  ...{ outcome: 'silent', usage: NO_USAGE },
});
