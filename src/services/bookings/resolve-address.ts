import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { insertAddress, selectAddressesOfUser, type AddressRow } from '#src/db/queries/addresses.ts';
import type { AddressSnapshot } from '#src/db/schema/bookings.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import type { WantedAddress } from './schemas.ts';

interface Place {
  locality: string;
  city: string;
  state: string;
  pincode: string;
}

/**
 * The customer's saved address that was named, or the new one, which is saved unless they have it already. One query,
 * two for a new one.
 * @throws AppError not-found for an address that is not theirs, or lies elsewhere than the job
 */
export async function resolveAddress(
  tx: Transaction,
  ctx: Ctx,
  userId: string,
  wanted: WantedAddress,
  place: Place,
): Promise<AddressRow> {
  const saved = await selectAddressesOfUser(tx, ctx.company.id, userId);
  if ('id' in wanted) {
    const address = saved.find((a) => a.id === wanted.id && a.pincode === place.pincode);
    if (!address) throw new AppError({ code: 'not-found', detail: 'This address is not among your saved ones.' });
    return address;
  }
  const same = saved.find((a) => a.pincode === wanted.pincode && a.line1.toLowerCase() === wanted.line1.toLowerCase());
  if (same) return same;
  const address = {
    id: newId('address', ctx.now),
    companyId: ctx.company.id,
    userId,
    label: saved.some((a) => a.label === 'Home') ? place.locality.slice(0, 40) : 'Home',
    line1: wanted.line1,
    locality: wanted.locality ?? place.locality,
    city: place.city,
    state: place.state,
    pincode: place.pincode,
    isDefault: saved.length === 0,
    version: 1,
    deletedAt: null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  await insertAddress(tx, address);
  return address;
}

/** The address as a booking keeps it. */
export function snapshotOf({ label, line1, locality, city, state, pincode }: AddressRow): AddressSnapshot {
  return { label, line1, locality, city, state, pincode };
}
