import { addDays, instantOf, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { selectTakenHours } from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import { BOOKING_POLICY, startProblem } from './policy.ts';

export interface FreeHour {
  /** Local day. */
  date: string;
  /** Local hour. */
  hour: number;
  startsAt: Date;
}

export interface FreeHoursWish {
  /** Any of them may do the job. */
  providerIds: string[];
  hours: number;
  /** First local day, not before today. */
  fromDate: string;
  days: number;
  exceptHoldId?: string | undefined;
  exceptBookingId?: string | undefined;
}

const HOUR_MS = 3_600_000;

/**
 * The hours at which a job could start, earliest first: inside the opening hours, far enough ahead, with one of the
 * providers free for its whole duration. One query, whatever the number of days.
 */
export async function findFreeHours(ctx: Ctx, wish: FreeHoursWish): Promise<FreeHour[]> {
  const { timeZone } = ctx.company;
  const today = localOf(ctx.now, timeZone).date;
  const first = wish.fromDate < today ? today : wish.fromDate;
  if (first > addDays(today, BOOKING_POLICY.maxDaysAhead)) return [];
  const taken = await selectTakenHours(ctx.db, {
    providerIds: wish.providerIds,
    from: instantOf(first, 0, timeZone),
    to: instantOf(addDays(first, wish.days), 0, timeZone),
    now: ctx.now,
    exceptHoldId: wish.exceptHoldId,
    exceptBookingId: wish.exceptBookingId,
  });
  const busy = new Set(taken.map((row) => `${row.providerId} ${row.hour.getTime()}`));

  const free: FreeHour[] = [];
  for (let day = 0; day < wish.days; day++) {
    const date = addDays(first, day);
    // Clocks are not put back or forward between opening and closing, and calendars are slow.
    const opening = instantOf(date, BOOKING_POLICY.opensAt, timeZone).getTime();
    for (let hour = BOOKING_POLICY.opensAt; hour + wish.hours <= BOOKING_POLICY.closesAt; hour++) {
      const startsAt = new Date(opening + (hour - BOOKING_POLICY.opensAt) * HOUR_MS);
      if (startProblem({ startsAt, now: ctx.now, localHour: hour, hours: wish.hours })) continue;
      const someoneIsFree = wish.providerIds.some((id) => {
        for (let h = 0; h < wish.hours; h++) if (busy.has(`${id} ${startsAt.getTime() + h * HOUR_MS}`)) return false;
        return true;
      });
      if (someoneIsFree) free.push({ date, hour, startsAt });
    }
  }
  return free;
}

const OFFERED_DAYS = 7;
const OFFERED_HOURS = 6;

/** The refusal of an hour that nobody has free, with the free hours nearest to it in the week from its day. One query. */
export async function slotTaken(
  ctx: Ctx,
  wish: Omit<FreeHoursWish, 'fromDate' | 'days'> & { startsAt: Date },
): Promise<AppError> {
  const fromDate = localOf(wish.startsAt, ctx.company.timeZone).date;
  const free = await findFreeHours(ctx, { ...wish, fromDate, days: OFFERED_DAYS });
  const distance = (hour: FreeHour) => Math.abs(hour.startsAt.getTime() - wish.startsAt.getTime());
  const nearest = free.toSorted((a, b) => distance(a) - distance(b)).slice(0, OFFERED_HOURS);
  return new AppError({
    code: 'slot-taken',
    detail: 'No professional is free at that hour any more.',
    data: { freeHours: nearest.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()) },
  });
}
