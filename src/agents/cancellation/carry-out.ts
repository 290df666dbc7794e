import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { rupees } from '#src/money.ts';
import { cancelBooking } from '#src/services/bookings/cancel-booking.ts';
import { cancelItems } from '#src/services/bookings/cancel-items.ts';
import type { CancelledPart } from '#src/services/bookings/cancel-part.ts';
import type { Effect } from '#src/turn.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import type { Draft } from './draft.ts';
import { aboveLimit, cardOf, sourcesOf } from './quote.ts';
import { refundSource } from './sources.ts';
import { itemsLeft, namesOf, whenOf } from '../words-for-bookings.ts';

export type Outcome =
  | { kind: 'done'; done: CancelledPart }
  /** Not as it was shown any more: look again. */
  | { kind: 'changed' };

/** Another refund, another version, not to be cancelled any more, or not there. */
const CHANGED = new Set<AppError['code']>(['conflict', 'precondition-failed', 'not-allowed', 'not-found']);
const NO_REASON = 'No reason given';

/** Cancels what was shown, if it gives back what was shown. */
export async function carryOut(
  ctx: Ctx,
  input: AgentInput,
  { bookingId = '', itemIds, reason = NO_REASON, quote }: Draft,
): Promise<Outcome> {
  const named = { ref: bookingId, version: quote?.version };
  const shared = { reason, quotedRefundPaise: quote?.refundPaise ?? 0 };
  const args = { bookingId, ...(itemIds ? { itemIds } : {}), ...shared };
  try {
    const done = await input.call(itemIds ? 'cancel_items' : 'cancel_booking', args, (effectKey) => {
      const wish = { ...shared, turnId: input.turnId, effectKey };
      return itemIds ? cancelItems(ctx, named, { ...wish, itemIds }) : cancelBooking(ctx, named, wish);
    });
    return { kind: 'done', done };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (CHANGED.has(error.code)) return { kind: 'changed' };
    throw error;
  }
}

/** Says what was done, with the receipt. */
export function receipt(ctx: Ctx, done: CancelledPart): Pick<AgentResult, 'effects' | 'parts' | 'card'> {
  const { booking, refund, isWhole, items, paidPaise, eventId } = done;
  const { number } = booking;
  const what = isWhole
    ? `Cancelled: ${namesOf(items)}, ${whenOf(ctx, booking)} (${number}).`
    : `Cancelled: ${namesOf(items)} of booking ${number}. ${namesOf(itemsLeft(booking))} stays, ${whenOf(ctx, booking)}.`;
  const share = `${rupees(refund.amountPaise)} (${refund.percent} % of ${rupees(paidPaise)})`;
  const money =
    refund.amountPaise === 0
      ? `By our refund table (${refund.percent} %) nothing comes back.`
      : refund.status === 'waiting_for_approval'
        ? `${aboveLimit()}: yours of ${share} now waits for that.`
        : `Your refund is ${share}.`;
  const effect: Effect = {
    type: isWhole ? 'booking.cancelled' : 'booking.items_cancelled',
    ...{ id: booking.id, number, eventId },
  };
  const sources = [...sourcesOf(booking, refund), refundSource(refund, number)];
  return {
    parts: [{ agent: 'cancellation', text: `${what} ${money}`, sources }],
    effects: [effect],
    card: cardOf(ctx, 'cancellation_receipt', { booking, refund, stake: { items, isWhole, paidPaise } }, []),
  };
}
