import type { Ctx } from '#src/context.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { listServicesAt } from '#src/services/places/list-services-at.ts';
import type { Source } from '#src/turn.ts';
import type { AgentResult } from '../contract.ts';
import { answer, bookOption, placeName } from './answer.ts';
import { priceLine, serviceSource } from './describe-service.ts';

const SHOWN = 8;
const COMPARED = 4;

export function aboutSeveral(cards: RateCardRow[]): AgentResult {
  const shown = cards.slice(0, SHOWN);
  const lines = shown.map((card) => `• ${card.name}: ${priceLine(card)}. ${card.description}`);
  const more =
    cards.length > shown.length ? `\n\nThere are ${cards.length - shown.length} more; name one to hear about it.` : '';
  const result = answer(
    `These fit best (before visiting charge and GST):\n${lines.join('\n')}${more}`,
    shown.map(serviceSource),
    shown.slice(0, 3).map(bookOption),
  );
  return { ...result, topic: { slots: { rateCardIds: shown.slice(0, COMPARED).map(({ id }) => id) } } };
}

/** When, beside where. */
export interface PlaceTime {
  slots: Record<string, unknown>;
  /** "tomorrow evening". */
  words?: string;
}

/** What we do in a pincode. @param time what was asked for beside it, to go on with once a service is named */
export async function aboutPlace(
  ctx: Ctx,
  catalogue: Catalogue,
  pincode: string,
  time: PlaceTime,
): Promise<AgentResult> {
  const { place, rateCardIds } = await listServicesAt(ctx, pincode);
  if (!place) return answer(`I don't know the pincode ${pincode}. Please check its six digits.`, []);
  const source: Source = {
    kind: 'row',
    table: 'pincodes',
    id: pincode,
    label: `${place.locality}, ${place.city}`,
    fields: { services: rateCardIds.length },
  };
  const where = placeName(place);
  if (rateCardIds.length === 0) return answer(`We don't offer services in ${where} yet.`, [source]);
  const names = new Set<string>();
  for (const id of rateCardIds) {
    const card = catalogue.rateCard(id);
    const family = card && catalogue.subcategory(card.subcategoryId);
    const area = family && catalogue.category(family.categoryId);
    if (area) names.add(area.name);
  }
  const next = time.words
    ? `What needs to be done? Then I can tell you who is free ${time.words}.`
    : 'What needs to be done?';
  return {
    ...answer(`Yes, we come to ${where}: ${rateCardIds.length} services in ${[...names].join(', ')}.\n\n${next}`, [
      source,
    ]),
    topic: { slots: { pincode, ...time.slots } },
  };
}

export function overview(catalogue: Catalogue): AgentResult {
  const lines = catalogue.categories.map((row) => {
    const names = catalogue.subcategoriesOf(row.id).map((s) => s.name);
    return `• ${row.name}: ${names.slice(0, 4).join(', ')}${names.length > 4 ? ' and more' : ''}`;
  });
  return answer(
    `We do ${catalogue.rateCards.length} services at home:\n${lines.join('\n')}\n\nAsk me about any of them, or tell me the problem.`,
    catalogue.categories.map((row) => ({
      kind: 'row',
      table: 'categories',
      id: row.id,
      label: row.name,
      fields: { subcategories: catalogue.subcategoriesOf(row.id).length },
    })),
  );
}
