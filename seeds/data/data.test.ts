import { getTableConfig, type MySqlTable } from 'drizzle-orm/mysql-core';
import { describe, expect, it } from 'vitest';
import { categories, pincodes, rateCards, subcategories } from '#src/db/schema/index.ts';
import { maxQuantityPerVisit } from '#src/services/bookings/policy.ts';
import { CATALOGUE } from './catalogue/index.ts';
import { PINCODES } from './geography/index.ts';

const allSubcategories = CATALOGUE.flatMap((category) => category.subcategories);
const allCards = allSubcategories.flatMap((subcategory) => subcategory.rateCards);

/** The values that occur more than once. */
const repeated = (values: string[]) => values.filter((value, i) => values.indexOf(value) !== i);
/** What the matcher sees: lower case, no punctuation, single spaces. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The texts that are longer than their column. */
function tooLong(table: MySqlTable, rows: object[]): string[] {
  const columns = getTableConfig(table).columns;
  const maxLength = (name: string) =>
    Number(/\((\d+)\)/.exec(columns.find((c) => c.name === name)?.getSQLType() ?? '')?.[1]);
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'string' && value.length > maxLength(name) ? [value] : [],
    ),
  );
}

describe('catalogue', () => {
  it('has 12 categories, 76 subcategories and 156 rate cards', () => {
    expect([CATALOGUE.length, allSubcategories.length, allCards.length]).toEqual([12, 76, 156]);
  });

  it('gives each category, subcategory and rate card a slug and a name of its own', () => {
    for (const rows of [CATALOGUE, allSubcategories, allCards]) {
      expect(repeated(rows.map((row) => row.slug))).toEqual([]);
      expect(repeated(rows.map((row) => plain(row.name)))).toEqual([]);
      expect(rows.filter((row) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.slug))).toEqual([]);
    }
  });

  it('has one to four rate cards and exactly one default in each subcategory', () => {
    for (const { slug, rateCards: cards } of allSubcategories) {
      expect(cards.length, slug).toBeGreaterThanOrEqual(1);
      expect(cards.length, slug).toBeLessThanOrEqual(4);
      expect(cards.filter((card) => card.isDefault).length, slug).toBe(1);
    }
  });

  it('keeps the limits that the rate_cards table checks', () => {
    for (const card of allCards) {
      expect(Number.isInteger(card.priceRupees) && card.priceRupees > 0, card.slug).toBe(true);
      expect(card.discountPercent === 0 || (card.discountPercent >= 5 && card.discountPercent <= 20), card.slug).toBe(
        true,
      );
      expect(card.durationMinutes >= 15 && card.durationMinutes <= 480, card.slug).toBe(true);
      expect(card.maxQuantity >= 1 && card.maxQuantity <= 20, card.slug).toBe(true);
    }
  });

  it('promises no larger quantity than fits into one working day', () => {
    const impossible = allCards.filter((card) => card.maxQuantity > maxQuantityPerVisit(card));
    expect(impossible.map((card) => card.slug)).toEqual([]);
  });

  it('fits every text into its column', () => {
    expect(tooLong(categories, CATALOGUE)).toEqual([]);
    expect(tooLong(subcategories, allSubcategories)).toEqual([]);
    expect(tooLong(rateCards, allCards)).toEqual([]);
    expect(tooLong(rateCards, [{ name: 'x'.repeat(121) }])).toHaveLength(1);
  });

  it('says what is included in three to six points and what is not in one to three', () => {
    for (const card of allCards) {
      expect([3, 4, 5, 6], card.slug).toContain(card.includes.length);
      expect([1, 2, 3], card.slug).toContain(card.excludes.length);
      expect(repeated([...card.includes, ...card.excludes]), card.slug).toEqual([]);
    }
  });
});

