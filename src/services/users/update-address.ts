import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { selectAddress, updateAddressRow, updateDefaultAddress, type AddressRow } from '#src/db/queries/addresses.ts';
import { lockAccount } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { assertVersion } from '../staff/assert-version.ts';
import { ownAddress, placeOf } from './address-place.ts';
import { knownAccount } from './get-profile.ts';
import { AddressInput } from './schemas.ts';

/**
 * Replaces an address of whoever asks. Bookings keep the one they were made with.
 * @param version the one that was read
 * @throws AppError invalid | not-found | not-allowed (there is always a default one) | precondition-failed
 */
export async function updateAddress(ctx: Ctx, id: string, version: number, raw: unknown): Promise<AddressRow> {
  const actor = authorise(ctx, 'customer', 'staff');
  const input = parse(AddressInput, raw);
  assertKey(id, 'This address is not among your saved ones.');
  const { company, now } = ctx;
  const place = await placeOf(ctx.db, input);
  return inTransaction(ctx.db, async (tx) => {
    knownAccount(await lockAccount(tx, company.id, actor.id));
    const before = ownAddress(await selectAddress(tx, company.id, actor.id, id));
    assertVersion(before, version);
    if (before.isDefault && input.isDefault === false)
      throw new AppError({ code: 'not-allowed', detail: 'Make another address the default one instead.' });
    const isDefault = before.isDefault || input.isDefault === true;
    await updateAddressRow(tx, before, { ...place, isDefault, updatedAt: now });
    if (isDefault && !before.isDefault) await updateDefaultAddress(tx, company.id, actor.id, id);
    await recordEvent(tx, ctx, {
      type: 'address.updated',
      subject: { type: 'address', id },
      data: { moved: before.pincode !== place.pincode },
    });
    return ownAddress(await selectAddress(tx, company.id, actor.id, id));
  });
}
