import type { Ctx } from '#src/context.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { PincodeRow } from '#src/db/queries/places.ts';
import { maxQuantityPerVisit } from '#src/services/bookings/policy.ts';
import { checkCoverage, type Coverage } from '#src/services/places/check-coverage.ts';
import type { Source } from '#src/turn.ts';
import type { AgentResult } from '../contract.ts';
import { answer, bookOption, placeName, placeSource, pricingSource } from './answer.ts';
import type { Asked } from './asked.ts';
import { describeService, serviceSource } from './describe-service.ts';

/** What a service is, what belongs to it and what it costs; in a pincode to the rupee. */
export async function aboutOne(
  ctx: Ctx,
  card: RateCardRow,
  { pincode, quantity = 1 }: Pick<Asked, 'pincode' | 'quantity'>,
): Promise<AgentResult> {
  const sources: Source[] = [serviceSource(card)];
  const lines: string[] = [];
  let place: PincodeRow | undefined;
  if (pincode) {
    const coverage = await checkCoverage(ctx, { rateCardId: card.id, pincode });
    if (coverage.status === 'served') ({ place } = coverage);
    lines.push(place ? `Yes, we do this in ${placeName(place)}.` : notThere(pincode, coverage));
  }
  if (place) sources.push(placeSource(place), pricingSource);
  const most = maxQuantityPerVisit(card);
  const fits = Number.isInteger(quantity) && quantity >= 1 && quantity <= most;
  if (!fits) lines.push(`One visit takes 1 to ${most} for ${card.name} (counted by ${card.unit}).`);
  const units = fits ? quantity : 1;
  lines.push(describeService(card, place, units));
  const result = answer(lines.join('\n\n'), sources, [bookOption(card)]);
  const slots = {
    rateCardId: card.id,
    ...(units > 1 ? { quantity: units } : {}),
    ...(place ? { pincode: place.pincode } : {}),
  };
  return { ...result, topic: { slots } };
}

/** Why not, and the nearest places where it is done. */
export function notThere(pincode: string, coverage: Coverage): string {
  if (coverage.status === 'served') return '';
  const near = coverage.nearest.map((n) => `${n.place.pincode} ${n.place.locality}`).join(', ');
  const why =
    coverage.status === 'unknown' ? `I don't know the pincode ${pincode}.` : `We don't do this in ${pincode} yet.`;
  return why + (near ? ` The nearest areas we serve: ${near}.` : '');
}
