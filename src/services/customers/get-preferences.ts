import type { Ctx } from '#src/context.ts';
import { selectPreferences } from '#src/db/queries/preferences.ts';
import { Preferences } from './schemas.ts';

/**
 * What whoever asks has let us remember; a guest has nothing. One read, so the address and the service that are named may
 * be gone by now: who uses them looks.
 */
export async function getPreferences(ctx: Ctx): Promise<Preferences> {
  if (ctx.actor.kind !== 'customer') return {};
  return Preferences.catch({}).parse(await selectPreferences(ctx.db, ctx.company.id, ctx.actor.id));
}
