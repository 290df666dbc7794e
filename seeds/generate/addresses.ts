import { BUILDINGS, OFFICES } from '../data/people.ts';
import type { PincodeSeed } from '../data/types.ts';
import type { Cohort } from './cohort.ts';
import { COMPANY_ID } from './company.ts';
import { at, createRandom, seedId, type Random } from './random.ts';
import type { AddressRow } from './rows.ts';
import { DEMO_OFFICE } from './served-pincodes.ts';
import { DEMO_CUSTOMER_EMAIL, type Customer } from './users.ts';

/** How many of the customers after the demo customer have one, two and three addresses: 196 in all. */
const CUSTOMERS_WITH = [15, 71, 13] as const;
const SECOND_LABELS = ['Office', 'Office', 'Office', "Parents' home", 'Shop', 'New flat'];
const THIRD_LABELS = ["Parents' home", 'Farmhouse', "Sister's place", 'Rented flat'];
const DAY_MS = 86_400_000;

/** 198 saved addresses, all in pincodes that are served; a customer's first one is the default. */
export function generateAddresses(
  cohort: Cohort,
  customers: readonly Customer[],
  served: readonly PincodeSeed[],
): AddressRow[] {
  const random = createRandom(cohort.key('addresses'));
  const counts = random.shuffle(CUSTOMERS_WITH.flatMap((people, i) => Array<number>(people).fill(i + 1)));
  return customers.flatMap((customer, c) => {
    const isDemo = customer.email === DEMO_CUSTOMER_EMAIL;
    const count = c === 0 ? 2 : at(counts, (c - 1) % counts.length);
    return Array.from({ length: count }, (_, i): AddressRow => {
      const label = i === 0 ? 'Home' : isDemo ? 'Office' : random.pick(i === 1 ? SECOND_LABELS : THIRD_LABELS);
      const place = placeOf(random, customer, served, i, isDemo);
      const createdAt = new Date(customer.createdAt.getTime() + i * random.int(1, 40) * DAY_MS + 300_000);
      return {
        id: seedId('adr', createdAt, `${customer.id} ${i}`),
        companyId: COMPANY_ID,
        userId: customer.id,
        label,
        line1: isDemo && i === 0 ? '402, Lake View Apartments, 80 Feet Road' : line1(random, place, label),
        locality: place.locality,
        city: place.city,
        state: place.state,
        pincode: place.pincode,
        isDefault: i === 0,
        version: 1,
        deletedAt: null,
        createdAt,
        updatedAt: createdAt,
      };
    });
  });
}

/** Further addresses lie in the customer's city mostly; parents may live anywhere. */
function placeOf(
  random: Random,
  customer: Customer,
  served: readonly PincodeSeed[],
  index: number,
  isDemo: boolean,
): PincodeSeed {
  if (index === 0) return customer.home;
  const inCity = served.filter((p) => p.city === customer.home.city && p.pincode !== customer.home.pincode);
  const office = isDemo ? inCity.find((p) => p.pincode === DEMO_OFFICE) : undefined;
  if (office) return office;
  return random.pick(inCity.length > 0 && random.chance(0.85) ? inCity : served);
}

function line1(random: Random, place: PincodeSeed, label: string): string {
  const street = random.pick(place.streets ?? [`${place.locality} Main Road`]);
  if (label === 'Office') return `${random.int(4, 12)}th floor, ${random.pick(OFFICES)}, ${street}`;
  if (label === 'Shop') return `Shop ${random.int(1, 48)}, ${street}`;
  if (random.chance(0.3)) return `No. ${random.int(1, 240)}, ${street}`;
  const flat = `${random.pick(['', '', 'A-', 'B-', 'C-'])}${random.int(1, 14)}0${random.int(1, 8)}`;
  return `${flat}, ${random.pick(BUILDINGS)}, ${street}`;
}
