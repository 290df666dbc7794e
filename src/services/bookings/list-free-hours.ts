import type { Ctx } from '#src/context.ts';
import { isServed } from '#src/db/queries/places.ts';
import { selectProvidersAt } from '#src/db/queries/slot-holds.ts';
import { parse } from '../parse.ts';
import { authorise } from '../authorise.ts';
import { findFreeHours, type FreeHour } from './find-free-hours.ts';
import { loadJob, notServed } from './load-job.ts';
import { ListFreeHoursInput } from './schemas.ts';

export type { FreeHour };

/**
 * The hours at which a job could start, earliest first. Four queries, whatever the number of days.
 * @throws AppError not-found | not-served | invalid
 */
export async function listFreeHours(ctx: Ctx, raw: ListFreeHoursInput): Promise<FreeHour[]> {
  authorise(ctx, 'guest', 'customer', 'staff');
  const input = parse(ListFreeHoursInput, raw);
  const job = await loadJob(ctx, input);
  const where = { companyId: ctx.company.id, subcategoryId: job.card.subcategoryId, pincode: input.pincode };
  const [isOffered, providers] = await Promise.all([
    isServed(ctx.db, ctx.company.id, job.card.id, input.pincode),
    selectProvidersAt(ctx.db, where),
  ]);
  if (!isOffered) throw notServed(job);
  return findFreeHours(ctx, {
    providerIds: providers.map((provider) => provider.id),
    hours: job.hours,
    fromDate: input.fromDate,
    days: input.days,
    exceptHoldId: input.exceptHoldId,
  });
}
