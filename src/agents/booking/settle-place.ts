import type { Ctx } from '#src/context.ts';
import type { AddressRow } from '#src/db/queries/addresses.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { getPreferences } from '#src/services/customers/get-preferences.ts';
import { listAddresses } from '#src/services/customers/list-addresses.ts';
import { checkCoverage, type NearbyPlace } from '#src/services/places/check-coverage.ts';
import { useSaved } from './apply-commands.ts';
import type { Step } from './draft.ts';
import { addressLine } from '../words-for-bookings.ts';
import { askSlot, type Question } from './prompts.ts';

/** Where the job is: pincode, whether we do all of it there, and the door to ring at. Returns the question still open. */
export async function settlePlace(ctx: Ctx, step: Step, cards: readonly RateCardRow[]): Promise<Question | undefined> {
  const { draft, notes } = step;
  if (draft.pincode !== undefined && !/^[1-9]\d{5}$/.test(draft.pincode)) {
    notes.push(`“${draft.pincode.slice(0, 12)}” is not a pincode: it has six digits, like 560034.`);
    delete draft.pincode;
  }
  const saved = draft.pincode === undefined ? await savedPlaces(ctx) : undefined;
  if (saved?.usual && !draft.address) {
    useSaved(step, saved.usual);
    notes.push(`At ${saved.usual.label}, as usual.`);
  }
  if (draft.pincode === undefined) return askPlace(step, saved?.places ?? []);

  const coverageKey = `${cards.map((card) => card.id).join(',')}@${draft.pincode}`;
  if (draft.coveredFor !== coverageKey) {
    for (const card of cards) {
      const coverage = await checkCoverage(ctx, { rateCardId: card.id, pincode: draft.pincode });
      if (coverage.status === 'served') continue;
      notes.push(
        coverage.status === 'unknown'
          ? `I don't know the pincode ${draft.pincode}.`
          : `We don't do ${card.name} in ${coverage.place.locality}, ${coverage.place.city} (${draft.pincode}) yet.`,
      );
      delete draft.pincode;
      delete draft.address;
      return askNearby(coverage.nearest);
    }
    draft.coveredFor = coverageKey;
  }
  if (draft.address) return undefined;

  const there = (await listAddresses(ctx)).filter((a) => a.pincode === draft.pincode);
  if (there.length === 1 && there[0]) {
    const [only] = there;
    draft.address = { kind: 'saved', id: only.id, label: only.label, text: addressLine(only) };
    return undefined;
  }
  if (there.length > 1)
    return askSlot(
      'address',
      `You have several addresses in ${draft.pincode}. Which one?`,
      there.map((a) => ({ value: `address:${a.id}`, label: `${a.label} – ${a.line1}` })),
    );
  return askSlot(
    'address',
    `What is the address in ${draft.pincode}? Flat or house number, street and landmark, please.`,
  );
}

/** The saved addresses, the one of the last visit first; `usual` when it is the only one, so that nothing is to be asked. */
async function savedPlaces(ctx: Ctx): Promise<{ places: AddressRow[]; usual?: AddressRow }> {
  const [saved, { defaultAddressId }] = await Promise.all([listAddresses(ctx), getPreferences(ctx)]);
  const usual = saved.find(({ id }) => id === defaultAddressId);
  const places = usual ? [usual, ...saved.filter((address) => address !== usual)] : saved;
  return { places, ...(usual && saved.length === 1 ? { usual } : {}) };
}

function askPlace({ draft }: Step, saved: AddressRow[]): Question {
  if (saved.length === 0) {
    if (draft.address?.kind === 'new') return askSlot('pincode', 'And what is the pincode there?');
    return askSlot('pincode', 'Where should the professional come? Please tell me the pincode.');
  }
  return askSlot(
    'address',
    'Where should the professional come? Choose an address, or tell me another pincode.',
    saved
      .slice(0, 4)
      .map((a) => ({ value: `address:${a.id}`, label: `${a.label} – ${shorten(a.line1)}, ${a.pincode}` })),
  );
}

const shorten = (text: string) => (text.length <= 32 ? text : `${text.slice(0, 31).trimEnd()}…`);

function askNearby(nearest: NearbyPlace[]): Question {
  if (nearest.length === 0) return askSlot('pincode', 'Is there another pincode where the job could be done?');
  return askSlot(
    'pincode',
    'The nearest areas we serve are below. Would one of them do, or is there another pincode?',
    nearest.map(({ place, kilometres }) => ({
      value: `pincode:${place.pincode}`,
      label: `${place.pincode} ${place.locality}${kilometres === undefined ? '' : ` (${Math.max(1, Math.round(kilometres))} km)`}`,
    })),
  );
}
