import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { PincodeRow } from '#src/db/queries/places.ts';
import { rupees } from '#src/money.ts';
import { maxQuantityPerVisit } from '#src/services/bookings/policy.ts';
import { priceOf } from '#src/services/bookings/price.ts';
import type { Source } from '#src/turn.ts';

/** "₹599 per AC unit (10 % off), about 45 minutes". */
export function priceLine(card: RateCardRow): string {
  const off = card.discountPercent > 0 ? ` (${card.discountPercent} % off)` : '';
  return `${rupees(card.pricePaise)} per ${card.unit}${off}, about ${card.durationMinutes} minutes`;
}

/** What a service is, what belongs to it and what it costs; with a place, to the rupee. */
export function describeService(card: RateCardRow, place: PincodeRow | undefined, quantity: number): string {
  const lines = [`${card.name}: ${card.description} ${capital(priceLine(card))}.`];
  if (card.includes.length > 0) lines.push(`Included:\n${card.includes.map((item) => `• ${item}`).join('\n')}`);
  if (card.excludes.length > 0) lines.push(`Not included:\n${card.excludes.map((item) => `• ${item}`).join('\n')}`);
  if (place) {
    const units = Math.min(Math.max(1, Math.trunc(quantity)), maxQuantityPerVisit(card));
    const price = priceOf([{ card, quantity: units }], place.tier);
    const discount = price.discountPaise > 0 ? ` − ${rupees(price.discountPaise)} discount` : '';
    lines.push(
      `In ${place.pincode} ${units === 1 ? 'one' : units} would cost ${rupees(price.totalPaise)}: ` +
        `${rupees(price.subtotalPaise)} + ${rupees(price.visitingChargePaise)} visiting charge${discount} + ${rupees(price.gstPaise)} GST.`,
    );
  } else lines.push('A visiting charge by pincode and 18 % GST come on top; tell me your pincode for the exact price.');
  return lines.join('\n\n');
}

export function serviceSource(card: RateCardRow): Source {
  return {
    kind: 'row',
    table: 'rate_cards',
    id: card.id,
    label: card.name,
    fields: { pricePaise: card.pricePaise, discountPercent: card.discountPercent, version: card.version },
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
