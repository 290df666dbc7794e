import { priceOf, type Price, type VisitItem } from '#src/services/bookings/price.ts';

export type VisitPrice = Omit<Price, 'items' | 'policyVersion'>;

/** What a visit costs, as a booking's row keeps it. In paise. */
export function visitPrice(visit: readonly VisitItem[], pincodeTier: number): VisitPrice {
  const { items: _items, policyVersion: _policyVersion, ...amounts } = priceOf(visit, pincodeTier);
  return amounts;
}
