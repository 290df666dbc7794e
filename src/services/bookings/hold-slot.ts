import type { z } from 'zod';
import type { Ctx } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf, inTransaction } from '#src/db/client.ts';
import {
  deleteExpiredHolds,
  deleteHold,
  insertHold,
  selectHold,
  selectTakenHours,
  type ProviderRef,
} from '#src/db/queries/slot-holds.ts';
import { newId } from '#src/ids.ts';
import { authorise } from '../authorise.ts';
import { makeOnce, type FoundEffect } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { checkStart } from './check-start.ts';
import { slotTaken } from './find-free-hours.ts';
import { findProviders } from './find-providers.ts';
import { loadJob, type Job } from './load-job.ts';
import { BOOKING_POLICY } from './policy.ts';
import { HoldSlotInput } from './schemas.ts';

export interface Hold {
  holdId: string;
  expiresAt: Date;
  startsAt: Date;
  endsAt: Date;
  provider: ProviderRef;
  job: Job;
}

const HOUR_MS = 3_600_000;

/**
 * Keeps a provider's hours for ten minutes while the customer decides. The preferred provider, else the best-rated
 * who does all of the job and is free for the whole of it, gets it; the primary key of `slot_holds` decides between
 * customers who try at once.
 * Four queries, then a transaction of five round trips (one more to replace a hold, one more for staff) for each provider
 * that is tried; one query more when nobody is free.
 * @throws AppError not-found | not-served | invalid | slot-taken with the nearest `freeHours`
 */
export async function holdSlot(ctx: Ctx, raw: HoldSlotInput): Promise<Hold> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const input = parse(HoldSlotInput, raw);
  return makeOnce(ctx, input.effectKey, {
    // One that has gone since is taken anew, as another hold.
    again: async (effect) =>
      (await heldBefore(ctx, input, effect)) ?? hold(ctx, actor.id, { ...input, effectKey: undefined }),
    make: () => hold(ctx, actor.id, input),
  });
}

/** The hold of an earlier run of the same turn, if it still is one or has become a booking. */
async function heldBefore(
  ctx: Ctx,
  input: z.output<typeof HoldSlotInput>,
  { subjectId }: FoundEffect,
): Promise<Hold | undefined> {
  const rows = await selectHold(ctx.db, ctx.company.id, subjectId);
  const [first] = rows;
  if (!first || (first.expiresAt && first.expiresAt <= ctx.now)) return undefined;
  const job = await loadJob(ctx, input);
  const { provider, ...held } = first;
  return {
    holdId: subjectId,
    expiresAt: held.expiresAt ?? ctx.now,
    startsAt: held.hour,
    endsAt: new Date(held.hour.getTime() + rows.length * HOUR_MS),
    ...{ provider, job },
  };
}

async function hold(ctx: Ctx, holderId: string, input: z.output<typeof HoldSlotInput>): Promise<Hold> {
  const job = await loadJob(ctx, input);
  const { startsAt } = input;
  const endsAt = new Date(startsAt.getTime() + job.hours * HOUR_MS);
  checkStart(ctx, startsAt, job.hours);

  const providers = await findProviders(ctx, job);
  const providerIds = providers.map((provider) => provider.id);
  const taken = await selectTakenHours(ctx.db, {
    providerIds,
    from: startsAt,
    to: endsAt,
    now: ctx.now,
    exceptHoldId: input.replaces,
  });
  const busy = new Set(taken.map((row) => row.providerId));
  const hours = Array.from({ length: job.hours }, (_, h) => new Date(startsAt.getTime() + h * HOUR_MS));
  const expiresAt = new Date(ctx.now.getTime() + BOOKING_POLICY.holdMinutes * 60_000);

  const preferred = (provider: ProviderRef) => Number(provider.id === input.preferProviderId);
  const free = providers.filter((p) => !busy.has(p.id)).toSorted((a, b) => preferred(b) - preferred(a));
  for (const provider of free) {
    const holdId = newId('hold', ctx.now);
    try {
      await inTransaction(ctx.db, async (tx) => {
        if (input.replaces) await deleteHold(tx, input.replaces, holderId);
        await deleteExpiredHolds(tx, provider.id, hours, ctx.now);
        await insertHold(tx, {
          holdId,
          companyId: ctx.company.id,
          providerId: provider.id,
          holderId,
          hours,
          expiresAt,
        });
        await recordEvent(tx, ctx, {
          type: 'slot.held',
          subject: { type: 'hold', id: holdId },
          turnId: input.turnId,
          effectKey: input.effectKey,
          data: { providerId: provider.id, startsAt, hours: job.hours, items: input.items },
        });
      });
      return { holdId, expiresAt, startsAt, endsAt, provider, job };
    } catch (error) {
      // Somebody was faster with this provider: the next one may still be free.
      if (errnoOf(error) !== DUPLICATE_KEY) throw error;
    }
  }
  throw await slotTaken(ctx, { providerIds, hours: job.hours, startsAt, exceptHoldId: input.replaces });
}
