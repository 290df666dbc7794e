import type { Ctx } from '#src/context.ts';
import { selectTakenHours } from '#src/db/queries/slot-holds.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { checkStart } from './check-start.ts';
import { findProviders } from './find-providers.ts';
import { loadJob, type Job } from './load-job.ts';
import { QuoteBookingInput } from './schemas.ts';

export interface BookingQuote {
  job: Job;
  /** Where a start was named. */
  slot: QuotedSlot | undefined;
}

export interface QuotedSlot {
  startsAt: Date;
  endsAt: Date;
  /** How many professionals are free for the whole job; nothing is held. */
  freeProviders: number;
}

/**
 * What a visit would cost and, where a start is named, whether somebody is free for it. Nothing is held. Three queries,
 * four with a start.
 * @throws AppError not-found | not-served | invalid
 */
export async function quoteBooking(ctx: Ctx, raw: QuoteBookingInput): Promise<BookingQuote> {
  authorise(ctx, 'guest', 'customer', 'staff');
  const { startsAt, ...input } = parse(QuoteBookingInput, raw);
  const job = await loadJob(ctx, input);
  if (startsAt) checkStart(ctx, startsAt, job.hours);
  const providerIds = (await findProviders(ctx, job)).map((provider) => provider.id);
  if (!startsAt) return { job, slot: undefined };
  const endsAt = new Date(startsAt.getTime() + job.hours * 3_600_000);
  const taken = await selectTakenHours(ctx.db, { providerIds, from: startsAt, to: endsAt, now: ctx.now });
  const busy = new Set(taken.map((row) => row.providerId));
  return { job, slot: { startsAt, endsAt, freeProviders: providerIds.filter((id) => !busy.has(id)).length } };
}
