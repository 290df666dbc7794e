import { breakdown } from '#src/agents/booking/price-breakdown.ts';
import { namesOf } from '#src/agents/words-for-bookings.ts';
import { dayLabel, hourLabel, localOf, whenLabel } from '#src/clock.ts';
import { rupees } from '#src/money.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import { priceOf } from '#src/services/bookings/price.ts';
import type { Ask, Card, Source } from '#src/turn.ts';
import * as words from '../data/dialogues.ts';
import type { Job, SeededBooking } from './bookings.ts';
import { TIME_ZONE } from './company.ts';
import { answer, fill, intent, option, part, understood, type Exchange } from './exchange.ts';
import { at, type Random } from './random.ts';

/** The events that are the receipts of bookings: by booking id. */
export type ReceiptOf = (bookingId: string) => string;

const CONFIRM: Ask = {
  kind: 'confirm',
  slot: 'confirm',
  options: [
    option('Confirm', 'Yes, confirm'),
    option('Change', 'I want to change something'),
    option('Cancel', 'Never mind'),
  ],
};

/** The questions up to the price: what, where, when. */
export function untilQuote(random: Random, booking: Job, now: Date): Exchange[] {
  const { row, address, visit } = booking;
  const { card, quantity } = at(visit, 0);
  const { date, hour } = localOf(row.startsAt, TIME_ZONE);
  const label = dayLabel(date, now, TIME_ZONE);
  const day = label === 'today' || label === 'tomorrow' ? label : `on ${label}`;
  const many = quantity > 1 ? ` x${quantity}` : '';
  const named = { name: card.name + many, phrase: random.pick(card.phrases) + many, day };
  const book = (user: string, text: string, ask: Ask): Exchange => ({
    user,
    intents: [intent(random, 'book_service')],
    answer: answer([part('booking', text, understood([cardSource(booking)]))], ask),
  });
  const askPlace: Ask = { kind: 'choice', slot: 'address', options: [option(addressLabel(booking))] };
  const askTime: Ask = { kind: 'choice', slot: 'hour', options: [option(hourLabel(hour))] };
  const where = 'Where should the professional come? Choose an address, or tell me another pincode.';
  const exchanges: Exchange[] = [];
  if (random.chance(0.65)) exchanges.push(book(fill(random.pick(words.BOOKING_REQUESTS), named), where, askPlace));
  else {
    exchanges.push(book(fill(random.pick(words.BOOKING_REQUESTS_WITHOUT_DAY), named), where, askPlace));
    const askDay: Ask = { kind: 'choice', slot: 'date', options: [option(label)] };
    exchanges.push(book(address.label.toLowerCase(), `Which day would you like ${card.name}?`, askDay));
  }
  const last = exchanges.length === 1 ? address.label.toLowerCase() : label;
  exchanges.push(book(last, `At what time ${day}? Choose one of the free hours.`, askTime));
  exchanges.push(quoteExchange(random, booking, now, hourLabel(hour)));
  return exchanges;
}

/** The price, for a visit of one service. */
export function quoteExchange(random: Random, booking: Job, now: Date, user: string): Exchange {
  const { row, provider, place, visit } = booking;
  const { items } = priceOf(visit, place.tier);
  const when = whenLabel(row.startsAt, row.endsAt, TIME_ZONE);
  const text =
    `${namesOf(items)}, ${when}, at ${addressText(booking)}. ` +
    `${provider.name} (rated ${provider.rating.toFixed(1)}) is free. The total is ${rupees(row.totalPaise)} including GST. ` +
    `I am keeping the hour for you for ${BOOKING_POLICY.holdMinutes} minutes. Shall I book it?`;
  const quote: Card = {
    type: 'booking_quote',
    ...facts(booking, when),
    holdExpiresAt: new Date(now.getTime() + BOOKING_POLICY.holdMinutes * 60_000).toISOString(),
    actions: CONFIRM.options,
  };
  const sources: Source[] = [
    cardSource(booking),
    {
      kind: 'row',
      table: 'pincodes',
      id: place.pincode,
      label: `${place.locality}, ${place.city}`,
      fields: { tier: place.tier },
    },
    { kind: 'policy', rule: 'pricing', version: BOOKING_POLICY.version, label: 'Visiting charge and GST' },
  ];
  return {
    user,
    intents: [intent(random, 'book_service')],
    answer: answer([part('booking', text, sources)], CONFIRM, { card: quote }),
  };
}

/** "Yes", and the receipt. */
export function confirmExchange(random: Random, booking: SeededBooking, receiptOf: ReceiptOf): Exchange {
  const { row, provider, place, visit } = booking;
  const { items } = priceOf(visit, place.tier);
  const when = whenLabel(row.startsAt, row.endsAt, TIME_ZONE);
  const text =
    `Booked. Your booking number is ${row.number}: ${namesOf(items)}, ${when}, at ${addressText(booking)}, ` +
    `with ${provider.name}. The total is ${rupees(row.totalPaise)} including GST.`;
  const source: Source = {
    kind: 'row',
    table: 'bookings',
    id: row.id,
    label: `Booking ${row.number}`,
    fields: { status: 'confirmed', startsAt: row.startsAt.toISOString(), totalPaise: row.totalPaise },
  };
  return {
    user: random.pick(words.YES),
    intents: [intent(random, 'book_service')],
    answer: answer([part('booking', text, [source])], undefined, {
      effects: [{ type: 'booking.created', id: row.id, number: row.number, eventId: receiptOf(row.id) }],
      card: { type: 'booking_receipt', number: row.number, status: 'confirmed', ...facts(booking, when) },
    }),
  };
}

function facts(booking: Job, when: string) {
  const { row, provider, place, visit } = booking;
  const price = priceOf(visit, place.tier);
  return {
    items: price.items.map(({ name, quantity }) => ({ name, quantity })),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    when,
    address: addressText(booking),
    provider: { name: provider.name, rating: provider.rating },
    price: breakdown(price),
  };
}

const addressText = ({ address: a }: Job) => `${a.line1}, ${a.locality}, ${a.city} ${a.pincode}`;
const addressLabel = ({ address: a }: Job) => `${a.label} – ${a.locality}, ${a.pincode}`;

function cardSource({ visit }: Job): Source {
  const { card } = at(visit, 0);
  const { pricePaise, discountPercent, version } = card;
  return {
    kind: 'row',
    table: 'rate_cards',
    id: card.id,
    label: card.name,
    fields: { pricePaise, discountPercent, version },
  };
}
