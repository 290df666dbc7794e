import type { Ctx } from '#src/context.ts';
import { selectServiceCounts } from '#src/db/queries/catalogue.ts';
import { selectServicesAt } from '#src/db/queries/places.ts';
import { authorise } from '../authorise.ts';
import { parse } from '../parse.ts';
import { serviceOf, type Service } from './find-service.ts';
import { getCatalogue } from './get-catalogue.ts';
import { popularityOf, shares } from './popularity.ts';
import { RecommendServicesInput } from './schemas.ts';
import { matchServices } from './service-index.ts';

export interface Recommendation {
  service: Service;
  /** What speaks for it most. */
  reason: 'problem' | 'booked-before' | 'popular';
}

/** What a perfect match of the words, a service booked before, and the most popular one count. */
const WEIGHTS = { problem: 3, booked: 1, popular: 0.5 };
/** Another service of a family from which the customer has booked. */
const SAME_FAMILY = 0.3;

/**
 * What to offer: with a problem, the services that fit its words; without one, or when none fits, what the customer
 * booked before and what others book. At most two queries, and one for the popularity every ten minutes.
 * @throws AppError invalid
 */
export async function recommendServices(ctx: Ctx, raw: RecommendServicesInput): Promise<Recommendation[]> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const input = parse(RecommendServicesInput, raw);
  const { id: companyId } = ctx.company;
  const [catalogue, popularity, own, offered] = await Promise.all([
    getCatalogue(ctx),
    popularityOf(ctx),
    actor.kind === 'customer' ? selectServiceCounts(ctx.db, { companyId, userId: actor.id, bookings: 50 }) : [],
    input.pincode === undefined ? undefined : selectServicesAt(ctx.db, companyId, input.pincode),
  ]);
  const here = offered && new Set(offered);
  const matches = input.problem ? matchServices(catalogue, input.problem) : new Map<string, number>();
  const fitting = here ? [...matches.keys()].filter((id) => here.has(id)) : [...matches.keys()];
  const isNamed = fitting.length > 0;
  const booked = shares(own);
  const families = new Set(own.map(({ rateCardId }) => catalogue.rateCard(rateCardId)?.subcategoryId));

  const candidates = catalogue.rateCards.flatMap((card) => {
    const service = serviceOf(catalogue, card);
    const match = matches.get(card.id) ?? 0;
    if (!service || (here && !here.has(card.id)) || (isNamed && match === 0)) return [];
    const before = booked.get(card.id) ?? 0;
    const familiar = Math.max(before, families.has(card.subcategoryId) ? SAME_FAMILY : 0);
    const popular = popularity.get(card.id) ?? 0;
    const score = match * WEIGHTS.problem + familiar * WEIGHTS.booked + popular * WEIGHTS.popular;
    const reason = isNamed ? ('problem' as const) : before > 0 ? ('booked-before' as const) : ('popular' as const);
    // Nothing speaks for a service that nobody named, booked or books, but as a fill-up the usual one of its family.
    return score > 0 || card.isDefault ? [{ service, reason, score }] : [];
  });
  return candidates
    .sort((a, b) => b.score - a.score || (a.service.card.id < b.service.card.id ? -1 : 1))
    .slice(0, input.limit)
    .map(({ service, reason }) => ({ service, reason }));
}
