import type { Ctx } from '#src/context.ts';
import type { BookingItemRow, BookingWithItems } from '#src/db/queries/bookings.ts';
import type { Expecting } from '#src/language/contract.ts';
import type { AskOption } from '#src/turn.ts';
import type { Prompt } from '../contract.ts';
import { choiceLabel, namesOf } from '../words-for-bookings.ts';

/** A question with what it expects: the two always travel together. */
export interface Question {
  prompt: Prompt;
  expecting: Expecting;
}

const MOST_CHOICES = 6;

function choice(slot: 'booking' | 'choice', text: string, options: { value: string; label: string }[]): Question {
  return {
    prompt: { text, ask: { kind: 'choice', slot, options: options.map(({ label }) => ({ label, text: label })) } },
    expecting: { slot, options },
  };
}

export function askWhichBooking(ctx: Ctx, text: string, bookings: readonly BookingWithItems[]): Question {
  const options = bookings
    .slice(0, MOST_CHOICES)
    .map((booking) => ({ value: `booking:${booking.id}`, label: choiceLabel(ctx, booking) }));
  return choice('booking', text, options);
}

/**
 * Which part goes, or all of it: what was named first. All parts are offered, so that no answer is taken for another
 * part that happens to share a word with it.
 */
export function askWhichPart(
  left: readonly BookingItemRow[],
  named: readonly BookingItemRow[],
  number: string,
): Question {
  const text =
    named.length > 0 ? `Only ${namesOf(named)}, or the whole booking ${number}?` : 'Which part of it shall go?';
  const together =
    named.length > 1 ? [{ value: `items:${named.map(({ id }) => id).join(',')}`, label: namesOf(named) }] : [];
  return choice('choice', text, [
    ...together,
    ...left.map((item) => ({ value: `items:${item.id}`, label: namesOf([item]) })),
    { value: 'items:all', label: 'The whole booking' },
  ]);
}

const REASONS = ['Plans have changed', 'Booked by mistake', 'Found somebody else'];

export function askReason(about: string): Question {
  const options: AskOption[] = [
    ...REASONS.map((reason) => ({ label: reason, text: reason })),
    { label: 'Skip', text: 'Skip' },
  ];
  return {
    prompt: {
      text: `${about}. May I ask why you would like to cancel? Your own words will do, or skip this.`,
      reminder: 'may I ask why? You can skip this.',
      ask: { kind: 'slot', slot: 'details', options },
    },
    expecting: { slot: 'details', options: REASONS.map((reason) => ({ value: reason, label: reason })) },
  };
}

export const askToSignIn = (): Question => ({
  prompt: {
    text: 'Please sign in so that I can look up your bookings.',
    ask: { kind: 'sign_in', options: [], resumeText: 'Yes, go on' },
  },
  expecting: { slot: 'confirm' },
});

export interface Actions {
  number: string;
  /** Offers to keep some of the items. */
  hasParts: boolean;
  offersMove: boolean;
  offersComplaint: boolean;
}

export function confirmActions({ number, hasParts, offersMove, offersComplaint }: Actions): AskOption[] {
  return [
    { label: 'Yes, cancel it', text: 'Yes, cancel it' },
    { label: 'Keep it', text: 'No, keep it' },
    ...(hasParts ? [{ label: 'Only part of it', text: 'I want to change something' }] : []),
    ...(offersMove ? [{ label: 'Move it instead', text: `Reschedule ${number}` }] : []),
    ...(offersComplaint ? [{ label: 'Raise a complaint', text: `Raise a complaint about booking ${number}` }] : []),
  ];
}
