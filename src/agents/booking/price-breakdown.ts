import { rupees } from '#src/money.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import type { Price, PriceItem } from '#src/services/bookings/price.ts';
import type { PriceBreakdown } from '#src/turn.ts';

type Shown = Pick<PriceItem, 'name' | 'quantity' | 'unitPricePaise'>;
type Priced = Omit<Price, 'items' | 'subtotalPaise' | 'policyVersion'> & { items: readonly Shown[] };

/** A line for each service, then what comes on top; the lines add up to the total, to the paisa. */
export function breakdown(price: Priced): PriceBreakdown {
  const lines = [
    ...price.items.map((item) => ({ label: labelOf(item), amountPaise: item.unitPricePaise * item.quantity })),
    { label: 'Visiting charge', amountPaise: price.visitingChargePaise },
    { label: 'Discount', amountPaise: -price.discountPaise },
    { label: `GST ${BOOKING_POLICY.gstPercent} %`, amountPaise: price.gstPaise },
  ].filter((line) => line.amountPaise !== 0);
  return { lines, totalPaise: price.totalPaise, currency: 'INR' };
}

const labelOf = ({ name, quantity, unitPricePaise }: Shown): string =>
  quantity > 1 ? `${name}, ${quantity} × ${rupees(unitPricePaise)}` : name;
