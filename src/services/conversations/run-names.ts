import { createHash } from 'node:crypto';
import type { Ctx } from '#src/context.ts';
import { authorise } from '../authorise.ts';

/** A run as a client calls it. */
export interface RunName {
  threadId: string;
  runId: string;
}

export interface NamedRun {
  turnId: string;
  /** Hash of the words that it was begun with. */
  said: string;
}

/** As long as the events of a turn are kept. */
const TTL_SECONDS = 24 * 3_600;

/** A name counts for its owner alone. */
function keyOf(ctx: Ctx, { threadId, runId }: RunName): string {
  const { id } = authorise(ctx, 'guest', 'customer', 'staff');
  return `run:${hashOf(JSON.stringify([ctx.company.id, id, threadId, runId]))}`;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The turn that the actor's run of this name is, for 24 hours. */
export async function findNamedRun(ctx: Ctx, name: RunName): Promise<NamedRun | undefined> {
  const [turnId, said] = (await ctx.deps.redis.get(keyOf(ctx, name)))?.split(' ') ?? [];
  return turnId !== undefined && said !== undefined ? { turnId, said } : undefined;
}

/** Remembers which turn a run is; the first one stays. */
export async function nameRun(ctx: Ctx, name: RunName, { turnId, said }: NamedRun): Promise<void> {
  await ctx.deps.redis.set(keyOf(ctx, name), `${turnId} ${said}`, 'EX', TTL_SECONDS, 'NX');
}
