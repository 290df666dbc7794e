import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { listFreeHours, type FreeHour } from '#src/services/bookings/list-free-hours.ts';
import { visitHours } from '#src/services/bookings/policy.ts';
import type { VisitItem } from '#src/services/bookings/price.ts';
import { getPreferences } from '#src/services/customers/get-preferences.ts';
import type { Draft } from './draft.ts';
import type { Visit } from './settle-time.ts';
import { nameOfVisit } from './words.ts';

/** The visit that a draft is about, once its services and its place are known. */
export function visitFor(ctx: Ctx, { items, pincode = '', hold }: Draft, visit: readonly VisitItem[]): Visit {
  const name = nameOfVisit(visit);
  return {
    name,
    hours: visitHours(visit),
    askDay: (at) => `Which day would you like ${name}${at}?`,
    usualHours: async () => (await getPreferences(ctx)).preferredHours,
    freeHours: (fromDate, days) =>
      unlessNobody(
        listFreeHours(ctx, {
          ...{ items, pincode, fromDate, days },
          ...(hold ? { exceptHoldId: hold.holdId } : {}),
        }),
      ),
  };
}

/** Where no professional does it, none is free. */
async function unlessNobody(hours: Promise<FreeHour[]>): Promise<FreeHour[]> {
  try {
    return await hours;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-served') return [];
    throw error;
  }
}
