import { whenLabel } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { rupees } from '#src/money.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import type { ReschedulePreview } from '#src/services/bookings/preview-reschedule.ts';
import type { AskOption, Card, Source } from '#src/turn.ts';
import { bookingSource } from '../../booking-source.ts';
import { addressLine, itemsLeft, namesOf, whenOf } from '../../words-for-bookings.ts';
import type { Question } from '../prompts.ts';
import type { MoveDraft } from './draft.ts';

const ACTIONS: AskOption[] = [
  { label: 'Yes, move it', text: 'Yes, move it' },
  { label: 'Another time', text: 'I want to change the time' },
  { label: 'Leave it as it is', text: 'Never mind' },
];

/** Shows from when to when, who comes and that the price stays, and asks whether to move it. */
export function quote(
  ctx: Ctx,
  draft: MoveDraft,
  preview: ReschedulePreview,
): { question: Question; sources: Source[] } {
  const { booking, startsAt, endsAt, provider } = preview;
  const card: Extract<Card, { type: 'reschedule_quote' }> = {
    type: 'reschedule_quote',
    number: booking.number,
    service: namesOf(itemsLeft(booking)),
    from: whenOf(ctx, booking),
    to: whenLabel(startsAt, endsAt, ctx.company.timeZone),
    address: addressLine(booking.address),
    provider: { name: provider.name, rating: provider.rating },
    actions: ACTIONS,
  };
  draft.quote = { startsAt: startsAt.toISOString(), version: booking.version };
  const who =
    provider.id === booking.providerId
      ? `${provider.name} comes then, too.`
      : `${booking.provider.name} is not free then; ${provider.name} (rated ${provider.rating.toFixed(1)}) comes instead.`;
  const text =
    `${card.service} (${card.number}): from ${card.from} to ${card.to}. ${who} ` +
    `Moving it costs nothing: the price stays ${rupees(booking.totalPaise)}. Shall I move it?`;
  return {
    question: {
      prompt: {
        text,
        reminder: `shall I move it to ${card.to}?`,
        ask: { kind: 'confirm', slot: 'confirm', options: ACTIONS },
        card,
      },
      expecting: { slot: 'confirm' },
    },
    sources: [bookingSource(booking), rulesSource()],
  };
}

/** Says what was done; the receipt goes with it. */
export function movedText(
  ctx: Ctx,
  booking: BookingWithItems,
  before: Pick<BookingWithItems, 'provider' | 'providerId'>,
): string {
  const who =
    before.providerId === booking.providerId
      ? `${booking.provider.name} comes, as before.`
      : `${booking.provider.name} comes instead of ${before.provider.name}.`;
  return (
    `Moved: ${namesOf(itemsLeft(booking))} (${booking.number}) is on ${whenOf(ctx, booking)} now, ` +
    `at ${addressLine(booking.address)}. ${who} The price stays ${rupees(booking.totalPaise)}.`
  );
}

export const rulesSource = (): Source => ({
  kind: 'policy',
  rule: 'rescheduling',
  version: BOOKING_POLICY.version,
  label: 'Moving a booking keeps its number and its price',
});
