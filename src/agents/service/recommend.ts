import type { Ctx } from '#src/context.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { isStopWord } from '#src/language/local/stop-words.ts';
import { stem, wordsOf } from '#src/language/local/tokens.ts';
import { netPaise } from '#src/services/catalogue/list-subcategories.ts';
import { recommendServices, type Recommendation } from '#src/services/catalogue/recommend-services.ts';
import type { AgentResult } from '../contract.ts';
import { answer, bookOption } from './answer.ts';
import type { Asked } from './asked.ts';
import { priceLine, serviceSource } from './describe-service.ts';

const SHOWN = 3;
const LONGEST_PROBLEM = 500;

/** Which service helps with a problem, and why; without a problem, what the customer or others book. */
export async function recommend(ctx: Ctx, asked: Asked, text: string): Promise<AgentResult> {
  const found = await recommended(ctx, asked, text);
  const [first, ...others] = found;
  if (!first)
    return answer('Tell me what is wrong or what you would like to have done, and I will name the service for it.', []);
  const { card } = first;
  const lines = [`I would take ${card.name} (${priceLine(card)}): ${first.why} ${card.description}`];
  if (others.length > 0)
    lines.push(
      `Also possible:\n${others.map(({ card: other }) => `• ${other.name}: ${other.description} ${capital(priceLine(other))}.`).join('\n')}`,
    );
  lines.push('Say “book it” if you want that.');
  const cards = found.map((one) => one.card);
  const { pincode, date } = asked;
  const slots = { rateCardId: card.id, ...(pincode ? { pincode } : {}), ...(date ? { date } : {}) };
  return { ...answer(lines.join('\n\n'), cards.map(serviceSource), cards.map(bookOption)), topic: { slots } };
}

interface Advice {
  card: RateCardRow;
  why: string;
}

/** What the words name; else the better one of those that were talked of; else what fits the words best in the catalogue. */
async function recommended(ctx: Ctx, asked: Asked, text: string): Promise<Advice[]> {
  const problem = text.trim().slice(0, LONGEST_PROBLEM);
  const talkedOf = [...new Set(asked.sides.flat())];
  if (!asked.isNamed && talkedOf.length > 1) return among(talkedOf, problem);
  const { pincode } = asked;
  const where = pincode && /^[1-9]\d{5}$/.test(pincode) ? { pincode } : {};
  const tells = contentOf(problem).length > 0;
  const found = await recommendServices(ctx, { ...(tells ? { problem } : {}), ...where, limit: 6 });
  const reasons = new Map(found.map(({ service, reason }) => [service.card.id, reason]));
  const order = [...reasons.keys()];
  const place = ({ id }: RateCardRow) => (reasons.has(id) ? order.indexOf(id) : order.length);
  const cards = asked.isNamed
    ? talkedOf.toSorted((a, b) => place(a) - place(b))
    : found.map(({ service }) => service.card);
  return cards.slice(0, SHOWN).map((card) => ({ card, why: reasonFor(card, problem, reasons.get(card.id)) }));
}

/** "Which one should I take?" of those that were compared: what the words say, else the usual one, else the cheapest. */
function among(cards: readonly RateCardRow[], problem: string): Advice[] {
  const rank = (card: RateCardRow) => (phraseFor(card, problem) ? 2 : 0) + Number(card.isDefault);
  return cards
    .toSorted((a, b) => rank(b) - rank(a) || netPaise(a) - netPaise(b))
    .slice(0, SHOWN)
    .map((card) => {
      const phrase = phraseFor(card, problem);
      const why = phrase
        ? `it is for “${phrase}”.`
        : card.isDefault
          ? 'it is the usual choice.'
          : 'it costs least of these.';
      return { card, why };
    });
}

function reasonFor(card: RateCardRow, problem: string, reason: Recommendation['reason'] | undefined): string {
  const phrase = phraseFor(card, problem);
  if (phrase) return `it is for “${phrase}”.`;
  if (reason === 'booked-before') return 'you have booked it before.';
  return reason === 'popular' ? 'it is booked most.' : 'it fits your words best.';
}

/** The catalogue's own wording that shares most words with the customer's. */
function phraseFor({ phrases }: RateCardRow, problem: string): string | undefined {
  const said = new Set(contentOf(problem));
  const shared = (phrase: string) => {
    const words = contentOf(phrase);
    return words.length === 0 ? 0 : words.filter((word) => said.has(word)).length / Math.sqrt(words.length);
  };
  const best = phrases.toSorted((a, b) => shared(b) - shared(a))[0];
  return best !== undefined && shared(best) > 0 ? best : undefined;
}

const contentOf = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stem);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
