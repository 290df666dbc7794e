import { addDays, instantOf, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { selectProvidersAt, selectTakenHours } from '#src/db/queries/slot-holds.ts';
import { parse } from '../parse.ts';
import { loadJob } from './load-job.ts';
import { BOOKING_POLICY, startProblem } from './policy.ts';
import { ListFreeHoursInput } from './schemas.ts';

export interface FreeHour {
  date: string;
  hour: number;
  startsAt: Date;
}

const HOUR_MS = 3_600_000;

/**
 * The hours at which the job could start, earliest first: inside the opening hours, far enough ahead, with a provider
 * free for its whole duration. Three queries, whatever the number of days.
 * @throws AppError not-found | not-served | invalid
 */
export async function listFreeHours(ctx: Ctx, raw: ListFreeHoursInput): Promise<FreeHour[]> {
  const input = parse(ListFreeHoursInput, raw);
  const { timeZone, id: companyId } = ctx.company;
  const job = await loadJob(ctx, input);
  const today = localOf(ctx.now, timeZone).date;
  const first = input.fromDate < today ? today : input.fromDate;
  const providers = await selectProvidersAt(ctx.db, {
    companyId,
    subcategoryId: job.card.subcategoryId,
    pincode: input.pincode,
  });
  const taken = await selectTakenHours(ctx.db, {
    providerIds: providers.map((p) => p.id),
    from: instantOf(first, 0, timeZone),
    to: instantOf(addDays(first, input.days), 0, timeZone),
    now: ctx.now,
    exceptHoldId: input.exceptHoldId,
  });
  const busy = new Set(taken.map((row) => `${row.providerId} ${row.hour.getTime()}`));

  const free: FreeHour[] = [];
  for (let day = 0; day < input.days; day++) {
    const date = addDays(first, day);
    for (let hour = BOOKING_POLICY.opensAt; hour + job.hours <= BOOKING_POLICY.closesAt; hour++) {
      const startsAt = instantOf(date, hour, timeZone);
      if (startProblem({ startsAt, now: ctx.now, localHour: hour, hours: job.hours })) continue;
      const someoneIsFree = providers.some((provider) => {
        for (let h = 0; h < job.hours; h++)
          if (busy.has(`${provider.id} ${startsAt.getTime() + h * HOUR_MS}`)) return false;
        return true;
      });
      if (someoneIsFree) free.push({ date, hour, startsAt });
    }
  }
  return free;
}