describe('phrases', () => {
  const homes = [
    ...allSubcategories.map((row) => ({ id: row.slug, name: row.name, family: row.slug, phrases: row.phrases })),
    ...allSubcategories.flatMap((row) =>
      row.rateCards.map((card) => ({ id: card.slug, name: card.name, family: row.slug, phrases: card.phrases })),
    ),
  ];

  it('are three to eight on a subcategory and four to twelve on a rate card', () => {
    for (const row of allSubcategories) expect([3, 4, 5, 6, 7, 8], row.slug).toContain(row.phrases.length);
    for (const card of allCards) {
      expect(card.phrases.length, card.slug).toBeGreaterThanOrEqual(4);
      expect(card.phrases.length, card.slug).toBeLessThanOrEqual(12);
    }
  });

  it('are lower-case, trimmed and made of plain words', () => {
    const odd = homes.flatMap((home) => home.phrases).filter((phrase) => !/^[a-z0-9'-]+( [a-z0-9'-]+)*$/.test(phrase));
    expect(odd).toEqual([]);
  });

  it('stand in one place only', () => {
    expect(repeated(homes.flatMap((home) => home.phrases.map(plain)))).toEqual([]);
  });

  it('are never the name of something else', () => {
    const owner = new Map(homes.map((home) => [plain(home.name), home.family]));
    const strays = homes.flatMap((home) =>
      home.phrases.filter((phrase) => (owner.get(plain(phrase)) ?? home.family) !== home.family),
    );
    expect(strays).toEqual([]);
  });

  it.each([
    ['ac not cooling', 'ac-repair-visit'],
    ['my ac is not cooling', 'ac-repair-visit'],
    ['ac thanda nahi kar raha', 'ac-repair-visit'],
    ['water dripping from ac', 'ac-water-leakage-repair'],
    ['geyser not heating', 'geyser-repair'],
    ['tap leaking', 'tap-repair'],
    ['nal tapak raha hai', 'tap-repair'],
    ['cockroach', 'cockroach-ant-control-2bhk'],
    ['sofa shampoo', 'fabric-sofa-cleaning'],
    ['plumber', 'plumber-visit'],
    ['electrician', 'electrician-visit'],
    ['carpenter', 'carpenter-visit'],
    ['maid', 'hourly-help'],
  ])('lead "%s" to %s', (phrase, id) => {
    expect(homes.filter((home) => home.phrases.includes(phrase)).map((home) => home.id)).toEqual([id]);
  });

  it('give "ac not cooling" to the default of AC repair', () => {
    const repair = allSubcategories.find((row) => row.slug === 'ac-repair');
    expect(repair?.rateCards.find((card) => card.isDefault)?.phrases).toContain('ac not cooling');
  });
});

/** Where each city lies, and the state and first digits that its pincodes have. */
const CITIES: Record<string, { state: string; digits: RegExp; centre: [number, number]; places: number }> = {
  Bengaluru: { state: 'Karnataka', digits: /^560/, centre: [12.972, 77.595], places: 18 },
  Mumbai: { state: 'Maharashtra', digits: /^400/, centre: [19.076, 72.878], places: 16 },
  Delhi: { state: 'Delhi', digits: /^110/, centre: [28.614, 77.209], places: 16 },
  Hyderabad: { state: 'Telangana', digits: /^500/, centre: [17.385, 78.487], places: 12 },
  Chennai: { state: 'Tamil Nadu', digits: /^600/, centre: [13.083, 80.27], places: 12 },
  Pune: { state: 'Maharashtra', digits: /^411/, centre: [18.52, 73.856], places: 12 },
  Kolkata: { state: 'West Bengal', digits: /^700/, centre: [22.573, 88.364], places: 11 },
  Ahmedabad: { state: 'Gujarat', digits: /^380/, centre: [23.023, 72.571], places: 9 },
  Jaipur: { state: 'Rajasthan', digits: /^302/, centre: [26.912, 75.787], places: 7 },
  Lucknow: { state: 'Uttar Pradesh', digits: /^226/, centre: [26.847, 80.946], places: 7 },
  Surat: { state: 'Gujarat', digits: /^395/, centre: [21.17, 72.831], places: 5 },
  Indore: { state: 'Madhya Pradesh', digits: /^452/, centre: [22.72, 75.858], places: 5 },
  Chandigarh: { state: 'Chandigarh', digits: /^160/, centre: [30.733, 76.779], places: 5 },
  Kochi: { state: 'Kerala', digits: /^682/, centre: [9.931, 76.267], places: 6 },
  Nagpur: { state: 'Maharashtra', digits: /^440/, centre: [21.146, 79.088], places: 5 },
  Bhopal: { state: 'Madhya Pradesh', digits: /^462/, centre: [23.26, 77.413], places: 5 },
  Coimbatore: { state: 'Tamil Nadu', digits: /^641/, centre: [11.017, 76.956], places: 5 },
  Visakhapatnam: { state: 'Andhra Pradesh', digits: /^530/, centre: [17.687, 83.218], places: 5 },
  Gurugram: { state: 'Haryana', digits: /^122/, centre: [28.459, 77.027], places: 6 },
  Noida: { state: 'Uttar Pradesh', digits: /^201/, centre: [28.535, 77.391], places: 4 },
};

