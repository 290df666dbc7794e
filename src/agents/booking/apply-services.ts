import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { pickService } from '#src/services/catalogue/pick-service.ts';
import type { Draft, DraftItem, ServiceCandidate } from './draft.ts';

/** What a message does with the services that it names. */
export interface ServiceMode {
  /** Beside what is there: "add tap repair", or the second service of one message. */
  adds: boolean;
  /** "Without the tap repair". */
  removes: boolean;
  /** "Just the AC". */
  keepsOnly: boolean;
}

const adding =
  /\b(?:add(?:ing|ed)?|also|as well|too|along with|together with|in addition|plus|include|(?:same|this|that|one|single) (?:visit|trip|booking)|jod|saath|sath|bhi)\b/i;
const removing =
  /\b(?:remove|drop|delete|take (?:out|off)|leave out|without|not the(?!.*\b(?:but|it'?s|it is)\b)|don'?t (?:need|want)|no need (?:of|for)|cancel|skip|hata\w*|nikal\w*)\b/i;
const keeping = /\b(?:just|only|sirf|keval|bas)\b/i;

/** How the services of a message are meant, by its words. */
export function modeOf(text: string): ServiceMode {
  return { adds: adding.test(text), removes: removing.test(text), keepsOnly: keeping.test(text) };
}

/**
 * Takes a service that was named into the draft: beside the others, in place of one, or out of it. Words that fit several
 * services wait to be chosen from.
 */
export function applyService(
  catalogue: Catalogue,
  draft: Draft,
  candidates: ServiceCandidate[],
  mode: ServiceMode,
  quantity?: number,
): void {
  const pick = pickService(catalogue, candidates);
  if (pick.kind === 'none') return;
  const cardIds = pick.kind === 'one' ? [pick.card.id] : pick.choice.cardIds;
  // A word like "AC" names a family: it points to a member of it that is already chosen.
  const there = draft.items.filter((item) => cardIds.includes(item.rateCardId));
  const others = draft.items.filter((item) => !there.includes(item));
  if (there.length > 0 && others.length > 0 && (mode.removes || mode.keepsOnly)) {
    setItems(draft, mode.removes ? others : there);
    return;
  }
  const [known = countedAs(catalogue, draft, cardIds, quantity)] = there;
  if (known) {
    draft.current = known.rateCardId;
    if (quantity !== undefined) known.quantity = quantity;
    return;
  }
  if (mode.removes && draft.items.length > 0) return;
  if (!mode.adds) {
    const gone = replacedBy(catalogue, draft, cardIds);
    setItems(
      draft,
      draft.items.filter((item) => item !== gone),
    );
    draft.open = [];
  }
  if (pick.kind === 'several') draft.open.push({ candidates, ...(quantity === undefined ? {} : { quantity }) });
  else addItem(draft, pick.card.id, quantity);
}

/** The answer to the first open choice, which may open another. */
export function chooseService(catalogue: Catalogue, draft: Draft, candidates: ServiceCandidate[]): void {
  const [{ quantity } = {}, ...rest] = draft.open;
  const pick = pickService(catalogue, candidates);
  if (pick.kind === 'none') return;
  draft.open = rest;
  if (pick.kind === 'several') draft.open.unshift({ candidates, ...(quantity === undefined ? {} : { quantity }) });
  else addItem(draft, pick.card.id, quantity);
}

/** "Make it 2 ACs": the one item of that kind, when the words name no single service. */
function countedAs(
  catalogue: Catalogue,
  { items }: Draft,
  cardIds: readonly string[],
  quantity: number | undefined,
): DraftItem | undefined {
  const fitting = quantity === undefined || cardIds.length === 1 ? [] : alike(catalogue, items, cardIds);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The items of the categories to which the cards belong. */
function alike(catalogue: Catalogue, items: readonly DraftItem[], cardIds: readonly string[]): DraftItem[] {
  const categoryOf = (id: string) => {
    const family = catalogue.rateCard(id)?.subcategoryId;
    return family === undefined ? undefined : catalogue.subcategory(family)?.categoryId;
  };
  const wanted = new Set(cardIds.map(categoryOf));
  return items.filter(({ rateCardId }) => wanted.has(categoryOf(rateCardId)));
}

/** Another one of the same kind takes the place of the one that is there; else the one that was talked about goes. */
function replacedBy(catalogue: Catalogue, draft: Draft, cardIds: readonly string[]): DraftItem | undefined {
  const { items, current } = draft;
  return alike(catalogue, items, cardIds)[0] ?? items.find(({ rateCardId }) => rateCardId === current) ?? items.at(-1);
}

/** @param said how many; else what was said before the service was clear, else one */
function addItem(draft: Draft, rateCardId: string, said: number | undefined): void {
  const quantity = said ?? draft.quantity ?? 1;
  delete draft.quantity;
  const same = draft.items.find((item) => item.rateCardId === rateCardId);
  if (same) same.quantity = quantity;
  else draft.items.push({ rateCardId, quantity });
  draft.current = rateCardId;
}

export function setItems(draft: Draft, items: DraftItem[]): void {
  draft.items = items;
  const last = items.at(-1)?.rateCardId;
  if (last === undefined) delete draft.current;
  else if (!items.some(({ rateCardId }) => rateCardId === draft.current)) draft.current = last;
}
