import type { Db } from '#src/db/client.ts';
import type { AddressRow } from '#src/db/queries/addresses.ts';
import { selectPincode } from '#src/db/queries/places.ts';
import { AppError } from '#src/errors.ts';
import type { AddressInput } from './schemas.ts';

/** What an address says of where it is: city and state follow from the pincode. @throws AppError invalid (no such pincode) */
export async function placeOf(
  db: Db,
  { label, line1, locality, pincode }: AddressInput,
): Promise<Pick<AddressRow, 'label' | 'line1' | 'locality' | 'city' | 'state' | 'pincode'>> {
  const place = await selectPincode(db, pincode);
  if (place)
    return { label, line1, locality: locality ?? place.locality, city: place.city, state: place.state, pincode };
  const detail = 'is not a pincode that we know';
  throw new AppError({ code: 'invalid', detail: `pincode ${detail}.`, issues: [{ pointer: '/pincode', detail }] });
}

/** @throws AppError not-found, also for an address of somebody else */
export function ownAddress(address: AddressRow | undefined): AddressRow {
  if (address) return address;
  throw new AppError({ code: 'not-found', detail: 'This address is not among your saved ones.' });
}
