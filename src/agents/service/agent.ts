import type { Ctx } from '#src/context.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { SlotValue } from '#src/language/contract.ts';
import { getCatalogue, type Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { pickService } from '#src/services/catalogue/pick-service.ts';
import { checkCoverage } from '#src/services/places/check-coverage.ts';
import { listServicesAt } from '#src/services/places/list-services-at.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import type { PincodeRow } from '#src/db/queries/places.ts';
import type { AskOption, Source } from '#src/turn.ts';
import type { Agent, AgentInput, AgentResult } from '../contract.ts';
import { describeService, priceLine, serviceSource } from './describe-service.ts';

/** Answers about the catalogue: what there is, what is included, what it costs, where it is offered. */
export function createServiceAgent(): Agent {
  return {
    name: 'service',
    intents: ['service_info'],
    flows: [],
    slots: ['service', 'quantity', 'pincode'],
    description: 'Tells what we do, what is included, what it costs and where.',
    labels: { service_info: 'Services and prices' },
    run,
  };
}

async function run(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const catalogue = await getCatalogue(ctx);
  const asked = whatIsAsked(catalogue, input);
  if (asked.cards.length === 1 && asked.cards[0]) return aboutOne(ctx, asked.cards[0], asked.pincode, asked.quantity);
  if (asked.cards.length > 1) return aboutSeveral(asked.cards);
  if (asked.pincode) return aboutPlace(ctx, catalogue, asked.pincode);

  return overview(catalogue);
}

/** Service, pincode and quantity from the words, else from the booking under way. */
function whatIsAsked(catalogue: Catalogue, input: AgentInput) {
  const values = input.commands.filter((c) => c.type === 'set').map((c) => c.value);
  const find = <S extends SlotValue['slot']>(slot: S) =>
    values.find((v): v is Extract<SlotValue, { slot: S }> => v.slot === slot);
  const known = input.context?.slots;
  const pincode = find('pincode')?.value ?? asString(known?.['pincode']);
  const service = find('service');
  let cards: RateCardRow[] = [];
  if (service) {
    const pick = pickService(catalogue, service.candidates);
    if (pick.kind === 'one') cards = [pick.card];
    else if (pick.kind === 'several') cards = pick.choice.cardIds.flatMap((id) => catalogue.rateCard(id) ?? []);
  } else {
    const current = asString(known?.['rateCardId']);
    cards = current ? [catalogue.rateCard(current)].filter((c) => c !== undefined) : [];
  }
  return { cards, pincode, quantity: find('quantity')?.value ?? 1 };
}

const asString = (value: unknown) => (typeof value === 'string' ? value : undefined);

async function aboutOne(
  ctx: Ctx,
  card: RateCardRow,
  pincode: string | undefined,
  quantity: number,
): Promise<AgentResult> {
  const sources: Source[] = [serviceSource(card)];
  let place: PincodeRow | undefined;
  let availability = '';
  if (pincode) {
    const coverage = await checkCoverage(ctx, { rateCardId: card.id, pincode });
    if (coverage.status === 'served') {
      place = coverage.place;
      availability = `Yes, we do this in ${place.locality}, ${place.city} (${pincode}).`;
    } else {
      const near = coverage.nearest.map((n) => `${n.place.pincode} ${n.place.locality}`).join(', ');
      availability =
        (coverage.status === 'unknown'
          ? `I don't know the pincode ${pincode}.`
          : `We don't do this in ${pincode} yet.`) + (near ? ` The nearest areas we serve: ${near}.` : '');
    }
    if (place)
      sources.push({
        kind: 'row',
        table: 'pincodes',
        id: pincode,
        label: place.locality,
        fields: { tier: place.tier },
      });
  }
  const text = [availability, describeService(card, place, quantity)].filter(Boolean).join('\n\n');
  if (place)
    sources.push({
      kind: 'policy',
      rule: 'pricing',
      version: BOOKING_POLICY.version,
      label: 'Visiting charge and GST',
    });
  const result = answer(text, sources, [{ label: `Book ${card.name}`, text: `Book ${card.name}` }]);
  return { ...result, topic: { slots: { rateCardId: card.id, ...(place ? { pincode: place.pincode } : {}) } } };
}

function aboutSeveral(cards: RateCardRow[]): AgentResult {
  const shown = cards.slice(0, 8);
  const lines = shown.map((card) => `• ${card.name}: ${priceLine(card)}. ${card.description}`);
  const more =
    cards.length > shown.length ? `\n\nThere are ${cards.length - shown.length} more; name one to hear about it.` : '';
  return answer(
    `These fit best (before visiting charge and GST):\n${lines.join('\n')}${more}`,
    shown.map(serviceSource),
    shown.slice(0, 3).map((card) => ({ label: `Book ${card.name}`, text: `Book ${card.name}` })),
  );
}

async function aboutPlace(ctx: Ctx, catalogue: Catalogue, pincode: string): Promise<AgentResult> {
  const { place, rateCardIds } = await listServicesAt(ctx, pincode);
  if (!place) return answer(`I don't know the pincode ${pincode}. Please check its six digits.`, []);
  const source: Source = {
    kind: 'row',
    table: 'pincodes',
    id: pincode,
    label: `${place.locality}, ${place.city}`,
    fields: { services: rateCardIds.length },
  };
  const where = `${place.locality}, ${place.city} (${pincode})`;
  if (rateCardIds.length === 0) return answer(`We don't offer services in ${where} yet.`, [source]);
  const names = new Set<string>();
  for (const id of rateCardIds) {
    const card = catalogue.rateCard(id);
    const family = card && catalogue.subcategory(card.subcategoryId);
    const area = family && catalogue.category(family.categoryId);
    if (area) names.add(area.name);
  }
  return answer(
    `Yes, we come to ${where}: ${rateCardIds.length} services in ${[...names].join(', ')}.\n\nWhat needs to be done?`,
    [source],
  );
}

function overview(catalogue: Catalogue): AgentResult {
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

function answer(text: string, sources: Source[], suggestions?: AskOption[]): AgentResult {
  return {
    agent: 'service',
    status: 'answered',
    parts: [{ agent: 'service', text, sources }],
    effects: [],
    ...(suggestions ? { suggestions } : {}),
  };
}
