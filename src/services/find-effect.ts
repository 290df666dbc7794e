import type { Ctx } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import { selectEffect } from '#src/db/queries/events.ts';

/** A change that an agent has made, as its event tells it. */
export interface FoundEffect {
  eventId: string;
  subjectId: string;
  data: Record<string, unknown>;
}

/** The change that was made with this key (`AgentInput.call`), if it was made: a turn that is run again asks this first. */
export async function findEffect(db: Db, ctx: Ctx, effectKey: string): Promise<FoundEffect | undefined> {
  return selectEffect(db, { companyId: ctx.company.id, effectKey });
}

/**
 * Makes a change once for its key: one that was made before, by an earlier run of the same turn or by one at the same
 * time, is told again by `again`. `make` records its event with the key, in the transaction of the change. Without a key
 * it is simply made.
 */
export async function makeOnce<T>(
  ctx: Ctx,
  effectKey: string | undefined,
  { again, make }: { again: (effect: FoundEffect) => Promise<T>; make: () => Promise<T> },
): Promise<T> {
  if (effectKey === undefined) return make();
  const before = await findEffect(ctx.db, ctx, effectKey);
  if (before) return again(before);
  try {
    return await make();
  } catch (error) {
    // Whatever stood in the way may be the same change, made meanwhile: its key, its hour, its "cancelled already".
    const meanwhile = await findEffect(ctx.db, ctx, effectKey);
    if (!meanwhile) throw error;
    return again(meanwhile);
  }
}
