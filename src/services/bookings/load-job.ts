import type { Ctx } from '#src/context.ts';
import { selectPincode, type PincodeRow } from '#src/db/queries/places.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { AppError } from '#src/errors.ts';
import { getCatalogue } from '../catalogue/get-catalogue.ts';
import { durationHours, maxQuantityPerVisit } from './policy.ts';
import { priceOf, type Price } from './price.ts';

/** A piece of work: how long it takes and what it costs at a place. */
export interface Job {
  card: RateCardRow;
  place: PincodeRow;
  quantity: number;
  hours: number;
  price: Price;
}

export const notServed = ({ card, place }: Job): AppError =>
  new AppError({ code: 'not-served', detail: `We do not do ${card.name} at ${place.pincode} yet.` });

/**
 * Looks up what a booking is about. One query (the catalogue is cached).
 * @throws AppError not-found | invalid (quantity) | not-served (no such pincode)
 */
export async function loadJob(
  ctx: Ctx,
  input: { rateCardId: string; quantity: number; pincode: string },
): Promise<Job> {
  const card = (await getCatalogue(ctx)).rateCard(input.rateCardId);
  if (!card) throw new AppError({ code: 'not-found', detail: 'This service does not exist.' });
  const most = maxQuantityPerVisit(card);
  if (input.quantity < 1 || input.quantity > most)
    throw new AppError({
      code: 'invalid',
      detail: `One visit takes at most ${most} of ${card.name}.`,
      issues: [{ pointer: '/quantity', detail: `must be between 1 and ${most}` }],
    });
  const place = await selectPincode(ctx.db, input.pincode);
  if (!place) throw new AppError({ code: 'not-served', detail: `We do not know the pincode ${input.pincode}.` });
  return {
    card,
    place,
    quantity: input.quantity,
    hours: durationHours(card.durationMinutes, input.quantity),
    price: priceOf(card, input.quantity, place.tier),
  };
}
