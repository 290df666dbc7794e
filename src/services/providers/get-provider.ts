import type { Ctx } from '#src/context.ts';
import { selectAreas, selectProvider } from '#src/db/queries/providers.ts';
import { authorise } from '../authorise.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { recordActivity } from '../record-event.ts';
import { NO_PROVIDER, noProvider, seesAllOfProviders, withSkills, type ProviderView } from './provider-view.ts';

export interface ProviderDetail extends ProviderView {
  /** For staff who may see providers with their contact data. */
  isPrivileged: boolean;
  /** Where they work; empty for everybody else. */
  pincodes: string[];
}

/**
 * A professional. Those who are not active exist only for staff who may see providers, whose look at the contact data
 * is noted. Two queries; four for staff.
 * @throws AppError not-found
 */
export async function getProvider(ctx: Ctx, id: string): Promise<ProviderDetail> {
  authorise(ctx, 'guest', 'customer', 'staff');
  assertKey(id, NO_PROVIDER);
  const isPrivileged = seesAllOfProviders(ctx);
  const provider = await selectProvider(ctx.db, ctx.company.id, id);
  if (!provider || (provider.status !== 'active' && !isPrivileged)) throw noProvider();
  const [views, pincodes] = await Promise.all([
    withSkills(ctx, [provider]),
    isPrivileged ? selectAreas(ctx.db, id) : [],
  ]);
  if (isPrivileged) await recordActivity(ctx.db, ctx, { action: 'provider.viewed', subject: { type: 'provider', id } });
  return { provider, skills: views[0]?.skills ?? [], isPrivileged, pincodes };
}
