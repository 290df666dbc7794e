import { selectServicesAt } from '#src/db/queries/places.ts';
import { selectProvidersDoing, type ProviderRef } from '#src/db/queries/slot-holds.ts';
import { AppError } from '#src/errors.ts';
import type { Visitor } from '../visitor.ts';
import type { Job } from './load-job.ts';

/**
 * The professionals who do all of a job at its place, best rated first, whether or not they are free. Two queries at
 * once, however many services.
 * @throws AppError not-served with `data.reason`: a service is not offered there, or nobody does all of them
 */
export async function findProviders(
  ctx: Visitor,
  { items, subcategoryIds, place }: Pick<Job, 'items' | 'subcategoryIds' | 'place'>,
): Promise<ProviderRef[]> {
  const { db, company } = ctx;
  const { pincode } = place;
  const rateCardIds = items.map(({ card }) => card.id);
  const [offered, providers] = await Promise.all([
    selectServicesAt(db, company.id, pincode, rateCardIds),
    selectProvidersDoing(db, { companyId: company.id, subcategoryIds, pincode }),
  ]);
  const missing = items.filter(({ card }) => !offered.includes(card.id)).map(({ card }) => card);
  if (missing.length > 0)
    throw new AppError({
      code: 'not-served',
      detail: `We do not do ${listOf(missing)} at ${pincode} yet.`,
      data: { reason: 'not-offered', rateCardIds: missing.map(({ id }) => id) },
    });
  if (providers.length > 0) return providers;
  const all = listOf(items.map(({ card }) => card));
  throw new AppError({
    code: 'not-served',
    detail: `No one professional does ${all} at ${pincode}: please book them as visits of their own.`,
    data: { reason: 'not-by-one-professional', rateCardIds },
  });
}

const NAMES = new Intl.ListFormat('en-IN', { type: 'conjunction' });
const listOf = (cards: readonly { name: string }[]): string => NAMES.format(cards.map(({ name }) => name));
