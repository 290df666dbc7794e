import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import type { RefundOfBooking } from '#src/db/queries/refunds.ts';
import { getBooking } from '#src/services/bookings/get-booking.ts';
import { listRefunds } from '#src/services/refunds/list-refunds.ts';
import type { AskOption } from '#src/turn.ts';
import type { AgentResult } from '../contract.ts';
import type { Hints } from '../booking-hints.ts';
import { bookingOf, fittingAmong } from '../find-booking.ts';
import { refundLine } from './refund-line.ts';
import { bookingSource } from '../booking-source.ts';
import { refundSource } from './sources.ts';
import { describeBooking } from '../words-for-bookings.ts';

const LOOKED_AT = 20;
const SHOWN = 5;

/**
 * "Where is my refund?": amount, share, state and day of each; those of one booking when it is named or talked about.
 * Undefined when there is none to tell of.
 */
export async function showRefunds(
  ctx: Ctx,
  hints: Hints,
  contextId: string | undefined,
): Promise<AgentResult | undefined> {
  if (ctx.actor.kind === 'guest')
    return answer('Please sign in (menu at the top of this chat) so that I can look up your refunds.');
  const named = hints.number === undefined ? undefined : await bookingOf(ctx, hints.number);
  if (hints.number !== undefined && !named)
    return answer(`I find no booking ${hints.number.slice(0, 20)} in your account.`);
  const { items } = await listRefunds(ctx, { limit: LOOKED_AT, ...(named ? { bookingId: named.id } : {}) });
  const bookings = new Map<string, BookingWithItems>();
  for (const { bookingId } of items)
    if (!bookings.has(bookingId)) bookings.set(bookingId, await getBooking(ctx, bookingId));
  const fitting = new Set(
    named
      ? [named.id]
      : fittingAmong(ctx, [...bookings.values()], hints, (booking) => booking.items).map(({ id }) => id),
  );
  const found = items.filter(({ bookingId }) => fitting.has(bookingId));
  const talkedOf = found.filter(({ bookingId }) => bookingId === contextId);
  const shown = (hints.which === 'last' ? found.slice(0, 1) : talkedOf.length > 0 ? talkedOf : found).slice(0, SHOWN);
  return shown.length === 0 ? undefined : tell(ctx, shown, bookings);
}

function tell(ctx: Ctx, refunds: RefundOfBooking[], bookings: ReadonlyMap<string, BookingWithItems>): AgentResult {
  const lines = refunds.map((refund) => {
    const booking = bookings.get(refund.bookingId);
    const items = booking?.items.filter((item) => item.refundId === refund.id).map(({ name }) => name) ?? [];
    const about = booking ? describeBooking(ctx, booking) : refund.booking.number;
    return `${about}${items.length > 0 ? `, for ${items.join(', ')}` : ''}: ${refundLine(ctx, refund)}`;
  });
  const [first] = lines;
  const text = lines.length === 1 ? `${first}` : ['Your refunds:', ...lines.map((line) => `• ${line}`)].join('\n');
  const about = [...new Set(refunds.map(({ bookingId }) => bookingId))];
  const isOpen = refunds.some(({ status }) => status !== 'approved');
  return {
    ...answer(text),
    parts: [
      {
        agent: 'cancellation',
        text,
        sources: [
          ...refunds.map((refund) => refundSource(refund, refund.booking.number)),
          ...about.flatMap((id) => bookings.get(id) ?? []).map(bookingSource),
        ],
      },
    ],
    suggestions: [TAKES_HOW_LONG, ...(isOpen ? [PERSON] : [])],
    ...(about.length === 1 ? { topic: { slots: { bookingId: about[0] } } } : {}),
  };
}

const TAKES_HOW_LONG: AskOption = { label: 'How long does it take?', text: 'How long does a refund take?' };
const PERSON: AskOption = { label: 'Talk to a person', text: 'Talk to a person' };

const answer = (text: string): AgentResult => ({
  agent: 'cancellation',
  status: 'answered',
  parts: [{ agent: 'cancellation', text, sources: [] }],
  effects: [],
});
