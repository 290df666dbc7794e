import type { Ctx } from '#src/context.ts';
import { parse } from '../parse.ts';
import { authorise } from '../authorise.ts';
import { findFreeHours, type FreeHour } from './find-free-hours.ts';
import { findProviders } from './find-providers.ts';
import { loadJob } from './load-job.ts';
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
  const providers = await findProviders(ctx, job);
  return findFreeHours(ctx, {
    providerIds: providers.map((provider) => provider.id),
    hours: job.hours,
    fromDate: input.fromDate,
    days: input.days,
    exceptHoldId: input.exceptHoldId,
  });
}
