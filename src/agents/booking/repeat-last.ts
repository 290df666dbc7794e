import { localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { listBookings } from '#src/services/bookings/list-bookings.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { listAddresses } from '#src/services/customers/list-addresses.ts';
import { nameServices, type NamedServices } from '../booking-hints.ts';
import { fittingAmong } from '../find-booking.ts';
import { addressLine, itemsLeft, namesOf } from '../words-for-bookings.ts';
import { setItems } from './apply-services.ts';
import type { ServiceCandidate, Step } from './draft.ts';

const LOOKED_AT = 50;

/**
 * "Same as last time", "my usual plumber": services, address, hour and professional of the last visit that was completed,
 * of the named services where some are. The day is not taken over.
 * @returns whether there was such a visit
 */
export async function repeatLast(
  ctx: Ctx,
  catalogue: Catalogue,
  { draft, notes }: Step,
  named: ServiceCandidate[][],
): Promise<boolean> {
  if (ctx.actor.kind === 'guest') {
    notes.push('Once you have signed in I can look up your earlier visits; until then please tell me what you need.');
    return false;
  }
  const done = (await listBookings(ctx, { limit: LOOKED_AT })).filter(({ status }) => status === 'completed');
  let services: NamedServices | undefined;
  for (const candidates of named) services = nameServices(catalogue, services, candidates);
  const [last] = fittingAmong(ctx, done, services ? { services } : {});
  const items = last ? itemsLeft(last).filter(({ rateCardId }) => catalogue.rateCard(rateCardId)) : [];
  if (!last || items.length === 0) {
    notes.push(services ? 'I find no earlier visit of yours for that.' : 'I find no earlier visit of yours to repeat.');
    return false;
  }
  setItems(
    draft,
    items.map(({ rateCardId, quantity }) => ({ rateCardId, quantity })),
  );
  draft.open = [];
  draft.hour = localOf(last.startsAt, ctx.company.timeZone).hour;
  draft.preferred = { id: last.providerId, name: last.provider.name };
  const address = (await listAddresses(ctx)).find(({ id }) => id === last.addressId);
  if (address) {
    draft.pincode = address.pincode;
    draft.address = { kind: 'saved', id: address.id, label: address.label, text: addressLine(address) };
  }
  notes.push(
    `As last time: ${namesOf(items)}${address ? ` at ${address.label}` : ''}, with ${last.provider.name} if possible.`,
  );
  return true;
}
