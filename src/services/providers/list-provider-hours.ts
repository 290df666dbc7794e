import { addDays, instantOf, localOf } from '#src/clock.ts';
import { selectProvider } from '#src/db/queries/providers.ts';
import { selectTakenHours } from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import { BOOKING_POLICY, startProblem } from '../bookings/policy.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { parse } from '../parse.ts';
import type { Visitor } from '../visitor.ts';
import { NO_PROVIDER, noProvider } from './provider-view.ts';
import { ListProviderHoursInput } from './schemas.ts';

export interface ProviderDay {
  /** Local day. */
  date: string;
  /** Local hours, 0–23, that are neither booked nor held and can still be booked. */
  freeHours: number[];
}

/**
 * When an active professional is free, day by day; days that are over are skipped. Anybody may ask. Two queries at
 * once, whatever the number of days.
 * @throws AppError not-found | invalid
 */
export async function listProviderHours(ctx: Visitor, id: string, raw: ListProviderHoursInput): Promise<ProviderDay[]> {
  assertKey(id, NO_PROVIDER);
  const { date, days } = parse(ListProviderHoursInput, raw);
  const { timeZone, id: companyId } = ctx.company;
  const today = localOf(ctx.now, timeZone).date;
  const last = addDays(today, BOOKING_POLICY.maxDaysAhead);
  if (date !== undefined && date > last) {
    const detail = `must not be after ${last}: bookings are taken up to ${BOOKING_POLICY.maxDaysAhead} days ahead`;
    throw new AppError({
      code: 'invalid',
      detail: `The date ${detail}.`,
      issues: [{ pointer: '/query/date', detail }],
    });
  }
  const first = date === undefined || date < today ? today : date;
  const [provider, taken] = await Promise.all([
    selectProvider(ctx.db, companyId, id),
    selectTakenHours(ctx.db, {
      providerIds: [id],
      from: instantOf(first, 0, timeZone),
      to: instantOf(addDays(first, days), 0, timeZone),
      now: ctx.now,
    }),
  ]);
  if (provider?.status !== 'active') throw noProvider();
  const busy = new Set(taken.map((row) => row.hour.getTime()));
  return Array.from({ length: days }, (_, day) => {
    const date = addDays(first, day);
    const freeHours = [];
    for (let hour = BOOKING_POLICY.opensAt; hour < BOOKING_POLICY.closesAt; hour++) {
      const startsAt = instantOf(date, hour, timeZone);
      const problem = startProblem({ startsAt, now: ctx.now, localHour: hour, hours: 1 });
      if (!problem && !busy.has(startsAt.getTime())) freeHours.push(hour);
    }
    return { date, freeHours };
  });
}
