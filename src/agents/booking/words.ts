import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { dayLabel, hourLabel } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { VisitItem } from '#src/services/bookings/price.ts';
import { namesOf } from '../words-for-bookings.ts';
import type { Draft, DraftItem } from './draft.ts';

/** The items of a visit with their rate cards; what is not offered any more is left out. */
export function visitOf(catalogue: Catalogue, items: readonly DraftItem[]): VisitItem[] {
  return items.flatMap(({ rateCardId, quantity }) => {
    const card = catalogue.rateCard(rateCardId);
    return card ? [{ card, quantity }] : [];
  });
}

/** "AC repair visit × 2, Tap repair". */
export const nameOfVisit = (visit: readonly VisitItem[]): string =>
  namesOf(visit.map(({ card, quantity }) => ({ name: card.name, quantity })));

/** What is known of the booking, for people, in the order in which it is asked. */
export function knownOf(ctx: Ctx, catalogue: Catalogue, draft: Draft): Record<string, string> {
  const { pincode, address, date, hour, part } = draft;
  const service = nameOfVisit(visitOf(catalogue, draft.items));
  const place = address?.kind === 'saved' ? address.text : [address?.line1, pincode].filter(Boolean).join(', ');
  return {
    ...(service ? { Service: service } : {}),
    ...(place ? { Address: place } : {}),
    ...(date ? { Day: dayLabel(date, ctx.now, ctx.company.timeZone) } : {}),
    ...(hour === undefined ? (part ? { Time: part.name } : {}) : { Time: hourLabel(hour) }),
  };
}
