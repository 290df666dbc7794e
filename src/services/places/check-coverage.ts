import type { Visitor } from '../visitor.ts';
import { isServed, selectPincode, selectServedPincodes, type PincodeRow } from '#src/db/queries/places.ts';

export type Coverage =
  | { status: 'served'; place: PincodeRow }
  /** The pincode exists, but nobody does this job there. */
  | { status: 'not-served'; place: PincodeRow; nearest: NearbyPlace[] }
  /** Not a pincode that we know. */
  | { status: 'unknown'; nearest: NearbyPlace[] };

export interface NearbyPlace {
  place: PincodeRow;
  /** Undefined when the asked pincode's own place is unknown. */
  kilometres: number | undefined;
}

/**
 * Whether a service reaches a pincode, and if not, the nearest places that it does reach. Anybody may ask.
 * Two queries when served, three when not.
 */
export async function checkCoverage(ctx: Visitor, input: { rateCardId: string; pincode: string }): Promise<Coverage> {
  const { db, company } = ctx;
  const place = await selectPincode(db, input.pincode);
  if (place && (await isServed(db, company.id, input.rateCardId, input.pincode))) return { status: 'served', place };

  if (place) return { status: 'not-served', place, nearest: await nearestServed(ctx, place, input.rateCardId) };
  // Pincodes are handed out by region: a long shared prefix, then a small difference, means close by.
  const region = { prefix: input.pincode.slice(0, 2) };
  const candidates = await selectServedPincodes(db, company.id, region, input.rateCardId);
  const distance = (c: PincodeRow) => Math.abs(Number(c.pincode) - Number(input.pincode));
  const nearest = candidates
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 3)
    .map((c) => ({ place: c, kilometres: undefined }));
  return { status: 'unknown', nearest };
}

const FAR_KILOMETRES = 60;

/** The three nearest places within 60 km that a service reaches, or any service when none is named. One query. */
export async function nearestServed(
  ctx: Visitor,
  place: PincodeRow,
  rateCardId?: string,
): Promise<{ place: PincodeRow; kilometres: number }[]> {
  const { latitude, longitude } = place;
  const region = { latitude, longitude, kilometres: FAR_KILOMETRES };
  const candidates = await selectServedPincodes(ctx.db, ctx.company.id, region, rateCardId);
  return candidates
    .map((c) => ({ place: c, kilometres: kilometresBetween(place, c) }))
    .filter((c) => c.kilometres <= FAR_KILOMETRES)
    .sort((a, b) => a.kilometres - b.kilometres)
    .slice(0, 3);
}

type Point = Pick<PincodeRow, 'latitude' | 'longitude'>;

/** Great-circle distance by the haversine formula on a sphere of 6,371 km. */
function kilometresBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
