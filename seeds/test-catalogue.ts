import type { CategorySeed } from './data/types.ts';

/** Few services of different lengths, units and discounts: enough to book, price and confuse. */
export const TEST_CATALOGUE: CategorySeed[] = [
  {
    slug: 'repairs',
    name: 'Repairs',
    description: 'Air conditioners and plumbing put right at home.',
    subcategories: [
      {
        slug: 'ac-repair',
        name: 'AC repair',
        description: 'Diagnosis, repair and gas refill of split and window ACs.',
        phrases: ['ac repair', 'air conditioner repair', 'ac problem', 'ac mechanic'],
        rateCards: [
          {
            slug: 'ac-diagnosis',
            name: 'AC repair visit',
            description: 'A technician finds the fault, repairs small ones on the spot and quotes the rest.',
            phrases: ['ac not cooling', 'ac not working', 'ac leaking water', 'ac making noise', 'ac thanda nahi'],
            includes: ['Diagnosis of one AC', 'Small repairs without spare parts'],
            excludes: ['Spare parts', 'Gas refill'],
            unit: 'AC unit',
            priceRupees: 299,
            discountPercent: 0,
            durationMinutes: 60,
            maxQuantity: 5,
            isDefault: true,
          },
          {
            slug: 'ac-gas-refill',
            name: 'AC gas refill',
            description: 'Leak test, repair of the leak and refill of the refrigerant.',
            phrases: ['ac gas refill', 'ac gas filling', 'gas leak in ac'],
            includes: ['Leak test', 'Refrigerant'],
            excludes: ['Replacement of the coil'],
            unit: 'AC unit',
            priceRupees: 2499,
            discountPercent: 10,
            durationMinutes: 90,
            maxQuantity: 3,
          },
        ],
      },
      {
        slug: 'tap-repair',
        name: 'Tap repair',
        description: 'Dripping, stiff and broken taps repaired or replaced.',
        phrases: ['tap repair', 'leaking tap', 'tap dripping', 'nal tapak raha hai'],
        rateCards: [
          {
            slug: 'tap-repair',
            name: 'Tap repair',
            description: 'One tap repaired with new washer or cartridge.',
            phrases: ['fix a tap', 'tap washer', 'plumber for tap'],
            includes: ['Washer or cartridge'],
            excludes: ['A new tap'],
            unit: 'tap',
            priceRupees: 149,
            discountPercent: 0,
            durationMinutes: 30,
            maxQuantity: 6,
            isDefault: true,
          },
        ],
      },
    ],
  },
  {
    slug: 'cleaning',
    name: 'Cleaning',
    description: 'Deep cleaning at home.',
    subcategories: [
      {
        slug: 'bathroom-cleaning',
        name: 'Bathroom cleaning',
        description: 'Tiles, fittings, toilet and floor cleaned and descaled.',
        phrases: ['bathroom cleaning', 'toilet cleaning', 'clean my bathroom', 'dirty bathroom'],
        rateCards: [
          {
            slug: 'bathroom-deep-cleaning',
            name: 'Bathroom deep cleaning',
            description: 'Deep cleaning with machine scrubbing.',
            phrases: ['bathroom deep clean', 'washroom cleaning'],
            includes: ['Tiles', 'Toilet', 'Fittings'],
            excludes: ['Repairs'],
            unit: 'bathroom',
            priceRupees: 599,
            discountPercent: 15,
            durationMinutes: 75,
            maxQuantity: 4,
            isDefault: true,
          },
        ],
      },
    ],
  },
];
