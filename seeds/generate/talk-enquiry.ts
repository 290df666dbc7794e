import { whenLabel } from '#src/clock.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { rupees } from '#src/money.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import { priceOf } from '#src/services/bookings/price.ts';
import type { Part, Source } from '#src/turn.ts';
import * as words from '../data/dialogues.ts';
import type { PincodeSeed } from '../data/types.ts';
import type { SeededBooking } from './bookings.ts';
import { TIME_ZONE } from './company.ts';
import { answer, fill, intent, option, part, understood, type Exchange } from './exchange.ts';
import type { PolicyAnswer } from './policy-answers.ts';
import type { Random } from './random.ts';

/** "How much is …?": the price, to the rupee when the place is known. */
export function priceExchange(random: Random, card: RateCardRow, place?: PincodeSeed): Exchange {
  const user = fill(random.pick(words.PRICE_QUESTIONS), { name: card.name });
  return {
    user: place ? `${user}${user.endsWith('?') ? '' : ','} i live in ${place.pincode}` : user,
    intents: [intent(random, 'service_info')],
    answer: answer([pricePart(card, place)], { kind: 'clarify', options: [option(`Book ${card.name}`)] }),
  };
}

function pricePart(card: RateCardRow, place?: PincodeSeed): Part {
  const { pricePaise, discountPercent, version } = card;
  const sources: Source[] = [
    {
      kind: 'row',
      table: 'rate_cards',
      id: card.id,
      label: card.name,
      fields: { pricePaise, discountPercent, version },
    },
  ];
  const off = discountPercent > 0 ? ` (${discountPercent} % off)` : '';
  const about = `${card.name}: ${card.description} ${rupees(pricePaise)} per ${card.unit}${off}, about ${card.durationMinutes} minutes.`;
  const included = `Included:\n${card.includes.map((item) => `• ${item}`).join('\n')}`;
  if (!place) {
    const more = 'A visiting charge by pincode and 18 % GST come on top; tell me your pincode for the exact price.';
    return part('service', [about, included, more].join('\n\n'), understood(sources));
  }
  const price = priceOf([{ card, quantity: 1 }], place.tier);
  const discount = price.discountPaise > 0 ? ` − ${rupees(price.discountPaise)} discount` : '';
  const total =
    `In ${place.pincode} one would cost ${rupees(price.totalPaise)}: ${rupees(price.subtotalPaise)} + ` +
    `${rupees(price.visitingChargePaise)} visiting charge${discount} + ${rupees(price.gstPaise)} GST.`;
  sources.push({ kind: 'policy', rule: 'pricing', version: BOOKING_POLICY.version, label: 'Visiting charge and GST' });
  return part('service', [about, included, total].join('\n\n'), understood(sources));
}

/** "Do you come to …?", answered with what is on offer there, if anything. */
export function coverageExchange(
  random: Random,
  place: PincodeSeed,
  categories: readonly string[],
  services: number,
): Exchange {
  const where = `${place.locality}, ${place.city} (${place.pincode})`;
  const text =
    services === 0
      ? `We don't offer services in ${where} yet.`
      : `Yes, we come to ${where}: ${services} services in ${categories.join(', ')}.\n\nWhat needs to be done?`;
  const source: Source = {
    kind: 'row',
    table: 'pincodes',
    id: place.pincode,
    label: `${place.locality}, ${place.city}`,
    fields: { services },
  };
  return {
    user: fill(random.pick(words.COVERAGE_QUESTIONS), { pincode: place.pincode }),
    intents: [intent(random, 'service_info')],
    answer: answer([part('service', text, understood([source]))]),
  };
}

/** "When is my booking?", asked when these were coming up; by number when it is the only one. */
export function statusExchange(random: Random, coming: readonly SeededBooking[]): Exchange {
  const [first] = coming;
  const byNumber = first !== undefined && coming.length === 1 && random.chance(0.5);
  const user = byNumber
    ? fill(random.pick(words.STATUS_QUESTIONS_WITH_NUMBER), { number: first.row.number })
    : random.pick(words.STATUS_QUESTIONS);
  const intro = `You have ${coming.length === 1 ? 'one booking' : `${coming.length} bookings`} coming up:`;
  const text = byNumber ? describe(first) : [intro, ...coming.map((booking) => `• ${describe(booking)}`)].join('\n');
  return {
    user,
    intents: [intent(random, 'booking_status')],
    answer: answer([part('booking', text, coming.map(bookingSource))]),
  };
}

/** What it was before its end: whatever became of it later was not known. */
const statusBefore = ({ row }: SeededBooking) => (row.status === 'pending' ? 'pending' : 'confirmed');

function describe(booking: SeededBooking): string {
  const { row, items, provider } = booking;
  const what = items.map((i) => (i.quantity > 1 ? `${i.name} × ${i.quantity}` : i.name)).join(', ');
  const { line1, locality, city, pincode } = row.address;
  const status = statusBefore(booking) === 'pending' ? 'waiting for confirmation' : 'confirmed';
  return (
    `${row.number}: ${what}, ${whenLabel(row.startsAt, row.endsAt, TIME_ZONE)}, ${line1}, ${locality}, ${city} ${pincode}, ` +
    `with ${provider.name}, ${rupees(row.totalPaise)} – ${status}.`
  );
}

function bookingSource(booking: SeededBooking): Source {
  const { id, number, startsAt, totalPaise } = booking.row;
  const fields = { status: statusBefore(booking), startsAt: startsAt.toISOString(), totalPaise };
  return { kind: 'row', table: 'bookings', id, label: `Booking ${number}`, fields };
}

/** A question about the rules, answered from the documents. */
export function policyExchange(random: Random, known: PolicyAnswer): Exchange {
  return {
    user: random.pick(known.asks),
    intents: [intent(random, 'policy_question')],
    answer: answer([known.part]),
  };
}

/** Two wishes in one message, served in the order in which they were asked. */
export function priceAndPolicyExchange(random: Random, card: RateCardRow, known: PolicyAnswer): Exchange {
  return {
    user: `what does ${card.name} cost, and ${random.pick(known.asks)}`,
    intents: [intent(random, 'service_info'), intent(random, 'policy_question')],
    answer: answer([pricePart(card), known.part]),
  };
}
