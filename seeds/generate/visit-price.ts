import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { priceOf, type Price } from '#src/services/bookings/price.ts';

export interface VisitItem {
  card: RateCardRow;
  quantity: number;
}

export type VisitPrice = Omit<Price, 'unitPaise' | 'quantity' | 'policyVersion'>;

/** What several services in one visit cost: the visiting charge once, GST on the sum. In paise. */
export function visitPrice(items: readonly VisitItem[], pincodeTier: number): VisitPrice {
  const prices = items.map(({ card, quantity }) => priceOf(card, quantity, pincodeTier));
  const subtotalPaise = prices.reduce((sum, price) => sum + price.subtotalPaise, 0);
  const discountPaise = prices.reduce((sum, price) => sum + price.discountPaise, 0);
  const whole = priceOf({ pricePaise: subtotalPaise - discountPaise, discountPercent: 0 }, 1, pincodeTier);
  const { visitingChargePaise, gstPaise, totalPaise } = whole;
  return { subtotalPaise, visitingChargePaise, discountPaise, gstPaise, totalPaise };
}

/** Whole hours of a visit. */
export function visitHours(items: readonly VisitItem[]): number {
  const minutes = items.reduce((sum, { card, quantity }) => sum + card.durationMinutes * quantity, 0);
  return Math.max(1, Math.ceil(minutes / 60));
}
