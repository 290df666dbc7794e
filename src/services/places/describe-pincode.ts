import type { PincodeRow } from '#src/db/queries/places.ts';
import { AppError } from '#src/errors.ts';
import { BOOKING_POLICY } from '../bookings/policy.ts';
import type { Visitor } from '../visitor.ts';
import { nearestServed } from './check-coverage.ts';
import { listServicesAt } from './list-services-at.ts';

export interface PincodeFacts {
  place: PincodeRow;
  visitingChargePaise: number;
  /** Services on offer there. */
  services: number;
  /** Served places, when nothing is on offer here: at most three, within 60 km. */
  nearest: { place: PincodeRow; kilometres: number }[];
}

/**
 * A postal area and what the company does there. Two queries at once; a third where nothing is on offer.
 * @throws AppError not-found
 */
export async function describePincode(ctx: Visitor, pincode: string): Promise<PincodeFacts> {
  const { place, rateCardIds } = await listServicesAt(ctx, pincode);
  if (!place) throw new AppError({ code: 'not-found', detail: `We do not know the pincode ${pincode}.` });
  return {
    place,
    visitingChargePaise: BOOKING_POLICY.visitingChargePaiseByTier[place.tier] ?? 0,
    services: rateCardIds.length,
    nearest: rateCardIds.length > 0 ? [] : await nearestServed(ctx, place),
  };
}
