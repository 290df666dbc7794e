import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { BOOKING_POLICY } from './policy.ts';

/** Some of one service, as part of a visit. */
export interface VisitItem {
  card: RateCardRow;
  quantity: number;
}

/**
 * One service of a visit as a booking keeps it: `total = unitPrice × quantity − discount`, before visiting charge and
 * tax; `durationMinutes` of one unit.
 */
export interface PriceItem {
  rateCardId: string;
  name: string;
  quantity: number;
  unitPricePaise: number;
  discountPaise: number;
  totalPaise: number;
  durationMinutes: number;
}

/** All amounts in paise, integers. `total = subtotal + visitingCharge − discount + gst`. */
export interface Price {
  items: PriceItem[];
  subtotalPaise: number;
  visitingChargePaise: number;
  discountPaise: number;
  gstPaise: number;
  totalPaise: number;
  policyVersion: string;
}

/**
 * What a visit costs: for each service rate × quantity − discount, one visiting charge by pincode tier, and GST on the
 * sum. Pure, so that what is quoted is what is charged. Discounts and tax are rounded half up to the paisa.
 */
export function priceOf(visit: readonly VisitItem[], pincodeTier: number): Price {
  const items = visit.map(priceItem);
  const subtotalPaise = sum(items.map(({ unitPricePaise, quantity }) => unitPricePaise * quantity));
  const discountPaise = sum(items.map((item) => item.discountPaise));
  const visitingChargePaise = BOOKING_POLICY.visitingChargePaiseByTier[pincodeTier] ?? 0;
  const taxable = subtotalPaise + visitingChargePaise - discountPaise;
  const gstPaise = Math.round((taxable * BOOKING_POLICY.gstPercent) / 100);
  const totalPaise = taxable + gstPaise;
  const { version: policyVersion } = BOOKING_POLICY;
  return { items, subtotalPaise, visitingChargePaise, discountPaise, gstPaise, totalPaise, policyVersion };
}

function priceItem({ card, quantity }: VisitItem): PriceItem {
  const grossPaise = card.pricePaise * quantity;
  const discountPaise = Math.round((grossPaise * card.discountPercent) / 100);
  return {
    rateCardId: card.id,
    name: card.name,
    quantity,
    unitPricePaise: card.pricePaise,
    discountPaise,
    totalPaise: grossPaise - discountPaise,
    durationMinutes: card.durationMinutes,
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
