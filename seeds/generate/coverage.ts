import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { PincodeSeed } from '../data/types.ts';
import type { CatalogueRows } from './catalogue.ts';
import { POPULAR_SUBCATEGORIES } from './popular.ts';
import type { Provider } from './providers.ts';
import { createRandom } from './random.ts';

/** Who works where, and what is on offer there. */
export interface Coverage {
  rateCardPincodes: { rateCardId: string; pincode: string }[];
  /** Active ones only. */
  providersAt(pincode: string): Provider[];
  cardsAt(pincode: string): RateCardRow[];
}

/** Chance that a service which is not a popular one has been launched in a city, by the tier of the pincode. */
const LAUNCHED = [0, 0.95, 0.85, 0.65];

/** Offers a service in a pincode when somebody there does it and it has been launched in the city. */
export function generateCoverage(
  served: readonly PincodeSeed[],
  catalogue: CatalogueRows,
  providers: readonly Provider[],
): Coverage {
  const popular = new Set(
    catalogue.subcategories.filter((row) => POPULAR_SUBCATEGORIES.has(row.slug)).map((row) => row.id),
  );
  const providersAt = activeByPincode(providers);
  const launched = new Map<string, number>();
  const launchedIn = (card: RateCardRow, city: string) => {
    const key = `${card.slug} in ${city}`;
    if (!launched.has(key)) launched.set(key, createRandom(key).next());
    return launched.get(key) ?? 1;
  };
  const cardsAt = new Map<string, RateCardRow[]>();
  for (const { pincode, city, tier } of served) {
    const done = new Set(providersAt.get(pincode)?.flatMap((provider) => [...provider.subcategoryIds]));
    const cards = catalogue.rateCards.filter(
      (card) =>
        done.has(card.subcategoryId) &&
        (popular.has(card.subcategoryId) || launchedIn(card, city) < (LAUNCHED[tier] ?? 0)),
    );
    cardsAt.set(pincode, cards);
  }
  return {
    rateCardPincodes: [...cardsAt].flatMap(([pincode, cards]) =>
      cards.map((card) => ({ rateCardId: card.id, pincode })),
    ),
    providersAt: (pincode) => providersAt.get(pincode) ?? [],
    cardsAt: (pincode) => cardsAt.get(pincode) ?? [],
  };
}

/** What is on offer stays as it was; done by the professionals of a further cohort. */
export function coverageOf(first: Coverage, providers: readonly Provider[]): Coverage {
  const providersAt = activeByPincode(providers);
  return { ...first, providersAt: (pincode) => providersAt.get(pincode) ?? [] };
}

function activeByPincode(providers: readonly Provider[]): Map<string, Provider[]> {
  const providersAt = new Map<string, Provider[]>();
  for (const provider of providers.filter((p) => p.status === 'active'))
    for (const pincode of provider.pincodes) {
      const there = providersAt.get(pincode);
      if (there) there.push(provider);
      else providersAt.set(pincode, [provider]);
    }
  return providersAt;
}
