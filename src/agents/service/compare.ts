import type { Ctx } from '#src/context.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { rupees } from '#src/money.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import { priceOf } from '#src/services/bookings/price.ts';
import { netPaise } from '#src/services/catalogue/list-subcategories.ts';
import { checkCoverage } from '#src/services/places/check-coverage.ts';
import type { Card } from '#src/turn.ts';
import type { AgentResult } from '../contract.ts';
import { answer, bookOption, placeName, placeSource, pricingSource } from './answer.ts';
import type { Asked } from './asked.ts';
import { serviceSource } from './describe-service.ts';

const MOST = 4;

/** Sets two to four services side by side, and says in one sentence in what they differ. */
export async function compare(ctx: Ctx, { sides, pincode }: Asked): Promise<AgentResult> {
  const cards = columnsFrom(sides);
  if (cards.length < 2) {
    const [only] = cards;
    if (!only)
      return answer(
        'Which services shall I compare? Name two or more, for example “foam jet or basic AC service”.',
        [],
      );
    return {
      ...answer(`With what shall I compare ${only.name}?`, [serviceSource(only)]),
      topic: { slots: { rateCardId: only.id } },
    };
  }
  const coverage = pincode ? await checkCoverage(ctx, { rateCardId: cards[0]?.id ?? '', pincode }) : undefined;
  const place = coverage && coverage.status !== 'unknown' ? coverage.place : undefined;
  const priceRow = place
    ? {
        label: `One, with visiting charge and GST in ${place.pincode}`,
        cells: cards.map((card) => rupees(priceOf([{ card, quantity: 1 }], place.tier).totalPaise)),
      }
    : { label: `With ${BOOKING_POLICY.gstPercent} % GST`, cells: cards.map((card) => rupees(withGst(netPaise(card)))) };
  const table: Extract<Card, { type: 'comparison' }> = {
    type: 'comparison',
    columns: cards.map(({ name }) => name),
    rows: [
      {
        label: 'Price',
        cells: cards.map(
          (card) =>
            `${rupees(netPaise(card))} per ${card.unit}${card.discountPercent > 0 ? ` (${card.discountPercent} % off)` : ''}`,
        ),
      },
      priceRow,
      { label: 'Takes about', cells: cards.map(({ durationMinutes }) => `${durationMinutes} minutes`) },
      { label: 'Included', cells: cards.map(({ includes }) => includes.join('; ') || '–') },
      { label: 'Not included', cells: cards.map(({ excludes }) => excludes.join('; ') || '–') },
    ],
    actions: cards.map(bookOption),
  };
  const note = place ? `The totals are for one in ${placeName(place)}.` : `A visiting charge by pincode comes on top.`;
  const sources = [...cards.map(serviceSource), ...(place ? [placeSource(place)] : []), pricingSource];
  return {
    ...answer(`${differences(cards)} ${note}`, sources),
    card: table,
    topic: { slots: { rateCardIds: cards.map(({ id }) => id), ...(place ? { pincode: place.pincode } : {}) } },
  };
}

/** A side that means several services stands for its usual one; one side alone for all that it means. */
function columnsFrom(sides: RateCardRow[][]): RateCardRow[] {
  const [first = []] = sides;
  const named =
    sides.length === 1 ? first : sides.flatMap((cards) => cards.find(({ isDefault }) => isDefault) ?? cards[0] ?? []);
  return [...new Set(named)].slice(0, MOST);
}

const withGst = (paise: number) => paise + Math.round((paise * BOOKING_POLICY.gstPercent) / 100);

/** "Foam Jet AC Service costs ₹135 more, takes 15 minutes longer and adds “Foam wash”." */
function differences(cards: readonly RateCardRow[]): string {
  const [one, other] = cards;
  if (cards.length > 2 || !one || !other) return spanOf(cards);
  const [less, more] = netPaise(one) <= netPaise(other) ? [one, other] : [other, one];
  const price = netPaise(more) - netPaise(less);
  const minutes = more.durationMinutes - less.durationMinutes;
  const adds = more.includes.filter((item) => !less.includes.includes(item));
  const lacks = less.includes.filter((item) => !more.includes.includes(item));
  const facts = [
    price === 0 ? 'costs the same' : `costs ${rupees(price)} more`,
    minutes === 0 ? 'takes as long' : `takes ${Math.abs(minutes)} minutes ${minutes > 0 ? 'longer' : 'less'}`,
    ...(adds.length > 0 ? [`includes ${quoted(adds)}`] : []),
  ];
  const rest = lacks.length > 0 ? `, while ${less.name} includes ${quoted(lacks)}` : '';
  return `${more.name} ${NAMES.format(facts)}${rest}.`;
}

function spanOf(cards: readonly RateCardRow[]): string {
  const byPrice = cards.toSorted((a, b) => netPaise(a) - netPaise(b));
  const byTime = cards.toSorted((a, b) => a.durationMinutes - b.durationMinutes);
  const [cheapest, dearest, quickest] = [byPrice[0], byPrice.at(-1), byTime[0]];
  if (!cheapest || !dearest || !quickest) return '';
  return (
    `${cheapest.name} costs least (${rupees(netPaise(cheapest))}), ${dearest.name} most (${rupees(netPaise(dearest))}), ` +
    `and ${quickest.name} is the quickest (about ${quickest.durationMinutes} minutes); what each includes is in the table.`
  );
}

const NAMES = new Intl.ListFormat('en-IN', { type: 'conjunction' });
const quoted = (items: readonly string[]): string => NAMES.format(items.slice(0, 3).map((item) => `“${item}”`));
