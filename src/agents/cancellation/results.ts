import { ulid } from 'ulid';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import type { Source } from '#src/turn.ts';
import type { AgentInput, AgentResult, Frame } from '../contract.ts';
import type { Draft } from './draft.ts';
import type { Question } from './prompts.ts';
import type { Shown } from './quote.ts';
import { itemsLeft, namesOf } from '../words-for-bookings.ts';

/** Everything a turn of the flow works with. */
export interface Step {
  draft: Draft;
  /** Sentences that lead the answer. */
  notes: string[];
  input: AgentInput;
  booking?: BookingWithItems;
}

export function kept(draft: Draft): AgentResult {
  const result = ended({ draft }, 'Okay, nothing has been cancelled.', { status: 'answered' });
  return draft.bookingId ? { ...result, topic: { slots: { bookingId: draft.bookingId } } } : result;
}

/** The flow is over. */
export function ended(
  { draft, booking, notes = [] }: { draft: Draft; booking?: BookingWithItems; notes?: string[] },
  text: string,
  { status, sources = [], suggestions }: Pick<AgentResult, 'status' | 'suggestions'> & { sources?: Source[] },
): AgentResult {
  const id = booking?.id ?? draft.bookingId;
  return {
    ...{ agent: 'cancellation', status, effects: [], frame: null },
    parts: [{ agent: 'cancellation', text: [...notes, text].join(' '), sources }],
    ...(suggestions ? { suggestions } : {}),
    ...(id ? { topic: { slots: { bookingId: id } } } : {}),
  };
}

/** A question before the figures are shown; they are counted. */
export function asked(step: Step, question: Question, attempts: number, sources: Source[] = []): AgentResult {
  if (attempts === 0) step.draft.asked += 1;
  delete step.draft.quote;
  return asking(step, question, sources, attempts);
}

export const shownAs = (step: Step, { question, card, sources }: Shown, attempts: number): AgentResult => ({
  ...asking(step, question, sources, attempts),
  card,
});

export function asking(step: Step, { prompt, expecting }: Question, sources: Source[], attempts = 0): AgentResult {
  const { input, draft, notes, booking } = step;
  const frame: Frame = {
    id: input.frame?.id ?? `frm_${ulid().toLowerCase()}`,
    flow: 'cancel_booking',
    agent: 'cancellation',
    title: booking ? `the cancellation of ${namesOf(itemsLeft(booking))}` : (input.frame?.title ?? 'your cancellation'),
    slots: { ...draft },
    known: booking ? knownOf(step.draft, booking) : (input.frame?.known ?? {}),
    ...{ expecting, prompt, attempts },
  };
  return {
    ...{ agent: 'cancellation', status: 'asking', effects: [], frame },
    parts: [{ agent: 'cancellation', text: [...notes, prompt.text].join(' '), sources }],
  };
}

function knownOf({ itemIds, reason }: Draft, booking: BookingWithItems): Record<string, string> {
  const part = itemIds && booking.items.filter((item) => itemIds.includes(item.id));
  return {
    Booking: booking.number,
    Service: namesOf(itemsLeft(booking)),
    ...(part ? { 'Only this part': namesOf(part) } : {}),
    ...(reason ? { Reason: reason } : {}),
  };
}
