import type { z } from 'zod';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { PincodeRow } from '#src/db/queries/places.ts';
import { maxQuantityPerVisit } from '#src/services/bookings/policy.ts';
import type { Attributes } from '#src/services/catalogue/describe-attributes.ts';
import type { Service } from '#src/services/catalogue/find-service.ts';
import type { Rate } from '#src/services/catalogue/list-rates.ts';
import type {
  AttributesBody,
  ManagedServiceBody,
  PlaceBody,
  RatesBody,
  ServiceBody,
  ServiceSummaryBody,
} from '../schemas/services.ts';

export const presentNamed = ({ id, slug, name }: { id: string; slug: string; name: string }) => ({ id, slug, name });

export function presentService({ card, subcategory, category }: Service): z.input<typeof ServiceSummaryBody> {
  const { description, unit, pricePaise, discountPercent, durationMinutes } = card;
  return {
    ...presentNamed(card),
    description,
    category: presentNamed(category),
    subcategory: presentNamed(subcategory),
    ...{ unit, pricePaise, discountPercent, durationMinutes },
  };
}

export function presentServiceDetail(service: Service): z.input<typeof ServiceBody> {
  const { includes, excludes, version } = service.card;
  return { ...presentService(service), includes, excludes, maxQuantity: maxQuantityPerVisit(service.card), version };
}

export function presentPlace({ pincode, locality, city, state, tier }: PincodeRow): z.input<typeof PlaceBody> {
  return { pincode, locality, city, state, tier };
}

export function presentRates(rates: Rate[]): z.input<typeof RatesBody>['items'] {
  return rates.map(({ service, local }) => ({ service: presentService(service), ...local }));
}

export function presentAttributes(
  { service: { card }, maxQuantity, hours, policy }: Attributes,
  timeZone: string,
): z.input<typeof AttributesBody> {
  const { opensAt, closesAt, minLeadHours, maxDaysAhead, holdMinutes, gstPercent, version } = policy;
  return {
    service: presentNamed(card),
    unit: card.unit,
    maxQuantity,
    durationMinutes: card.durationMinutes,
    hoursByQuantity: hours,
    ...{ opensAt, closesAt, timeZone, minLeadHours, maxDaysAhead, holdMinutes, gstPercent },
    visitingCharges: Object.entries(policy.visitingChargePaiseByTier).map(([tier, chargePaise]) => ({
      tier: Number(tier),
      chargePaise,
    })),
    policyVersion: version,
  };
}

export function presentManagedService(card: RateCardRow): z.input<typeof ManagedServiceBody> {
  const { companyId: _companyId, createdAt: _createdAt, updatedAt, ...rest } = card;
  return { ...rest, updatedAt: updatedAt.toISOString() };
}
