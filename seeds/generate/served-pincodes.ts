import type { PincodeSeed } from '../data/types.ts';

/** Where the demo customer lives and works: Koramangala and Indiranagar in Bengaluru. */
export const DEMO_HOME = '560034';
export const DEMO_OFFICE = '560038';

const NOT_SERVED = 8;
const MIN_PINCODES_OF_CITY = 5;

/**
 * The pincodes in which the company works: all but the outermost of the eight widest cities, so that "not there yet,
 * but close by" can be shown honestly.
 */
export function servedPincodes(pincodes: readonly PincodeSeed[]): PincodeSeed[] {
  const outermost = [...Map.groupBy(pincodes, (p) => p.city).values()]
    .filter((ofCity) => ofCity.length >= MIN_PINCODES_OF_CITY)
    .map((ofCity) => farthest(ofCity))
    .filter(({ pincode }) => pincode !== DEMO_HOME && pincode !== DEMO_OFFICE)
    .toSorted((a, b) => b.distance - a.distance);
  const notServed = new Set(outermost.slice(0, NOT_SERVED).map((p) => p.pincode));
  return pincodes.filter((p) => !notServed.has(p.pincode));
}

/** The pincode of a city that lies farthest from its middle, in degrees: good enough to compare. */
function farthest(ofCity: readonly PincodeSeed[]): { pincode: string; distance: number } {
  const mean = (value: (p: PincodeSeed) => number) => ofCity.reduce((sum, p) => sum + value(p), 0) / ofCity.length;
  const [latitude, longitude] = [mean((p) => p.latitude), mean((p) => p.longitude)];
  return ofCity
    .map((p) => ({ pincode: p.pincode, distance: Math.hypot(p.latitude - latitude, p.longitude - longitude) }))
    .reduce((a, b) => (b.distance > a.distance ? b : a));
}
