import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import type { SlotValue } from '#src/language/contract.ts';
import type { Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { pickService } from '#src/services/catalogue/pick-service.ts';
import type { AgentInput } from '../contract.ts';

/** What a question is about: from its words, else from what was talked about. */
export interface Asked {
  /** Several when the words fit several. */
  cards: RateCardRow[];
  /** For each service that was named, what it can mean. */
  sides: RateCardRow[][];
  /** The words name a service; else it is what was talked about. */
  isNamed: boolean;
  pincode: string | undefined;
  /** Undefined when no number was said. */
  quantity: number | undefined;
  /** Local day, `YYYY-MM-DD`. */
  date: string | undefined;
  hour: Extract<SlotValue, { slot: 'hour' }> | undefined;
}

export function whatIsAsked(catalogue: Catalogue, input: AgentInput): Asked {
  const values = input.commands.filter((c) => c.type === 'set').map((c) => c.value);
  const find = <S extends SlotValue['slot']>(slot: S) =>
    values.find((v): v is Extract<SlotValue, { slot: S }> => v.slot === slot);
  const known = input.context?.slots;
  const sides = values.flatMap((v) => (v.slot === 'service' ? [cardsFor(catalogue, v.candidates)] : []));
  const before = [known?.['rateCardIds'] ?? known?.['rateCardId']]
    .flat()
    .flatMap((id) => (typeof id === 'string' ? (catalogue.rateCard(id) ?? []) : []));
  const pincode = known?.['pincode'];
  return {
    cards: sides[0] ?? before,
    sides: sides.length > 0 ? sides : before.map((card) => [card]),
    isNamed: sides.length > 0,
    pincode: find('pincode')?.value ?? (typeof pincode === 'string' ? pincode : undefined),
    quantity: find('quantity')?.value,
    date: find('date')?.value,
    hour: find('hour'),
  };
}

/** The time as a topic keeps it, so that "book it" takes it over. */
export function timeSlots({ date, hour }: Pick<Asked, 'date' | 'hour'>): Record<string, unknown> {
  const time = hour?.part ? { part: hour.part } : hour ? { hour: hour.hour } : {};
  return { ...(date ? { date } : {}), ...time };
}

function cardsFor(
  catalogue: Catalogue,
  candidates: Extract<SlotValue, { slot: 'service' }>['candidates'],
): RateCardRow[] {
  const pick = pickService(catalogue, candidates);
  if (pick.kind === 'one') return [pick.card];
  return pick.kind === 'several' ? pick.choice.cardIds.flatMap((id) => catalogue.rateCard(id) ?? []) : [];
}
