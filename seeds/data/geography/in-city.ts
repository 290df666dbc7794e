import type { PincodeSeed } from '../types.ts';

/** Pincode, locality, tier, latitude, longitude, streets. */
type PlaceRow = [string, string, 1 | 2 | 3, number, number, string[]];

/** One city's places, one line each. */
export function inCity(city: string, state: string, rows: PlaceRow[]): PincodeSeed[] {
  return rows.map(([pincode, locality, tier, latitude, longitude, streets]) => ({
    pincode,
    locality,
    city,
    state,
    tier,
    latitude,
    longitude,
    streets,
  }));
}
