import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { rupees } from '#src/money.ts';
import type { CancellationPreview } from '#src/services/bookings/preview-cancellation.ts';
import type { Stake } from '#src/services/bookings/cancellation-stake.ts';
import { canReschedule } from '#src/services/bookings/policy.ts';
import { REFUND_POLICY, refundRule, type Refund } from '#src/services/bookings/refund-policy.ts';
import type { AskOption, Card, Source } from '#src/turn.ts';
import type { Draft } from './draft.ts';
import { confirmActions, type Question } from './prompts.ts';
import { bookingSource } from '../booking-source.ts';
import { refundPolicySource } from './sources.ts';
import { blamesUs } from './words.ts';
import { beginsIn, itemsLeft, lowered, namesOf, whenOf } from '../words-for-bookings.ts';

type CancellationCard = Extract<Card, { type: 'cancellation_quote' | 'cancellation_receipt' }>;

/** What would go, and what for: a preview of something that can be cancelled. */
export type Offer = CancellationPreview & { stake: Stake; refund: Refund };

export interface Shown {
  question: Question;
  card: CancellationCard;
  sources: Source[];
}

/** Shows the row of the policy and what it gives back, and asks whether to cancel. */
export function quote(ctx: Ctx, draft: Draft, offer: Offer): Shown {
  const { booking, stake, refund } = offer;
  const offersMove = refund.percent < 100 && !draft.moveOffered && canReschedule(booking, ctx.now).allowed;
  const offersComplaint = draft.reason !== undefined && blamesUs(draft.reason);
  const hasParts = stake.isWhole && stake.items.length > 1;
  const actions = confirmActions({ number: booking.number, hasParts, offersMove, offersComplaint });
  draft.quote = { refundPaise: refund.amountPaise, version: booking.version };
  if (offersMove) draft.moveOffered = true;
  const card = cardOf(ctx, 'cancellation_quote', offer, actions);
  const it = stake.isWhole ? 'it' : 'only that';
  const ask = draft.isInquiry
    ? `Nothing is cancelled yet; say “cancel it” if you want me to.`
    : `Shall I cancel ${it}?`;
  const text = [
    offerText(ctx, offer),
    ...(offersComplaint ? [ourFaultText()] : []),
    ...(offersMove ? ['Moving it to another time instead costs nothing.'] : []),
    ask,
  ].join(' ');
  const back = refund.amountPaise > 0 ? `${rupees(refund.amountPaise)} back` : 'nothing back';
  const named = stake.isWhole ? 'it' : `only ${namesOf(stake.items)}`;
  const reminder = draft.isInquiry
    ? `say “cancel it” if you want that, with ${back}.`
    : `shall I cancel ${named}, with ${back}?`;
  const options = actions.map(({ label, text: said }) => ({ label, text: said }));
  return {
    question: {
      prompt: { text, reminder, ask: { kind: 'confirm', slot: 'confirm', options }, card },
      expecting: { slot: 'confirm' },
    },
    card,
    sources: sourcesOf(booking, refund),
  };
}

export const sourcesOf = (booking: BookingWithItems, refund: Refund): Source[] => [
  bookingSource(booking),
  refundPolicySource(refund),
];

/** What would go, when it is, the row that counts and what it gives back. */
export function offerText(ctx: Ctx, { booking, stake, refund }: Offer): string {
  const rest = itemsLeft(booking).filter((item) => !stake.items.some(({ id }) => id === item.id));
  const what = stake.isWhole
    ? `${namesOf(stake.items)}, ${whenOf(ctx, booking)} (${booking.number}).`
    : `Only ${namesOf(stake.items)} of booking ${booking.number}, ${whenOf(ctx, booking)}; ${namesOf(rest)} and the visiting charge stay.`;
  const row = lowered(refundRule(refund));
  const paid = rupees(stake.paidPaise);
  const gives =
    refund.amountPaise === 0
      ? `By our refund table (${row}) nothing of the ${paid} comes back.`
      : refund.percent === 100
        ? `By our refund table (${row}) you get back all of the ${paid}.`
        : `By our refund table (${row}) you get back ${rupees(refund.amountPaise)} of the ${paid}.`;
  const person =
    refund.status === 'waiting_for_approval'
      ? [`${aboveLimit()}; the ${stake.isWhole ? 'booking' : 'item'} itself goes at once.`]
      : [];
  return [what, beginsIn(booking, ctx.now), gives, ...person].join(' ');
}

export function cardOf(
  ctx: Ctx,
  type: CancellationCard['type'],
  { booking, stake, refund }: Pick<Offer, 'booking' | 'stake' | 'refund'>,
  actions: AskOption[],
): CancellationCard {
  return {
    type,
    number: booking.number,
    service: namesOf(booking.items),
    when: whenOf(ctx, booking),
    items: stake.items.map((item) => namesOf([item])),
    isWhole: stake.isWhole,
    rule: refundRule(refund),
    policyVersion: refund.policyVersion,
    paidPaise: stake.paidPaise,
    refundPercent: refund.percent,
    refundPaise: refund.amountPaise,
    creditPaise: refund.creditPaise,
    needsApproval: refund.status === 'waiting_for_approval',
    actions,
  };
}

/** "A refund above ₹5,000 is decided by a person of our team". */
export const aboveLimit = (): string =>
  `A refund above ${rupees(REFUND_POLICY.approvalAbovePaise)} is decided by a person of our team`;

function ourFaultText(): string {
  const { percent, creditPaise } = REFUND_POLICY.atFault;
  return (
    `If the fault is the professional’s or ours, ${percent} % and ${rupees(creditPaise)} on top are due: ` +
    'our staff decide that, so a complaint is the better way.'
  );
}
