import type { SlotValue } from '#src/language/contract.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';

/** The words by which a booking that exists was described. JSON only: it lives in frames. */
export interface Hints {
  number?: string;
  which?: 'last' | 'next' | 'all';
  /** Local day, `YYYY-MM-DD`. */
  on?: string;
  /** Local hour: from ≤ hour < to. */
  hours?: { from: number; to: number };
  services?: NamedServices;
}

/** How sure the words mean a service, the surest first. */
export const TIERS = ['likely', 'possible', 'related'] as const;
export type Tier = (typeof TIERS)[number];

/**
 * Rate cards that were named: those that the words fit best, those that they could mean, and their neighbours in the
 * catalogue, as "the plumber" is who comes for the tap.
 */
export interface NamedServices extends Record<Tier, string[]> {
  /** "Only the tap", "all but the tap": a part of a booking. */
  part?: 'only' | 'except';
}

export const hasHints = (hints: Hints): boolean =>
  hints.on !== undefined || hints.hours !== undefined || hints.services !== undefined;

type Candidate = Extract<SlotValue, { slot: 'service' }>['candidates'][number];

/** Scores this close to the best one count as a tie. */
const TIE = 0.08;

/** Takes further services into what was named before. */
export function nameServices(
  catalogue: Catalogue,
  before: NamedServices | undefined,
  candidates: readonly Candidate[],
): NamedServices {
  const best = candidates[0]?.score ?? 0;
  const likely = candidates.filter(({ score }) => score >= best - TIE);
  return {
    ...before,
    likely: [...(before?.likely ?? []), ...likely.flatMap((c) => cardsOf(catalogue, c))],
    possible: [...(before?.possible ?? []), ...candidates.flatMap((c) => cardsOf(catalogue, c))],
    related: [...(before?.related ?? []), ...likely.flatMap((c) => neighboursOf(catalogue, c))],
  };
}

/** Writes down what a `booking` value says about which one. */
export function hintBooking(hints: Hints, value: Extract<SlotValue, { slot: 'booking' }>): void {
  if ('number' in value) hints.number = value.number;
  else if ('which' in value) hints.which = value.which;
  else hints.on = value.on;
}

type Named = Pick<Candidate, 'kind' | 'id'>;

function cardsOf(catalogue: Catalogue, { kind, id }: Named): string[] {
  if (kind === 'rate_card') return [id];
  const families = kind === 'subcategory' ? [id] : catalogue.subcategoriesOf(id).map((row) => row.id);
  return families.flatMap((family) => catalogue.rateCardsOf(family).map((card) => card.id));
}

/** All cards of the category. */
function neighboursOf(catalogue: Catalogue, { kind, id }: Named): string[] {
  const subcategoryId = kind === 'rate_card' ? catalogue.rateCard(id)?.subcategoryId : id;
  const categoryId = kind === 'category' ? id : subcategoryId && catalogue.subcategory(subcategoryId)?.categoryId;
  return categoryId ? cardsOf(catalogue, { kind: 'category', id: categoryId }) : [];
}
