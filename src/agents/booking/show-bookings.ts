import { whenLabel } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingStatus } from '#src/db/schema/bookings.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { rupees } from '#src/money.ts';
import { getBooking } from '#src/services/bookings/get-booking.ts';
import { listBookings } from '#src/services/bookings/list-bookings.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import { bookingSource } from './confirm.ts';
import { namesOf } from './price-breakdown.ts';
import { addressLine } from './quote.ts';

const STATUS: Record<BookingStatus, string> = {
  pending: 'waiting for confirmation',
  confirmed: 'confirmed',
  in_progress: 'in progress',
  completed: 'completed',
  cancelled: 'cancelled',
  no_show: 'missed',
};

/** "Where is my booking?": one by its number, or the coming ones and the last one. */
export async function showBookings(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const answer = (text: string, bookings: BookingWithItems[] = []): AgentResult => ({
    agent: 'booking',
    status: 'answered',
    parts: [{ agent: 'booking', text, sources: bookings.map(bookingSource) }],
    effects: [],
  });
  if (ctx.actor.kind === 'guest') return answer('Please sign in (menu at the top of this chat) to see your bookings.');

  const number = /\bNX-?([A-Z0-9]{6})\b/i.exec(input.text)?.[1];
  if (number) {
    try {
      const booking = await getBooking(ctx, `NX-${number}`);
      return answer(describe(ctx, booking), [booking]);
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found')
        return answer(`I find no booking NX-${number.toUpperCase()} in your account.`);
      throw error;
    }
  }
  const all = await listBookings(ctx, { limit: 50 });
  const coming = all
    .filter((b) => b.endsAt > ctx.now && ['pending', 'confirmed', 'in_progress'].includes(b.status))
    .toReversed();
  if (coming.length > 0) {
    const intro =
      coming.length === 1 ? 'You have one booking coming up:' : `You have ${coming.length} bookings coming up:`;
    const shown = coming.slice(0, 5);
    return answer([intro, ...shown.map((b) => `• ${describe(ctx, b)}`)].join('\n'), shown);
  }
  const last = all[0];
  if (!last) return answer('You have no bookings yet. Tell me what needs to be done and I will find a time.');
  return answer(`You have nothing coming up. Your last booking: ${describe(ctx, last)}`, [last]);
}

function describe(ctx: Ctx, booking: BookingWithItems): string {
  const when = whenLabel(booking.startsAt, booking.endsAt, ctx.company.timeZone);
  return (
    `${booking.number}: ${namesOf(booking.items)}, ${when}, ${addressLine(booking.address)}, with ${booking.provider.name}, ` +
    `${rupees(booking.totalPaise)} – ${STATUS[booking.status]}.`
  );
}
