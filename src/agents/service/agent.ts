import { dayLabel } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { getCatalogue } from '#src/services/catalogue/get-catalogue.ts';
import type { Agent, AgentInput, AgentResult } from '../contract.ts';
import { aboutOne } from './about-one.ts';
import { aboutPlace, aboutSeveral, overview, type PlaceTime } from './about-several.ts';
import { timeSlots, whatIsAsked, type Asked } from './asked.ts';
import { availability } from './availability.ts';
import { compare } from './compare.ts';
import { recommend } from './recommend.ts';

/** Answers about the catalogue: what there is, what is included, what it costs, where and when, and what to take. */
export function createServiceAgent(): Agent {
  return {
    name: 'service',
    intents: ['service_info', 'compare_services', 'recommend_service'],
    flows: [],
    slots: ['service', 'quantity', 'pincode', 'date', 'hour'],
    description: 'Tells what we do, what it costs, where and when, compares services and recommends one.',
    labels: {
      service_info: 'Services and prices',
      compare_services: 'Compare services',
      recommend_service: 'Which service do I need?',
    },
    run,
  };
}

async function run(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const catalogue = await getCatalogue(ctx);
  const asked = whatIsAsked(catalogue, input);
  if (input.intent === 'compare_services') return compare(ctx, asked);
  if (input.intent === 'recommend_service') return recommend(ctx, asked, input.text);
  const [card, ...others] = asked.cards;
  const asksWhen = (asked.date !== undefined || asked.hour !== undefined) && !asksPrice.test(input.text);
  if (card && asksWhen)
    return availability(ctx, others.length === 0 ? card : (asked.cards.find((c) => c.isDefault) ?? card), asked);
  if (card && others.length === 0) return aboutOne(ctx, card, asked);
  if (card) return aboutSeveral(asked.cards);
  if (asked.pincode) return aboutPlace(ctx, catalogue, asked.pincode, timeOf(ctx, asked));
  return overview(catalogue);
}

/** "What will it cost on Sunday?": the same as on any other day. */
const asksPrice = /\b(?:costs?|prices?|pricing|how much|kitn[aei]|charges?|rates?|total)\b/i;

/** The day that was asked for, and the time in words. */
function timeOf(ctx: Ctx, { date, hour }: Asked): PlaceTime {
  const words = [date ? dayLabel(date, ctx.now, ctx.company.timeZone) : '', hour?.part?.name ?? ''].filter(Boolean);
  return { slots: timeSlots({ date, hour }), ...(words.length > 0 ? { words: words.join(' ') } : {}) };
}
