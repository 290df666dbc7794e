import { BOOKING_POLICY } from './policy.ts';

/** All amounts in paise, integers. `total = subtotal + visitingCharge − discount + gst`. */
export interface Price {
  unitPaise: number;
  quantity: number;
  subtotalPaise: number;
  visitingChargePaise: number;
  discountPaise: number;
  gstPaise: number;
  totalPaise: number;
  policyVersion: string;
}

/**
 * What a job costs: rate × quantity + visiting charge by pincode tier − discount, plus GST on the sum.
 * Pure, so that what is quoted is what is charged. Discount and tax are rounded half up to the paisa.
 */
export function priceOf(
  card: { pricePaise: number; discountPercent: number },
  quantity: number,
  pincodeTier: number,
): Price {
  const subtotalPaise = card.pricePaise * quantity;
  const discountPaise = Math.round((subtotalPaise * card.discountPercent) / 100);
  const visitingChargePaise = BOOKING_POLICY.visitingChargePaiseByTier[pincodeTier] ?? 0;
  const taxable = subtotalPaise + visitingChargePaise - discountPaise;
  const gstPaise = Math.round((taxable * BOOKING_POLICY.gstPercent) / 100);
  return {
    unitPaise: card.pricePaise,
    quantity,
    subtotalPaise,
    visitingChargePaise,
    discountPaise,
    gstPaise,
    totalPaise: taxable + gstPaise,
    policyVersion: BOOKING_POLICY.version,
  };
}
