import type { PincodeRow } from '#src/db/queries/places.ts';
import { AppError } from '#src/errors.ts';
import { priceOf, type Price } from '../bookings/price.ts';
import { parse } from '../parse.ts';
import { listServicesAt } from '../places/list-services-at.ts';
import type { Visitor } from '../visitor.ts';
import { findService, serviceOf, type Service } from './find-service.ts';
import { getCatalogue } from './get-catalogue.ts';
import { ListRatesInput } from './schemas.ts';

export interface Rate {
  service: Service;
  /** At the place that was asked for. */
  local: { isOffered: boolean; price: Price } | undefined;
}

/**
 * The rate cards of a service's subcategory, cheapest first; with a pincode, what one unit costs there. Two queries at
 * once with a pincode, none without.
 * @throws AppError not-found | invalid | not-served (no such pincode)
 */
export async function listRates(
  ctx: Visitor,
  name: string,
  raw: { pincode?: string | undefined },
): Promise<{ service: Service; place: PincodeRow | undefined; rates: Rate[] }> {
  const { pincode } = parse(ListRatesInput, raw);
  const [catalogue, at] = await Promise.all([
    getCatalogue(ctx),
    pincode === undefined ? undefined : listServicesAt(ctx, pincode),
  ]);
  const service = findService(catalogue, name);
  if (at && !at.place)
    throw new AppError({
      code: 'not-served',
      detail: `We do not know the pincode ${pincode}.`,
      data: { reason: 'unknown-pincode' },
    });
  const { place } = at ?? {};
  const offered = new Set(at?.rateCardIds);
  const rates = catalogue.rateCardsOf(service.subcategory.id).flatMap((card): Rate[] => {
    const one = serviceOf(catalogue, card);
    const local = place && { isOffered: offered.has(card.id), price: priceOf([{ card, quantity: 1 }], place.tier) };
    return one ? [{ service: one, local }] : [];
  });
  return { service, place, rates };
}
