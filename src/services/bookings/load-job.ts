import { selectPincode, type PincodeRow } from '#src/db/queries/places.ts';
import { AppError } from '#src/errors.ts';
import { getCatalogue, type Catalogue } from '../catalogue/get-catalogue.ts';
import type { Visitor } from '../visitor.ts';
import { MOST_VISIT_HOURS, maxQuantityPerVisit, visitHours } from './policy.ts';
import { priceOf, type Price, type VisitItem } from './price.ts';

/** What is done in one visit, and how long that takes. */
export interface Work {
  /** In the order in which they were named, each service once. */
  items: VisitItem[];
  /** The kinds of work, each once: one professional does all of them. */
  subcategoryIds: string[];
  /** Whole hours. */
  hours: number;
}

/** Work at a place, with its price there. */
export interface Job extends Work {
  place: PincodeRow;
  price: Price;
}

export interface WantedItem {
  rateCardId: string;
  quantity: number;
}

/**
 * Looks up what a booking is about. One query, however many services (the catalogue is cached).
 * @param input.items each service once
 * @throws AppError not-found | invalid (quantity, or longer than a day) | not-served (no such pincode)
 */
export async function loadJob(ctx: Visitor, input: { items: readonly WantedItem[]; pincode: string }): Promise<Job> {
  const work = workOf(await getCatalogue(ctx), input.items);
  const place = await selectPincode(ctx.db, input.pincode);
  if (!place)
    throw new AppError({
      code: 'not-served',
      detail: `We do not know the pincode ${input.pincode}.`,
      data: { reason: 'unknown-pincode' },
    });
  return { ...work, place, price: priceOf(work.items, place.tier) };
}

/** @throws AppError not-found | invalid (quantity, or longer than a day) */
export function workOf(catalogue: Catalogue, wanted: readonly WantedItem[]): Work {
  const items = wanted.map((item, index) => visitItem(catalogue, item, index));
  const hours = visitHours(items);
  if (hours > MOST_VISIT_HOURS)
    throw new AppError({
      code: 'invalid',
      detail: `Together this takes ${hours} hours, and a working day has ${MOST_VISIT_HOURS}: please book several visits.`,
      issues: [{ pointer: '/items', detail: `must not take more than ${MOST_VISIT_HOURS} hours in all` }],
    });
  return { items, subcategoryIds: [...new Set(items.map(({ card }) => card.subcategoryId))], hours };
}

function visitItem(catalogue: Catalogue, { rateCardId, quantity }: WantedItem, index: number): VisitItem {
  const card = catalogue.rateCard(rateCardId);
  if (!card) throw new AppError({ code: 'not-found', detail: 'This service does not exist.', data: { rateCardId } });
  const most = maxQuantityPerVisit(card);
  if (quantity < 1 || quantity > most)
    throw new AppError({
      code: 'invalid',
      detail: `One visit takes at most ${most} of ${card.name}.`,
      issues: [{ pointer: `/items/${index}/quantity`, detail: `must be between 1 and ${most}` }],
    });
  return { card, quantity };
}
