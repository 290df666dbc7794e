import type { Actor } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { HandoffReason } from '#src/turn.ts';

/** How pressing each reason is, 0–100, on the scale of the complaint priorities. */
export const SCORES: Readonly<Record<HandoffReason, number>> = {
  safety: 95,
  complaint_critical: 85,
  refund_dispute: 65,
  negative_sentiment: 60,
  assistant_failed: 55,
  customer_asked: 50,
  not_understood: 45,
  staff_took_over: 40,
};

interface Held {
  status: 'waiting' | 'active' | 'ended';
  takenBy: string | null;
}

/**
 * Who may speak in a conversation and give it back: whoever has taken it over, and those of a higher level.
 * @param holderLevel level of whoever holds it now, 0 without a role
 * @throws AppError not-allowed when nobody has taken it over | forbidden
 */
export function assertMaySpeak(
  actor: Pick<Extract<Actor, { kind: 'staff' }>, 'id' | 'level'>,
  { status, takenBy }: Held,
  holderLevel: number,
): void {
  if (status === 'waiting')
    throw new AppError({ code: 'not-allowed', detail: 'Take the conversation over first: nobody has yet.' });
  if (status === 'ended')
    throw new AppError({ code: 'not-allowed', detail: 'The conversation is with the assistant again.' });
  if (takenBy === actor.id || actor.level > holderLevel) return;
  throw new AppError({ code: 'forbidden', detail: 'A colleague of your own level or above it speaks here.' });
}

/** What the assistant says when it speaks again. */
export const BACK_TEXT = 'I am back to help you. Is there anything else that you need?';