/** Great-circle distance in kilometres. */
function kilometres([lat1, lon1]: [number, number], [lat2, lon2]: [number, number]): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(a));
}

describe('geography', () => {
  it('has 171 different six-digit pincodes in 20 cities', () => {
    expect(PINCODES).toHaveLength(171);
    expect(repeated(PINCODES.map((place) => place.pincode))).toEqual([]);
    expect(PINCODES.filter((place) => !/^[1-8]\d{5}$/.test(place.pincode))).toEqual([]);
    const counts = Object.fromEntries(
      Object.keys(CITIES).map((city) => [city, PINCODES.filter((place) => place.city === city).length]),
    );
    expect(counts).toEqual(Object.fromEntries(Object.entries(CITIES).map(([city, { places }]) => [city, places])));
  });

  it('puts every pincode into the state that its first digits stand for', () => {
    const wrong = PINCODES.filter(({ city, state, pincode }) => {
      const known = CITIES[city];
      return known?.state !== state || !known.digits.test(pincode);
    });
    expect(wrong).toEqual([]);
  });

  it('places every locality in India and within 35 km of its city', () => {
    for (const { pincode, city, latitude, longitude } of PINCODES) {
      expect(latitude > 8 && latitude < 36 && longitude > 68 && longitude < 98, pincode).toBe(true);
      expect(kilometres(CITIES[city]?.centre ?? [0, 0], [latitude, longitude]), pincode).toBeLessThan(35);
    }
  });

  it('gives no two localities of a city the same name or the same spot', () => {
    expect(repeated(PINCODES.map((place) => `${place.city}: ${place.locality}`))).toEqual([]);
    expect(repeated(PINCODES.map((place) => `${place.latitude},${place.longitude}`))).toEqual([]);
  });

  it('names at least two different streets in every locality', () => {
    for (const place of PINCODES) {
      expect(new Set(place.streets).size, place.pincode).toBeGreaterThanOrEqual(2);
      expect(repeated(place.streets ?? []), place.pincode).toEqual([]);
    }
  });

  it('uses all three tiers, the first only in the seven largest cities', () => {
    expect([...new Set(PINCODES.map((place) => place.tier))].sort()).toEqual([1, 2, 3]);
    const metros = ['Bengaluru', 'Chennai', 'Delhi', 'Hyderabad', 'Kolkata', 'Mumbai', 'Pune'];
    expect([...new Set(PINCODES.filter((place) => place.tier === 1).map((place) => place.city))].sort()).toEqual(
      metros,
    );
  });

  it('fits every text into its column', () => {
    expect(tooLong(pincodes, PINCODES)).toEqual([]);
  });

  it.each([
    ['560034', 'Koramangala'],
    ['560038', 'Indiranagar'],
    ['560001', 'MG Road'],
    ['560066', 'Whitefield'],
    ['560102', 'HSR Layout'],
  ])('knows %s as %s', (pincode, locality) => {
    expect(PINCODES.find((place) => place.pincode === pincode)?.locality).toBe(locality);
  });
});
