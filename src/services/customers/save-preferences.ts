import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { selectAddress } from '#src/db/queries/addresses.ts';
import { selectPreferences, upsertPreferences } from '#src/db/queries/preferences.ts';
import { lockAccount } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { makeOnce } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { getPreferences } from './get-preferences.ts';
import { Preferences, SavePreferencesInput } from './schemas.ts';

export interface SavedPreferences {
  preferences: Preferences;
  /** Of the change; none when all was known already. */
  eventId?: string;
}

/**
 * Remembers what a customer likes, across conversations: what is named replaces what was there, null forgets it.
 * @throws AppError unauthenticated | invalid | not-found for an address that is not among theirs
 */
export async function savePreferences(ctx: Ctx, raw: SavePreferencesInput): Promise<SavedPreferences> {
  const actor = authorise(ctx, 'customer');
  const { turnId, effectKey, ...wanted } = parse(SavePreferencesInput, raw);
  return makeOnce(ctx, effectKey, {
    again: async ({ eventId }) => ({ preferences: await getPreferences(ctx), eventId }),
    make: () =>
      inTransaction(ctx.db, async (tx) => {
        // Locks the account: of two changes at once, one is made after the other.
        if (!(await lockAccount(tx, ctx.company.id, actor.id))) throw new AppError({ code: 'unauthenticated' });
        const { defaultAddressId } = wanted;
        if (defaultAddressId && !(await selectAddress(tx, ctx.company.id, actor.id, defaultAddressId)))
          throw new AppError({ code: 'not-found', detail: 'This address is not among your saved ones.' });

        const before = Preferences.catch({}).parse(await selectPreferences(tx, ctx.company.id, actor.id));
        const preferences = merge(before, wanted);
        const fields = Object.keys(wanted).filter(
          (field) => !isDeepStrictEqual(before[field as keyof Preferences], preferences[field as keyof Preferences]),
        );
        if (fields.length === 0) return { preferences };
        await upsertPreferences(tx, ctx.company.id, actor.id, preferences);
        const eventId = await recordEvent(tx, ctx, {
          type: 'user.preferences_saved',
          subject: { type: 'user', id: actor.id },
          turnId,
          effectKey,
          data: { fields },
        });
        return { preferences, eventId };
      }),
  });
}

type Wanted = Omit<SavePreferencesInput, 'turnId' | 'effectKey'>;

function merge(before: Preferences, wanted: Wanted): Preferences {
  const named = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return Preferences.parse(
    Object.fromEntries(
      Object.entries({ ...before, ...Object.fromEntries(named) }).filter(([, value]) => value !== null),
    ),
  );
}
