import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import type { AskOption } from '#src/turn.ts';
import { choiceLabel } from '../../words-for-bookings.ts';
import { askSlot, type Question } from '../prompts.ts';

const MOST_CHOICES = 6;

export function askWhichBooking(ctx: Ctx, text: string, bookings: readonly BookingWithItems[]): Question {
  return askSlot(
    'booking',
    text,
    bookings
      .slice(0, MOST_CHOICES)
      .map((booking) => ({ value: `booking:${booking.id}`, label: choiceLabel(ctx, booking) })),
  );
}

export const askToSignIn = (): Question => ({
  prompt: {
    text: 'Please sign in so that I can look up your bookings.',
    ask: { kind: 'sign_in', options: [], resumeText: 'Yes, go on' },
  },
  expecting: { slot: 'confirm' },
});

/** What helps instead, with a booking that cannot be moved. */
export function suggestionsFor({ status, number }: BookingWithItems): AskOption[] {
  if (status === 'cancelled') return [{ label: 'Book again', text: 'Book a service' }];
  if (status === 'completed') return [{ label: 'Book it again', text: 'Same as last time' }];
  return [
    { label: 'Raise a complaint', text: `Raise a complaint about booking ${number}` },
    { label: 'Talk to a person', text: 'Talk to a person' },
  ];
}
