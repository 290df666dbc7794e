import type { BookingStatus } from '#src/db/schema/bookings.ts';

/**
 * The booking rules as data, and the pure functions that read them. The calculator, the cards and the generated
 * sections of the knowledge base all use this one table, so text and money cannot disagree.
 */
export const BOOKING_POLICY = {
  version: '2026-10',
  /** Local clock hours: the first job may start at `opensAt`, the last must end by `closesAt`. */
  opensAt: 9,
  closesAt: 21,
  minLeadHours: 2,
  maxDaysAhead: 60,
  /** How long an hour is kept for a customer who has been shown the price. */
  holdMinutes: 10,
  gstPercent: 18,
  visitingChargePaiseByTier: { 1: 4_900, 2: 7_900, 3: 9_900 } as Record<number, number>,
} as const;

const HOUR_MS = 3_600_000;

/** Whole hours that a visit takes, one service after the other: providers are booked by the hour. */
export function visitHours(visit: readonly { card: { durationMinutes: number }; quantity: number }[]): number {
  return minutesHours(visit.reduce((total, { card, quantity }) => total + card.durationMinutes * quantity, 0));
}

/** The whole hours that are booked for so many minutes of work. */
export const minutesHours = (minutes: number): number => Math.max(1, Math.ceil(minutes / 60));

/** The longest visit: nobody begins before opening or works past closing. */
export const MOST_VISIT_HOURS = BOOKING_POLICY.closesAt - BOOKING_POLICY.opensAt;

/** The largest quantity of a service that one visit can take: its own limit, and what fits into a working day. */
export function maxQuantityPerVisit(card: { durationMinutes: number; maxQuantity: number }): number {
  return Math.max(1, Math.min(card.maxQuantity, Math.floor((MOST_VISIT_HOURS * 60) / card.durationMinutes)));
}

export type StartProblem = 'past' | 'too-soon' | 'too-far' | 'closed';

/**
 * Whether a job may start at `startsAt` and take `hours`.
 * @param localHour the hour of `startsAt` on the company's clock, 0–23
 */
export function startProblem(input: {
  startsAt: Date;
  now: Date;
  localHour: number;
  hours: number;
}): StartProblem | undefined {
  const ahead = input.startsAt.getTime() - input.now.getTime();
  if (ahead < 0) return 'past';
  if (ahead > BOOKING_POLICY.maxDaysAhead * 24 * HOUR_MS) return 'too-far';
  if (input.localHour < BOOKING_POLICY.opensAt || input.localHour + input.hours > BOOKING_POLICY.closesAt)
    return 'closed';
  if (ahead < BOOKING_POLICY.minLeadHours * HOUR_MS) return 'too-soon';
  return undefined;
}

/** What the rules look at. */
export interface BookingState {
  number: string;
  status: BookingStatus;
  startsAt: Date;
  rating?: number | null;
}

/** Yes, or why not in a sentence for a person. */
export type Verdict = { allowed: true } | { allowed: false; reason: string };

const YES: Verdict = { allowed: true };
const no = (reason: string): Verdict => ({ allowed: false, reason });

/** What the staff may set next by hand; cancelling is its own verb, because money follows from it. */
const TRANSITIONS: Record<BookingStatus, readonly BookingStatus[]> = {
  pending: ['confirmed'],
  confirmed: ['in_progress', 'no_show'],
  in_progress: ['completed'],
  completed: [],
  cancelled: [],
  no_show: [],
};

const FACTS: Record<BookingStatus, string> = {
  pending: 'is pending',
  confirmed: 'is confirmed',
  in_progress: 'is in progress',
  completed: 'is completed',
  cancelled: 'has already been cancelled',
  no_show: 'was closed because nobody was at home',
};

/** "Booking NX-7F3K2M has already been cancelled." */
export const factOf = ({ number, status }: Pick<BookingState, 'number' | 'status'>): string =>
  `Booking ${number} ${FACTS[status]}.`;

const isOpen = ({ status }: BookingState): boolean => status === 'pending' || status === 'confirmed';

/** Statuses that may follow now. Nobody can have missed a slot that has not begun. */
export function nextStatuses({ status, startsAt }: BookingState, now: Date): BookingStatus[] {
  return TRANSITIONS[status].filter((next) => next !== 'no_show' || startsAt <= now);
}

/** A booking can be cancelled until its work begins. */
export function canCancel(booking: BookingState): Verdict {
  return isOpen(booking) ? YES : no(factOf(booking));
}

/** A booking can be moved until its work, or its slot, begins. */
export function canReschedule(booking: BookingState, now: Date): Verdict {
  if (!isOpen(booking)) return no(factOf(booking));
  return booking.startsAt > now ? YES : no(`The slot of booking ${booking.number} has already begun.`);
}

/** Notes and address can be changed as long as the booking can be moved. */
export function canUpdate(booking: BookingState, now: Date): Verdict {
  return canReschedule(booking, now);
}

/** Finished work can be rated, once. */
export function canRate(booking: BookingState): Verdict {
  if (booking.status !== 'completed') return no(`${factOf(booking)} Only finished work can be rated.`);
  return booking.rating == null ? YES : no(`Booking ${booking.number} has already been rated.`);
}
