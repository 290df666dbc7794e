import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import {
  insertAddress,
  selectAddress,
  selectAddressesOfUser,
  updateDefaultAddress,
  type AddressRow,
} from '#src/db/queries/addresses.ts';
import { lockAccount } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { ownAddress, placeOf } from './address-place.ts';
import { knownAccount } from './get-profile.ts';
import { AddressInput } from './schemas.ts';

const MOST = 20;

/**
 * Saves an address of whoever asks. The first is the default one.
 * @throws AppError invalid | not-allowed (20 are saved) | unauthenticated
 */
export async function createAddress(ctx: Ctx, raw: unknown): Promise<AddressRow> {
  const actor = authorise(ctx, 'customer', 'staff');
  const input = parse(AddressInput, raw);
  const { company, now } = ctx;
  const place = await placeOf(ctx.db, input);
  return inTransaction(ctx.db, async (tx) => {
    // Two addresses at once would both be the first.
    knownAccount(await lockAccount(tx, company.id, actor.id));
    const saved = await selectAddressesOfUser(tx, company.id, actor.id);
    if (saved.length >= MOST)
      throw new AppError({ code: 'not-allowed', detail: `You can save ${MOST} addresses. Delete one of them first.` });
    const id = newId('address', now);
    const isDefault = saved.length === 0 || input.isDefault === true;
    const made = { companyId: company.id, userId: actor.id, createdAt: now, updatedAt: now };
    await insertAddress(tx, { ...made, id, ...place, isDefault, deletedAt: null });
    if (isDefault && saved.length > 0) await updateDefaultAddress(tx, company.id, actor.id, id);
    await recordEvent(tx, ctx, { type: 'address.created', subject: { type: 'address', id }, data: { isDefault } });
    return ownAddress(await selectAddress(tx, company.id, actor.id, id));
  });
}
