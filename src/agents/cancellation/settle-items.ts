import type { BookingItemRow } from '#src/db/queries/bookings.ts';
import { TIERS, type NamedServices, type Tier } from '../booking-hints.ts';
import type { Draft } from './draft.ts';
import { askWhichPart, type Question } from './prompts.ts';

/**
 * Which items the named services mean: written into the draft when that is clear, else the question. `none` when they
 * are not in the booking at all.
 */
export function settleItems(
  draft: Draft,
  left: readonly BookingItemRow[],
  services: NamedServices,
  { number, tiers = TIERS }: { number: string; tiers?: readonly Tier[] },
): Question | 'none' | undefined {
  const doing = (tier: Tier) => left.filter((item) => services[tier].includes(item.rateCardId));
  const named = tiers.map(doing).find((found) => found.length > 0) ?? [];
  if (named.length === 0) return 'none';
  delete draft.itemIds;
  delete draft.quote;
  if (named.length === left.length) {
    delete draft.hints.services;
    return undefined;
  }
  if (!services.part) {
    draft.hints = { ...draft.hints, services };
    return askWhichPart(left, named, number);
  }
  const wanted = services.part === 'except' ? left.filter((item) => !named.includes(item)) : named;
  draft.itemIds = wanted.map((item) => item.id);
  delete draft.hints.services;
  return undefined;
}
