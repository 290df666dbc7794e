import type { BookingStatus } from '#src/db/schema/bookings.ts';
import { CANCEL_REASONS, REVIEWS } from '../data/dialogues.ts';
import type { Random } from './random.ts';
import type { BookingRow } from './rows.ts';

/** How the booking went: rated and reviewed by some of those who got their work done. */
export function outcomeOf(
  random: Random,
  status: BookingStatus,
  times: { createdAt: Date; startsAt: Date; endsAt: Date; now: Date },
): Pick<BookingRow, 'rating' | 'review' | 'cancelReason' | 'cancelledAt' | 'completedAt'> {
  const nothing = { rating: null, review: null, cancelReason: null, cancelledAt: null, completedAt: null };
  if (status === 'completed') {
    const completedAt = new Date(times.endsAt.getTime() - random.int(0, 25) * 60_000);
    if (!random.chance(0.72)) return { ...nothing, completedAt };
    const rating = random.weighted([5, 4, 3, 2, 1], (stars) => [0, 2, 4, 9, 30, 55][stars] ?? 0);
    const review = random.chance(0.55) ? random.pick(REVIEWS[rating] ?? ['']) : null;
    return { ...nothing, completedAt, rating, review };
  }
  if (status === 'cancelled') {
    const from = times.createdAt.getTime();
    const to = Math.min(times.startsAt.getTime(), times.now.getTime());
    const cancelledAt = new Date(from + Math.floor(((to - from) * random.int(15, 85)) / 100_000) * 1_000);
    return { ...nothing, cancelledAt, cancelReason: random.pick(CANCEL_REASONS) };
  }
  return nothing;
}
