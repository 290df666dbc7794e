import type { Hints } from '../booking-hints.ts';

/** What a cancellation under way knows. JSON only: it lives in the frame. */
export interface Draft {
  /** The words by which the booking was described, until it is found. */
  hints: Hints;
  bookingId?: string;
  /** Only these items; without them the whole booking, or what is left of it. */
  itemIds?: string[];
  reason?: string;
  /** The reason is asked for once. */
  reasonAsked?: boolean;
  /** Questions that came before the refund was shown. */
  asked: number;
  /** What was shown with the question that is open. */
  quote?: { refundPaise: number; version: number };
  /** Moving the booking was offered as the better way, once. */
  moveOffered?: boolean;
  /** Only wants to know what a cancellation would give back. */
  isInquiry?: boolean;
  /** Further bookings that are to be cancelled after this one. */
  next?: string[];
}

export function readDraft(slots: Record<string, unknown> | undefined): Draft {
  return { hints: {}, asked: 0, ...(slots as Partial<Draft> | undefined) };
}

/** Forgets which booking it was about, so that new words find another. */
export function lookAnew(draft: Draft, hints: Hints): void {
  draft.hints = hints;
  delete draft.bookingId;
  delete draft.itemIds;
  delete draft.quote;
  delete draft.next;
}
