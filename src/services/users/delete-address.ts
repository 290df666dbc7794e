import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import {
  selectAddress,
  selectAddressesOfUser,
  updateAddressRow,
  updateDefaultAddress,
} from '#src/db/queries/addresses.ts';
import { lockAccount } from '#src/db/queries/users.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordEvent } from '../record-event.ts';
import { ownAddress } from './address-place.ts';
import { knownAccount } from './get-profile.ts';

/**
 * Takes an address off the saved ones; bookings keep it. If it was the default one, the latest of the others becomes it.
 * @throws AppError not-found | unauthenticated
 */
export async function deleteAddress(ctx: Ctx, id: string): Promise<void> {
  const actor = authorise(ctx, 'customer', 'staff');
  assertKey(id, 'This address is not among your saved ones.');
  const { company, now } = ctx;
  await inTransaction(ctx.db, async (tx) => {
    knownAccount(await lockAccount(tx, company.id, actor.id));
    const address = ownAddress(await selectAddress(tx, company.id, actor.id, id));
    await updateAddressRow(tx, address, { deletedAt: now, isDefault: false });
    const latest = (await selectAddressesOfUser(tx, company.id, actor.id)).at(-1);
    if (address.isDefault && latest) await updateDefaultAddress(tx, company.id, actor.id, latest.id);
    await recordEvent(tx, ctx, { type: 'address.deleted', subject: { type: 'address', id } });
  });
}
