import type { z } from 'zod';
import { localOf } from '#src/clock.ts';
import type { ReviewRow } from '#src/db/queries/providers.ts';
import type { ProviderDetail } from '#src/services/providers/get-provider.ts';
import type { ProviderView } from '#src/services/providers/provider-view.ts';
import type { ProviderBody, ProviderSummaryBody, ReviewsPageBody } from '../schemas/providers.ts';
import { presentNamed } from './services.ts';

/** @param isPrivileged whether contact data may be shown */
export function presentProvider(
  { provider, skills }: ProviderView,
  isPrivileged = false,
): z.input<typeof ProviderSummaryBody> {
  const { id, name, city, rating, ratingCount, jobsCompleted, phone, status } = provider;
  return {
    ...{ id, name, city, rating, ratingCount, jobsCompleted },
    services: skills.map(presentNamed),
    ...(isPrivileged && { phone, status }),
  };
}

export function presentProviderDetail(detail: ProviderDetail): z.input<typeof ProviderBody> {
  const { isPrivileged, pincodes, provider } = detail;
  return {
    ...presentProvider(detail, isPrivileged),
    ...(isPrivileged && { pincodes }),
    version: provider.version,
  };
}

/** Of the customer no more than an initial, of the day no more than the month. */
export function presentReview(row: ReviewRow, timeZone: string): z.input<typeof ReviewsPageBody>['items'][number] {
  const initial = /\p{L}/u.exec(row.customerName ?? '')?.[0];
  return {
    rating: row.rating,
    ...(row.review && { review: row.review }),
    month: localOf(row.startsAt, timeZone).date.slice(0, 7),
    ...(initial && { initial: `${initial.toUpperCase()}.` }),
  };
}
