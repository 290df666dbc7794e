import type { PincodeSeed } from '../data/types.ts';
import type { CatalogueRows } from './catalogue.ts';
import type { Cohort } from './cohort.ts';
import { COMPANY_ID } from './company.ts';
import { mobileNumber, personName, unique } from './names.ts';
import { POPULAR_SUBCATEGORIES } from './popular.ts';
import { at, createRandom, seedId, type Random } from './random.ts';
import type { ProviderRow } from './rows.ts';
import { DEMO_HOME, DEMO_OFFICE } from './served-pincodes.ts';
import { tradeOf, TRADES, type Trade } from './trades.ts';

const PROVIDERS = 120;
/** Providers of a trade in a city who cover all of it and all popular work; further ones choose. */
const FULL_COVER = 2;
const DEMO_PLACES = new Set([DEMO_HOME, DEMO_OFFICE]);

export interface Provider extends ProviderRow {
  subcategoryIds: Set<string>;
  pincodes: Set<string>;
}

/** 120 professionals: in every city at least one of each trade, in the large ones several. */
export function generateProviders(
  cohort: Cohort,
  served: readonly PincodeSeed[],
  catalogue: CatalogueRows,
): Provider[] {
  const random = createRandom(cohort.key('providers'));
  const cities = [...Map.groupBy(served, (p) => p.city)].map(([city, pincodes]) => ({ city, pincodes }));
  const counts = providersPerCity(cities.map((c) => c.pincodes));
  return cities.flatMap(({ city, pincodes }, c) =>
    Array.from({ length: at(counts, c) }, (_, i): Provider => {
      const trade = at(TRADES, i % TRADES.length);
      const rank = Math.floor(i / TRADES.length);
      const createdAt = cohort.clock.at(random.int(-410, -110), random.int(9, 19), random.int(0, 59));
      const ratingCount = random.int(12, 420);
      const areas =
        rank < FULL_COVER ? pincodes : pincodes.filter((p) => random.chance(0.75) || DEMO_PLACES.has(p.pincode));
      return {
        ...providerRow(random, cohort, { key: `${city} ${i}`, place: at(pincodes, 0), trade, createdAt, ratingCount }),
        // A few are on leave or have gone; never those on whom a city depends.
        status: rank >= FULL_COVER && random.chance(0.3) ? random.pick(['paused', 'paused', 'removed']) : 'active',
        subcategoryIds: new Set(
          skills(catalogue, trade, (popular) => popular || random.chance(rank === 0 ? 0.6 : 0.7)),
        ),
        pincodes: new Set((areas.length > 0 ? areas : pincodes).map((p) => p.pincode)),
      };
    }),
  );
}

/**
 * The professionals of a further cohort: all in one city, specialists of one category who work near home. Every place
 * of the city has some of each trade, so that the cohort's customers find one.
 */
export function generateLocalProviders(
  cohort: Cohort,
  city: readonly PincodeSeed[],
  catalogue: CatalogueRows,
): Provider[] {
  const random = createRandom(cohort.key('providers'));
  return Array.from({ length: PROVIDERS }, (_, i): Provider => {
    const round = Math.floor(i / catalogue.categories.length);
    const category = at(catalogue.categories, i % catalogue.categories.length);
    const home = at(city, (i + round) % city.length);
    const trade = tradeOf(category.slug);
    const createdAt = cohort.clock.at(random.int(...cohort.signUps), random.int(9, 19), random.int(0, 59));
    const ratingCount = random.int(1, 40);
    return {
      ...providerRow(random, cohort, { key: `${home.pincode} ${i}`, place: home, trade, createdAt, ratingCount }),
      subcategoryIds: new Set(
        catalogue.subcategories
          .filter((row) => row.categoryId === category.id)
          .filter((row) => POPULAR_SUBCATEGORIES.has(row.slug) || random.chance(0.8))
          .map((row) => row.id),
      ),
      pincodes: new Set([home.pincode, random.pick(city).pincode, random.pick(city).pincode]),
    };
  });
}

function providerRow(
  random: Random,
  { taken, key }: Cohort,
  facts: { key: string; place: PincodeSeed; trade: Trade; createdAt: Date; ratingCount: number },
): ProviderRow {
  const { place, trade, createdAt, ratingCount } = facts;
  const name = personName(random, place.state, trade.womenShare);
  const phone = unique(taken.providerPhones, () => mobileNumber(random));
  const ratingSum = Math.round((4.93 - random.next() ** 2 * 1.2) * ratingCount);
  return {
    id: seedId('prv', createdAt, key(facts.key)),
    companyId: COMPANY_ID,
    ...{ name, phone },
    city: place.city,
    status: 'active',
    rating: Math.round((100 * ratingSum) / ratingCount) / 100,
    ratingCount,
    ratingSum,
    jobsCompleted: Math.round(ratingCount * (1.2 + random.next() * 0.6)),
    version: 1,
    createdAt,
    updatedAt: createdAt,
  };
}

/** One of each trade for every city; the rest by size, tier 1 pincodes counting double, the demo city a little more. */
function providersPerCity(cities: readonly (readonly PincodeSeed[])[]): number[] {
  const weights = cities.map((pincodes) => {
    const size = pincodes.reduce((sum, p) => sum + (p.tier === 1 ? 2 : p.tier === 2 ? 1 : 0.4), 0);
    return pincodes.some((p) => p.pincode === DEMO_HOME) ? size * 1.8 : size;
  });
  const rest = PROVIDERS - cities.length * TRADES.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => (rest * weight) / total);
  const counts = shares.map((share) => TRADES.length + Math.floor(share));
  const missing = PROVIDERS - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = shares
    .map((share, i) => ({ i, left: share % 1 }))
    .toSorted((a, b) => b.left - a.left || a.i - b.i);
  for (const { i } of byRemainder.slice(0, missing)) counts[i] = at(counts, i) + 1;
  return counts;
}

function skills(catalogue: CatalogueRows, trade: Trade, knows: (popular: boolean) => boolean): string[] {
  const categories = new Set(catalogue.categories.filter((row) => tradeOf(row.slug) === trade).map((row) => row.id));
  return catalogue.subcategories
    .filter((row) => categories.has(row.categoryId) && knows(POPULAR_SUBCATEGORIES.has(row.slug)))
    .map((row) => row.id);
}
