import { localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { savePreferences } from '#src/services/customers/save-preferences.ts';
import type { AgentInput } from '../contract.ts';

/** Parts of the working day, by the clock of the company. */
const PARTS = [
  { from: 9, to: 12 },
  { from: 12, to: 17 },
  { from: 17, to: 21 },
];

/** Remembers where, when and what was booked, for the next time. Failing at it is no failure of the booking. */
export async function remember(ctx: Ctx, input: AgentInput, booking: BookingWithItems): Promise<void> {
  const { hour } = localOf(booking.startsAt, ctx.company.timeZone);
  const preferences = {
    defaultAddressId: booking.addressId,
    preferredHours: PARTS.find(({ from, to }) => hour >= from && hour < to),
    lastServiceId: booking.items[0]?.rateCardId,
  };
  try {
    await input.call('save_preferences', preferences, (effectKey) =>
      savePreferences(ctx, { ...preferences, turnId: input.turnId, effectKey }),
    );
  } catch (error) {
    ctx.deps.log.warn({ err: error, bookingId: booking.id }, 'preferences not saved');
  }
}
