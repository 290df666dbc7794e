import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { listRefunds } from '#src/services/refunds/list-refunds.ts';
import type { AskOption, Source } from '#src/turn.ts';
import { refundLine } from './refund-line.ts';
import { bookingSource } from '../booking-source.ts';
import { refundSource } from './sources.ts';
import { describeBooking, lowered } from '../words-for-bookings.ts';

export interface Refusal {
  text: string;
  sources: Source[];
  suggestions?: AskOption[];
}

/** Why a booking cannot be cancelled, and what can be done instead. */
export async function refuse(ctx: Ctx, booking: BookingWithItems): Promise<Refusal> {
  const about = describeBooking(ctx, booking);
  const row = bookingSource(booking);
  const complaint = { label: 'Raise a complaint', text: `Raise a complaint about booking ${booking.number}` };
  switch (booking.status) {
    case 'cancelled': {
      const { items } = await listRefunds(ctx, { bookingId: booking.id, limit: 10 });
      const lines = items.map((refund) => refundLine(ctx, refund));
      const text = `${about} has already been cancelled. ${lines.length > 0 ? `${lines.join(' ')}` : 'There is no refund for it.'}`;
      return { text, sources: [row, ...items.map((refund) => refundSource(refund, booking.number))] };
    }
    case 'completed':
      return {
        text: `${about} is completed, and finished work cannot be cancelled. If something is not right, tell me and I will take a complaint.`,
        sources: [row],
        suggestions: [complaint],
      };
    case 'in_progress':
      return {
        text: `The work of ${lowered(about)} has begun, so it cannot be cancelled any more. If something goes wrong, I can take a complaint or bring in a person.`,
        sources: [row],
        suggestions: [complaint, { label: 'Talk to a person', text: 'Talk to a person' }],
      };
    default:
      return {
        text: `${about} was closed because nobody was at home, so there is nothing left to cancel. If that is not right, I can take a complaint.`,
        sources: [row],
        suggestions: [complaint],
      };
  }
}
