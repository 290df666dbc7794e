import { BOOKING_POLICY, maxQuantityPerVisit, visitHours } from '../bookings/policy.ts';
import type { Visitor } from '../visitor.ts';
import type { Service } from './find-service.ts';
import { getService } from './get-service.ts';

export interface Attributes {
  service: Service;
  /** Of one visit. */
  maxQuantity: number;
  /** Whole hours that are booked for each quantity a visit can take. */
  hours: { quantity: number; hours: number }[];
  policy: typeof BOOKING_POLICY;
}

/**
 * What a booking of this service may be: quantities, hours, notice, charges. No query.
 * @param name id or slug
 * @throws AppError not-found
 */
export async function describeAttributes(ctx: Visitor, name: string): Promise<Attributes> {
  const service = await getService(ctx, name);
  const maxQuantity = maxQuantityPerVisit(service.card);
  const hours = Array.from({ length: maxQuantity }, (_, index) => ({
    quantity: index + 1,
    hours: visitHours([{ card: service.card, quantity: index + 1 }]),
  }));
  return { service, maxQuantity, hours, policy: BOOKING_POLICY };
}
