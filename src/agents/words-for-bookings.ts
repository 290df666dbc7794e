import { dayLabel, hourLabel, localOf, whenLabel } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingItemRow, BookingWithItems } from '#src/db/queries/bookings.ts';

/** What is still to be done; of a cancelled booking what was. */
export function itemsLeft(booking: BookingWithItems): BookingItemRow[] {
  return booking.items.filter((item) => item.cancelledAt === null);
}

/** "AC repair visit × 2, Tap repair". */
export function namesOf(items: readonly Pick<BookingItemRow, 'name' | 'quantity'>[]): string {
  return items.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)).join(', ');
}

export function whenOf(ctx: Ctx, { startsAt, endsAt }: BookingWithItems): string {
  return whenLabel(startsAt, endsAt, ctx.company.timeZone);
}

/** "Booking NX-7F3K4M (Tap repair, Sat 21 Nov 2026, 5 – 6 pm)". */
export function describeBooking(ctx: Ctx, booking: BookingWithItems): string {
  return `Booking ${booking.number} (${namesOf(itemsLeft(booking))}, ${whenOf(ctx, booking)})`;
}

/** "Tap repair – tomorrow, 5 pm – NX-7F3K4M": to choose from. */
export function choiceLabel(ctx: Ctx, booking: BookingWithItems): string {
  const { date, hour } = localOf(booking.startsAt, ctx.company.timeZone);
  const day = dayLabel(date, ctx.now, ctx.company.timeZone);
  return `${namesOf(itemsLeft(booking))} – ${day}, ${hourLabel(hour)} – ${booking.number}`;
}

/** "It begins in 26 hours." */
export function beginsIn({ startsAt }: Pick<BookingWithItems, 'startsAt'>, now: Date): string {
  const minutes = Math.floor((startsAt.getTime() - now.getTime()) / 60_000);
  if (minutes < 0) return 'Its slot has already begun.';
  if (minutes < 60) return `It begins in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `It begins in ${hours} ${hours === 1 ? 'hour' : 'hours'}.`;
  return `It begins in ${Math.floor(hours / 24)} days.`;
}

/** To go on with in the midst of a sentence. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** One line; the locality only once, when the customer has written it already. */
export function addressLine(address: { line1: string; locality: string; city: string; pincode: string }): string {
  const { line1, locality, city, pincode } = address;
  const isNamed = line1.toLowerCase().includes(locality.toLowerCase());
  return [line1, isNamed ? '' : locality, `${city} ${pincode}`].filter(Boolean).join(', ');
}
