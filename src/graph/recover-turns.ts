import type { Ctx } from '#src/context.ts';
import type { Deps } from '#src/deps.ts';
import { listOpenTurns, takeOverTurn, type OpenTurn } from '#src/services/conversations/take-over-turn.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { TurnRunner } from './turn-runner.ts';

const EVERY_MS = 1_000;
/** On top, at random: processes should not all look at once. */
const JITTER_MS = 1_000;
/** What a dead process leaves is shared by those that live: nobody takes more than this at a time. */
const MOST_AT_ONCE = 16;

interface RecoveryParts {
  deps: Deps;
  heartbeat: Heartbeat;
  runner: TurnRunner;
  /** Writes the end of a turn's log. */
  complete(ctx: Ctx, turnId: string): Promise<void>;
}

/** Looks for turns whose process has died, and runs them again here. */
export function createRecovery({ deps, heartbeat, runner, complete }: RecoveryParts) {
  const taken = new Set<Promise<unknown>>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  /** Takes over what has no living owner. */
  async function sweep(): Promise<void> {
    await heartbeat.ensure();
    const open = (await listOpenTurns(deps)).filter((turn) => !runner.has(turn.id));
    const dead = await heartbeat.deadAmong([...new Set(open.flatMap(({ owner }) => owner ?? []))]);
    const orphans = open.filter(
      // One of ours that is not here is one that could not be ended.
      ({ owner }) => owner === heartbeat.processId || (owner !== null && dead.has(owner)),
    );
    for (const turn of shuffled(orphans)) {
      if (taken.size >= MOST_AT_ONCE || isClosed) return;
      await take(turn).catch((error: unknown) =>
        deps.log.error({ err: error, turnId: turn.id }, 'turn not taken over'),
      );
    }
  }

  async function take(turn: OpenTurn): Promise<void> {
    const outcome = await takeOverTurn(deps, turn, heartbeat.processId);
    if (!outcome) return;
    if ('failed' in outcome) return complete(outcome.failed, turn.id);
    const { ctx, turnId, conversationId, status, resume, checkpointId, ...rest } = outcome.taken;
    deps.log.warn({ turnId, owner: turn.owner, attempt: rest.attempt }, 'turn taken over');
    runner.claim(ctx, turnId);
    const input = {
      ...rest,
      turnId,
      sessionId: conversationId,
      ...(resume && { resume }),
      ...(checkpointId && { checkpointId }),
    };
    const running: Promise<unknown> = runner
      .run(input, { status })
      .catch(() => {})
      .finally(() => taken.delete(running));
    taken.add(running);
  }

  async function again(): Promise<void> {
    await sweep().catch((error: unknown) => deps.log.warn({ err: error }, 'no look-out for orphaned turns'));
    if (!isClosed) timer = setTimeout(() => void again(), EVERY_MS + Math.random() * JITTER_MS).unref();
  }

  return {
    sweep,
    start: () => void again(),
    close(): void {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => [Math.random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
