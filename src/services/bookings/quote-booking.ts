import type { Ctx } from '#src/context.ts';
import { isServed } from '#src/db/queries/places.ts';
import { selectProvidersAt, selectTakenHours } from '#src/db/queries/slot-holds.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { checkStart } from './check-start.ts';
import { loadJob, notServed, type Job } from './load-job.ts';
import { QuoteBookingInput } from './schemas.ts';

export interface BookingQuote {
  job: Job;
  startsAt: Date;
  endsAt: Date;
  /** How many professionals are free for the whole job; nothing is held. */
  freeProviders: number;
}

/**
 * What a job would cost and whether somebody is free for it, without holding the hour. Four queries.
 * @throws AppError not-found | not-served | invalid
 */
export async function quoteBooking(ctx: Ctx, raw: QuoteBookingInput): Promise<BookingQuote> {
  authorise(ctx, 'guest', 'customer', 'staff');
  const input = parse(QuoteBookingInput, raw);
  const job = await loadJob(ctx, input);
  const { startsAt } = input;
  checkStart(ctx, startsAt, job.hours);
  const endsAt = new Date(startsAt.getTime() + job.hours * 3_600_000);
  const where = { companyId: ctx.company.id, subcategoryId: job.card.subcategoryId, pincode: input.pincode };
  const [isOffered, providers] = await Promise.all([
    isServed(ctx.db, ctx.company.id, job.card.id, input.pincode),
    selectProvidersAt(ctx.db, where),
  ]);
  if (!isOffered) throw notServed(job);
  const providerIds = providers.map((provider) => provider.id);
  const taken = await selectTakenHours(ctx.db, { providerIds, from: startsAt, to: endsAt, now: ctx.now });
  const busy = new Set(taken.map((row) => row.providerId));
  return { job, startsAt, endsAt, freeProviders: providerIds.filter((id) => !busy.has(id)).length };
}
