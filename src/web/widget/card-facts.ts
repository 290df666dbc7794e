import type { AskOption, Card } from '#src/turn.ts';
import { money } from './format.ts';

/** Every card but those of bookings, which have clocks and prices of their own. */
export type FactCard = Exclude<Card, { type: 'booking_quote' | 'booking_receipt' }>;

/** What a card says, in the order in which it is read: drawn by `FactCard`, spoken by `announcement`. */
export interface CardFacts {
  /** What it is, for whoever does not see it: "Cancellation summary". */
  label: string;
  eyebrow: string;
  title: string;
  /** It tells of what has happened. */
  isReceipt: boolean;
  /** As people know the booking or complaint. */
  number?: string;
  facts: { label: string; value: string }[];
  sums: { label: string; value: string; isTotal?: boolean }[];
  /** What to know beside. */
  note?: string;
  table?: { columns: string[]; rows: { label: string; cells: string[] }[] };
  actions: AskOption[];
}

/** The facts of a card. */
export function factsOf(card: FactCard): CardFacts {
  switch (card.type) {
    case 'reschedule_quote':
      return rescheduling(card);
    case 'cancellation_quote':
    case 'cancellation_receipt':
      return cancellation(card);
    case 'complaint_quote':
    case 'complaint_receipt':
      return complaint(card);
    case 'comparison':
      return {
        ...{ label: 'Comparison', eyebrow: 'Comparison', title: card.columns.join(' or '), isReceipt: false },
        ...{ facts: [], sums: [], table: { columns: card.columns, rows: card.rows }, actions: card.actions },
      };
  }
}

function rescheduling(card: Extract<Card, { type: 'reschedule_quote' }>): CardFacts {
  const { number, service, from, to, address, provider, actions } = card;
  return {
    ...{ label: 'New time', eyebrow: 'New time', title: service, isReceipt: false, number },
    facts: [
      { label: 'Now', value: from },
      { label: 'New', value: to },
      { label: 'Where', value: address },
      { label: 'Who', value: `${provider.name}, rated ${provider.rating.toFixed(1)} of 5` },
    ],
    ...{ sums: [], actions },
  };
}

function cancellation(card: Extract<Card, { type: 'cancellation_quote' | 'cancellation_receipt' }>): CardFacts {
  const { number, service, when, items, isWhole, rule, paidPaise, refundPercent, refundPaise, creditPaise } = card;
  const isReceipt = card.type === 'cancellation_receipt';
  const [done, planned] = isWhole
    ? ['Booking cancelled', 'Cancel this booking']
    : ['Partly cancelled', 'Cancel a part'];
  return {
    label: isReceipt ? 'Cancellation receipt' : 'Cancellation summary',
    eyebrow: isReceipt ? done : planned,
    ...{ title: service, isReceipt, number },
    facts: [
      { label: 'When', value: when },
      ...(isWhole ? [] : [{ label: 'Goes', value: items.join(', ') }]),
      { label: 'Rule', value: rule },
    ],
    sums: [
      { label: 'Paid', value: money(paidPaise) },
      ...(creditPaise > 0 ? [{ label: 'Credit on your account', value: money(creditPaise) }] : []),
      { label: `Refund (${refundPercent} %)`, value: money(refundPaise), isTotal: true },
    ],
    ...(card.needsApproval && { note: 'A refund of this size is checked by a person of our team first.' }),
    actions: card.actions,
  };
}

function complaint(card: Extract<Card, { type: 'complaint_quote' | 'complaint_receipt' }>): CardFacts {
  const { number, about, category, description, photos, band, answerBy, settledBy, actions } = card;
  const isReceipt = card.type === 'complaint_receipt';
  return {
    label: isReceipt ? 'Complaint receipt' : 'Complaint summary',
    eyebrow: isReceipt ? 'Complaint taken down' : 'Your complaint',
    ...{ title: about || category, isReceipt },
    ...(number && { number }),
    facts: [
      { label: 'Kind', value: category },
      { label: 'What happened', value: description },
      ...(photos > 0 ? [{ label: 'Files', value: String(photos) }] : []),
      { label: 'Priority', value: band },
      { label: 'Answer', value: answerBy },
      { label: 'Settled', value: settledBy },
    ],
    ...{ sums: [], actions },
  };
}
