import type { Ctx } from '#src/context.ts';
import { selectAddress, type AddressRow } from '#src/db/queries/addresses.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { ownAddress } from './address-place.ts';

/** A saved address of whoever asks. One query. @throws AppError not-found, also for one of somebody else | unauthenticated */
export async function getAddress(ctx: Ctx, id: string): Promise<AddressRow> {
  const actor = authorise(ctx, 'customer', 'staff');
  assertKey(id, 'This address is not among your saved ones.');
  return ownAddress(await selectAddress(ctx.db, ctx.company.id, actor.id, id));
}
