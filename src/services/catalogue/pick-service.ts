import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { SlotValue } from '#src/language/contract.ts';
import type { Catalogue } from './get-catalogue.ts';

/** Several things the words could mean; `cardIds` are all the services among and below them. */
export interface ServiceChoice {
  options: { value: string; label: string }[];
  cardIds: string[];
}

export type ServicePick =
  | { kind: 'one'; card: RateCardRow }
  | { kind: 'several'; choice: ServiceChoice }
  | { kind: 'none' };

type Candidate = Extract<SlotValue, { slot: 'service' }>['candidates'][number];

/** Scores this close to the best one count as a tie. */
const TIE = 0.08;
/** What is named as a single service leaves less room for others: so much of its own score. */
const NEAR = 0.025;
const MAX_OPTIONS = 6;

/**
 * Settles which service the words mean, or what to let the customer choose from. A family with a single member is
 * that member; a member that scores as well as its family wins.
 */
export function pickService(catalogue: Catalogue, candidates: Candidate[]): ServicePick {
  const best = candidates[0];
  if (!best) return { kind: 'none' };
  const tie = best.kind === 'rate_card' ? NEAR * best.score : TIE;
  const close = candidates.filter((candidate) => candidate.score >= best.score - tie);
  const cards = close.filter((c) => c.kind === 'rate_card');
  // A family whose members are named as well adds nothing to the choice.
  const families = close.filter((c) => c.kind !== 'rate_card' && !close.some((other) => isWithin(catalogue, other, c)));
  const named = [...cards, ...families];
  if (named.length === 1 && named[0]) return openUp(catalogue, named[0]);
  return several(catalogue, named);
}

/** Whether `inner` belongs to the family `outer`. */
function isWithin(catalogue: Catalogue, inner: Candidate, outer: Candidate): boolean {
  if (inner.kind === 'category' || inner === outer) return false;
  const card = inner.kind === 'rate_card' ? catalogue.rateCard(inner.id) : undefined;
  const subcategory = catalogue.subcategory(card ? card.subcategoryId : inner.id);
  return (card !== undefined && subcategory?.id === outer.id) || subcategory?.categoryId === outer.id;
}

function openUp(catalogue: Catalogue, candidate: Candidate): ServicePick {
  if (candidate.kind === 'rate_card') {
    const card = catalogue.rateCard(candidate.id);
    return card ? { kind: 'one', card } : { kind: 'none' };
  }
  if (candidate.kind === 'subcategory') {
    const cards = catalogue.rateCardsOf(candidate.id);
    if (cards.length === 1 && cards[0]) return { kind: 'one', card: cards[0] };
    return several(
      catalogue,
      cards.map((card) => ({ kind: 'rate_card', id: card.id, score: 1 })),
    );
  }
  return several(
    catalogue,
    catalogue.subcategoriesOf(candidate.id).map((sub) => ({ kind: 'subcategory', id: sub.id, score: 1 })),
  );
}

function several(catalogue: Catalogue, candidates: Candidate[]): ServicePick {
  const options = candidates
    .map(({ kind, id }) => {
      const row =
        kind === 'rate_card'
          ? catalogue.rateCard(id)
          : kind === 'subcategory'
            ? catalogue.subcategory(id)
            : catalogue.category(id);
      return row && { value: `${kind}:${id}`, label: row.name };
    })
    .filter((option) => option !== undefined);
  if (options.length === 0) return { kind: 'none' };
  return {
    kind: 'several',
    choice: { options: options.slice(0, MAX_OPTIONS), cardIds: candidates.flatMap((c) => cardsBelow(catalogue, c)) },
  };
}

function cardsBelow(catalogue: Catalogue, candidate: Candidate): string[] {
  if (candidate.kind === 'rate_card') return [candidate.id];
  const families =
    candidate.kind === 'subcategory' ? [candidate.id] : catalogue.subcategoriesOf(candidate.id).map((s) => s.id);
  return families.flatMap((id) => catalogue.rateCardsOf(id).map((card) => card.id));
}
