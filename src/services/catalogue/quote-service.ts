import type { PincodeRow } from '#src/db/queries/places.ts';
import { AppError } from '#src/errors.ts';
import { maxQuantityPerVisit, visitHours } from '../bookings/policy.ts';
import { priceOf, type Price } from '../bookings/price.ts';
import { parse } from '../parse.ts';
import { checkCoverage } from '../places/check-coverage.ts';
import type { Visitor } from '../visitor.ts';
import type { Service } from './find-service.ts';
import { getService } from './get-service.ts';
import { QuoteServiceInput } from './schemas.ts';

export interface Quote {
  service: Service;
  place: PincodeRow;
  /** Whole hours of a professional's time. */
  hours: number;
  price: Price;
}

/**
 * What a job costs at a place, to the paisa: the sum that a booking with the same facts is charged. Two queries where
 * the service is offered, three where it is not.
 * @param name id or slug of the service
 * @throws AppError not-found | invalid (quantity) | not-served with `data.reason` and the nearest places that are
 */
export async function quoteService(ctx: Visitor, name: string, raw: QuoteServiceInput): Promise<Quote> {
  const { quantity, pincode } = parse(QuoteServiceInput, raw);
  const service = await getService(ctx, name);
  const { card } = service;
  const most = maxQuantityPerVisit(card);
  if (quantity > most)
    throw new AppError({
      code: 'invalid',
      detail: `One visit takes at most ${most} of ${card.name}.`,
      issues: [{ pointer: '/quantity', detail: `must be between 1 and ${most}` }],
    });
  const coverage = await checkCoverage(ctx, { rateCardId: card.id, pincode });
  if (coverage.status !== 'served') {
    const isKnown = coverage.status === 'not-served';
    throw new AppError({
      code: 'not-served',
      detail: isKnown ? `We do not do ${card.name} at ${pincode} yet.` : `We do not know the pincode ${pincode}.`,
      data: {
        reason: isKnown ? 'not-offered' : 'unknown-pincode',
        nearest: coverage.nearest.map(({ place }) => place.pincode),
      },
    });
  }
  const { place } = coverage;
  const visit = [{ card, quantity }];
  return { service, place, hours: visitHours(visit), price: priceOf(visit, place.tier) };
}
