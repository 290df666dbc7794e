import { whenLabel } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { rupees } from '#src/money.ts';
import { createBooking } from '#src/services/bookings/create-booking.ts';
import type { Card, Effect } from '#src/turn.ts';
import type { AgentInput } from '../contract.ts';
import { addressLine, namesOf } from '../words-for-bookings.ts';
import type { Draft, DraftHold } from './draft.ts';
import { breakdown } from './price-breakdown.ts';
import { holdDraft } from './quote.ts';

export type Confirmation =
  | { kind: 'booked'; booking: BookingWithItems; effect: Effect | undefined }
  /** Price or professional differ from what was shown, or the hour is gone: show it again. */
  | { kind: 'changed' };

/**
 * Books what the customer agreed to. A hold that ran out while they thought is taken again, and counts as agreed
 * when it is the same professional at the same price.
 */
export async function confirm(ctx: Ctx, input: AgentInput, draft: Draft, hold: DraftHold): Promise<Confirmation> {
  try {
    return await book(ctx, input, draft, hold);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'conflict') return { kind: 'changed' };
    if (error.code !== 'hold-expired') throw error;
  }
  try {
    const again = await holdDraft(ctx, input, draft, new Date(hold.startsAt));
    const same = again.provider.id === hold.providerId && again.job.price.totalPaise === hold.totalPaise;
    if (!same || !draft.hold) return { kind: 'changed' };
    return await book(ctx, input, draft, draft.hold);
  } catch (error) {
    if (error instanceof AppError && ['slot-taken', 'invalid', 'conflict', 'hold-expired'].includes(error.code))
      return { kind: 'changed' };
    throw error;
  }
}

async function book(ctx: Ctx, input: AgentInput, draft: Draft, hold: DraftHold): Promise<Confirmation> {
  const { items, pincode = '', address } = draft;
  const { holdId, totalPaise: quotedTotalPaise } = hold;
  const { booking, eventId } = await input.call('create_booking', { holdId, items, quotedTotalPaise }, (effectKey) =>
    createBooking(ctx, {
      ...{ holdId, items, pincode, quotedTotalPaise, effectKey },
      startsAt: new Date(hold.startsAt),
      address: address?.kind === 'saved' ? { id: address.id } : { line1: address?.line1 ?? '', pincode },
      channel: input.channel,
      conversationId: input.sessionId,
      turnId: input.turnId,
    }),
  );
  const effect: Effect | undefined = eventId
    ? { type: 'booking.created', id: booking.id, number: booking.number, eventId }
    : undefined;
  return { kind: 'booked', booking, effect };
}

export function receiptCard(ctx: Ctx, booking: BookingWithItems): Extract<Card, { type: 'booking_receipt' }> {
  return {
    type: 'booking_receipt',
    number: booking.number,
    status: booking.status,
    items: booking.items.map(({ name, quantity }) => ({ name, quantity })),
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    when: whenLabel(booking.startsAt, booking.endsAt, ctx.company.timeZone),
    address: addressLine(booking.address),
    provider: booking.provider,
    price: breakdown(booking),
  };
}

export function receiptText(ctx: Ctx, booking: BookingWithItems): string {
  const card = receiptCard(ctx, booking);
  return (
    `Booked. Your booking number is ${booking.number}: ${namesOf(card.items)}, ${card.when}, at ${card.address}, ` +
    `with ${booking.provider.name}. The total is ${rupees(booking.totalPaise)} including GST.`
  );
}
