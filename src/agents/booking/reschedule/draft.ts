import type { Hints } from '../../booking-hints.ts';
import type { TimeWish } from '../time-wish.ts';

/** What moving a booking knows: which one, and its new time. JSON only: it lives in the frame. */
export interface MoveDraft extends TimeWish {
  /** The words by which the booking was described, until it is found. */
  hints: Hints;
  bookingId?: string;
  /** The hour is the booking's own, taken over because only a day was said. */
  isSameHour?: boolean;
  /** What was shown with the question that is open. Instants are ISO strings. */
  quote?: { startsAt: string; version: number };
}

export function readMove(slots: Record<string, unknown> | undefined): MoveDraft {
  return { hints: {}, ...(slots as Partial<MoveDraft> | undefined) };
}

/** Forgets which booking it was about, so that new words find another. */
export function lookAnew(draft: MoveDraft, hints: Hints): void {
  draft.hints = hints;
  delete draft.bookingId;
  delete draft.quote;
}
