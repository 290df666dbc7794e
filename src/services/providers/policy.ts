import type { ProviderStatus } from '#src/db/queries/providers.ts';

/**
 * Why a professional's state may not change so, undefined when it may. Removing is final and needs a free calendar;
 * pausing leaves what is booked.
 * @param hoursAhead hours that are booked or held from now on
 */
export function statusProblem(from: ProviderStatus, to: ProviderStatus, hoursAhead: number): string | undefined {
  if (from === to) return undefined;
  if (from === 'removed') return 'Somebody who was removed does not come back: make a new account.';
  if (to === 'removed' && hoursAhead > 0)
    return `${hoursAhead} hours ahead are booked or held: move or cancel them first.`;
  return undefined;
}
