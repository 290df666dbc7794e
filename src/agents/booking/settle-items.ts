import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { pickService } from '#src/services/catalogue/pick-service.ts';
import { MOST_VISIT_HOURS, maxQuantityPerVisit, visitHours } from '#src/services/bookings/policy.ts';
import { quoteBooking } from '#src/services/bookings/quote-booking.ts';
import { setItems } from './apply-services.ts';
import type { DraftItem, Step } from './draft.ts';
import { askSlot, type Question } from './prompts.ts';
import { nameOfVisit, visitOf } from './words.ts';

/** What is done, and how much of it. Returns the question still open. */
export function settleItems(catalogue: Catalogue, { draft, notes }: Step): Question | undefined {
  setItems(
    draft,
    draft.items.filter(({ rateCardId }) => catalogue.rateCard(rateCardId)),
  );
  const [open] = draft.open;
  const pick = open && pickService(catalogue, open.candidates);
  if (pick?.kind === 'several') return askSlot('service', 'Which of these do you need?', pick.choice.options);
  if (draft.items.length === 0)
    return askSlot(
      'service',
      'What needs to be done? Choose an area, or tell me the problem in your own words.',
      catalogue.categories.slice(0, 6).map((row) => ({ value: `category:${row.id}`, label: row.name })),
    );
  for (const { card, quantity } of visitOf(catalogue, draft.items)) {
    const most = maxQuantityPerVisit(card);
    if (Number.isInteger(quantity) && quantity >= 1 && quantity <= most) continue;
    notes.push(`One visit takes 1 to ${most} for ${card.name} (counted by ${card.unit}).`);
    const item = draft.items.find(({ rateCardId }) => rateCardId === card.id);
    if (item) item.quantity = 1;
    draft.current = card.id;
    return askSlot('quantity', 'How many would you like?');
  }
  return undefined;
}

/** Whether one professional does all of it in one day; what does not fit is booked after this one, as a visit of its own. */
export async function settleVisits(ctx: Ctx, catalogue: Catalogue, { draft, notes }: Step): Promise<void> {
  if (draft.items.length < 2 || draft.pincode === undefined) return;
  const together: DraftItem[] = [];
  const apart: DraftItem[] = [];
  let isTooLong = false;
  for (const item of draft.items) {
    const wanted = [...together, item];
    const fits = visitHours(visitOf(catalogue, wanted)) <= MOST_VISIT_HOURS;
    isTooLong ||= !fits;
    if (together.length === 0 || (fits && (await isOneVisit(ctx, wanted, draft.pincode)))) together.push(item);
    else apart.push(item);
  }
  if (apart.length === 0) return;
  const names = (items: DraftItem[]) => nameOfVisit(visitOf(catalogue, items));
  notes.push(
    `${names(together)} and ${names(apart)} ${isTooLong ? 'take longer than a working day' : 'are done by different professionals'}, ` +
      'so these are separate visits. I book them one after the other.',
  );
  setItems(draft, together);
  draft.later = [...(draft.later ?? []), ...apart];
}

async function isOneVisit(ctx: Ctx, items: DraftItem[], pincode: string): Promise<boolean> {
  try {
    await quoteBooking(ctx, { items, pincode });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.data?.['reason'] === 'not-by-one-professional') return false;
    throw error;
  }
}
