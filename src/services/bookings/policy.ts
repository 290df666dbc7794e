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

/** Whole hours a job of `quantity` units takes: providers are booked by the hour. */
export function durationHours(durationMinutes: number, quantity: number): number {
  return Math.max(1, Math.ceil((durationMinutes * quantity) / 60));
}

/** The largest quantity of a service that one visit can take: its own limit, and what fits into a working day. */
export function maxQuantityPerVisit(card: { durationMinutes: number; maxQuantity: number }): number {
  const minutes = (BOOKING_POLICY.closesAt - BOOKING_POLICY.opensAt) * 60;
  return Math.max(1, Math.min(card.maxQuantity, Math.floor(minutes / card.durationMinutes)));
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
