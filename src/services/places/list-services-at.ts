import type { Visitor } from '../visitor.ts';
import { selectPincode, selectServicesAt, type PincodeRow } from '#src/db/queries/places.ts';

/** The services on offer at a pincode (rate card ids), or `place: undefined` when no such pincode is known. */
export async function listServicesAt(
  ctx: Visitor,
  pincode: string,
): Promise<{ place: PincodeRow | undefined; rateCardIds: string[] }> {
  const [place, rateCardIds] = await Promise.all([
    selectPincode(ctx.db, pincode),
    selectServicesAt(ctx.db, ctx.company.id, pincode),
  ]);
  return { place, rateCardIds };
}
