import type { Ctx } from '#src/context.ts';
import { selectAddressesOfUser, type AddressRow } from '#src/db/queries/addresses.ts';

/** The saved addresses of whoever asks; a guest has none. */
export async function listAddresses(ctx: Ctx): Promise<AddressRow[]> {
  if (ctx.actor.kind === 'guest' || ctx.actor.kind === 'system') return [];
  return selectAddressesOfUser(ctx.db, ctx.company.id, ctx.actor.id);
}
