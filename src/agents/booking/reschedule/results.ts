import { ulid } from 'ulid';
import { dayLabel, hourLabel } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import type { Source } from '#src/turn.ts';
import type { AgentInput, AgentResult, Frame } from '../../contract.ts';
import { itemsLeft, namesOf, whenOf } from '../../words-for-bookings.ts';
import type { Question } from '../prompts.ts';
import type { MoveDraft } from './draft.ts';

/** Everything a turn of the flow works with. */
export interface Step {
  draft: MoveDraft;
  /** Sentences that lead the answer. */
  notes: string[];
  input: AgentInput;
  booking?: BookingWithItems;
}

export function asking(
  ctx: Ctx,
  { draft, notes, input, booking }: Step,
  { prompt, expecting }: Question,
  sources: Source[] = [],
  attempts = 0,
): AgentResult {
  if (expecting.slot !== 'confirm') delete draft.quote;
  const frame: Frame = {
    id: input.frame?.id ?? `frm_${ulid().toLowerCase()}`,
    flow: 'reschedule_booking',
    agent: 'booking',
    title: booking ? `moving ${namesOf(itemsLeft(booking))}` : (input.frame?.title ?? 'moving your booking'),
    slots: { ...draft },
    known: booking ? knownOf(ctx, draft, booking) : (input.frame?.known ?? {}),
    ...{ expecting, prompt, attempts },
  };
  return {
    ...{ agent: 'booking', status: 'asking', effects: [], frame },
    parts: [{ agent: 'booking', text: [...notes, prompt.text].join(' '), sources }],
    ...(prompt.card ? { card: prompt.card } : {}),
  };
}

/** The flow is over and nothing has changed. */
export function ended(
  { draft, booking, notes }: Step,
  text: string,
  { status, sources = [], suggestions }: Pick<AgentResult, 'status' | 'suggestions'> & { sources?: Source[] },
): AgentResult {
  const id = booking?.id ?? draft.bookingId;
  return {
    ...{ agent: 'booking', status, effects: [], frame: null },
    parts: [{ agent: 'booking', text: [...notes, text].join(' '), sources }],
    ...(suggestions ? { suggestions } : {}),
    ...(id ? { topic: { slots: { bookingId: id } } } : {}),
  };
}

function knownOf(ctx: Ctx, { date, hour, part }: MoveDraft, booking: BookingWithItems): Record<string, string> {
  return {
    Booking: booking.number,
    Service: namesOf(itemsLeft(booking)),
    'Is now': whenOf(ctx, booking),
    ...(date ? { 'New day': dayLabel(date, ctx.now, ctx.company.timeZone) } : {}),
    ...(hour === undefined ? (part ? { 'New time': part.name } : {}) : { 'New time': hourLabel(hour) }),
  };
}
