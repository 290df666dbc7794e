import { expect, it } from 'vitest';
import { namesOf } from '../words-for-bookings.ts';
import { breakdown } from './price-breakdown.ts';

const price = {
  items: [
    { name: 'AC gas refill', quantity: 1, unitPricePaise: 249_900 },
    { name: 'Tap repair', quantity: 3, unitPricePaise: 14_900 },
  ],
  ...{ visitingChargePaise: 4_900, discountPaise: 24_990, gstPaise: 49_412, totalPaise: 323_922 },
};

it('shows a line for each service, and lines that add up to the total', () => {
  const { lines, totalPaise } = breakdown(price);
  expect(lines).toEqual([
    { label: 'AC gas refill', amountPaise: 249_900 },
    { label: 'Tap repair, 3 × ₹149', amountPaise: 44_700 },
    { label: 'Visiting charge', amountPaise: 4_900 },
    { label: 'Discount', amountPaise: -24_990 },
    { label: 'GST 18 %', amountPaise: 49_412 },
  ]);
  expect(lines.reduce((sum, line) => sum + line.amountPaise, 0)).toBe(totalPaise);
});

it('leaves out what is nothing', () => {
  const { lines } = breakdown({ ...price, discountPaise: 0, visitingChargePaise: 0 });
  expect(lines.map(({ label }) => label)).toEqual(['AC gas refill', 'Tap repair, 3 × ₹149', 'GST 18 %']);
});

it('names the services of a visit with their quantities', () => {
  expect(namesOf(price.items)).toBe('AC gas refill, Tap repair × 3');
});
