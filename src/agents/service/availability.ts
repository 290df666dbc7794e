import { addDays, dayLabel, hourLabel, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { AppError } from '#src/errors.ts';
import { listFreeHours, type FreeHour } from '#src/services/bookings/list-free-hours.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import { listAddresses } from '#src/services/customers/list-addresses.ts';
import { checkCoverage } from '#src/services/places/check-coverage.ts';
import type { Source } from '#src/turn.ts';
import type { AgentResult } from '../contract.ts';
import { notThere } from './about-one.ts';
import { answer, bookOption, placeName, placeSource } from './answer.ts';
import { timeSlots, type Asked } from './asked.ts';
import { serviceSource } from './describe-service.ts';

const SHOWN = 8;
const LOOKED_AHEAD_DAYS = 7;

/** "Can someone come tomorrow evening in 560034?": the hours at which somebody is free for it. */
export async function availability(ctx: Ctx, card: RateCardRow, asked: Asked): Promise<AgentResult> {
  const sources: Source[] = [serviceSource(card)];
  const pincode = asked.pincode ?? (await ownPincode(ctx));
  if (pincode === undefined)
    return {
      ...answer(`For which pincode shall I look for free hours for ${card.name}?`, sources),
      topic: { slots: { rateCardId: card.id, ...timeSlots(asked) } },
    };
  const coverage = await checkCoverage(ctx, { rateCardId: card.id, pincode });
  if (coverage.status !== 'served')
    return { ...answer(notThere(pincode, coverage), sources), topic: { slots: { rateCardId: card.id } } };
  const { place } = coverage;
  sources.push(placeSource(place));
  const today = localOf(ctx.now, ctx.company.timeZone).date;
  const from = asked.date ?? today;
  const label = (date: string) => dayLabel(date, ctx.now, ctx.company.timeZone);
  const topic = { slots: { rateCardId: card.id, pincode } };
  if (from < today) return { ...answer(`${capital(label(from))} has already passed.`, sources), topic };
  if (from > addDays(today, BOOKING_POLICY.maxDaysAhead))
    return { ...answer(`We take bookings up to ${BOOKING_POLICY.maxDaysAhead} days ahead.`, sources), topic };

  const free = await freeHours(ctx, { card, quantity: asked.quantity ?? 1, pincode, from });
  const wanted = free.filter((hour) => fits(asked, hour)).slice(0, SHOWN);
  const about = `${card.name} in ${placeName(place)}`;
  const date = wanted[0]?.date;
  const only = wanted.length === 1 ? wanted[0] : undefined;
  if (date !== undefined) {
    const days = [...new Set(wanted.map((hour) => hour.date))];
    const lines = days.map((day) => `${label(day)}: ${hoursOf(wanted.filter((hour) => hour.date === day))}`);
    const text = days.length === 1 ? lines.join('') : `\n${lines.map((line) => `• ${line}`).join('\n')}`;
    const result = answer(`Yes, somebody is free for ${about}: ${text}.`, sources, [bookOption(card)]);
    return {
      ...result,
      topic: { slots: { ...topic.slots, ...timeSlots({ ...asked, date }), ...(only ? { hour: only.hour } : {}) } },
    };
  }
  const nearest = free.slice(0, 4);
  const text =
    nearest.length === 0
      ? `Nobody is free for ${about} in the ${LOOKED_AHEAD_DAYS} days from then on.`
      : `Nobody is free for ${about} at that time. The next free hours: ${nearest.map((h) => `${label(h.date)} ${hourLabel(h.hour)}`).join(', ')}.`;
  return { ...answer(text, sources, nearest.length > 0 ? [bookOption(card)] : []), topic };
}

/** What the question asks for: its day, its hour or its part of the day. */
function fits({ date, hour: time }: Asked, { date: day, hour }: FreeHour): boolean {
  if (date !== undefined && day !== date) return false;
  if (!time) return true;
  return time.part ? hour >= time.part.from && hour < time.part.to : hour === time.hour;
}

async function freeHours(
  ctx: Ctx,
  wish: { card: RateCardRow; quantity: number; pincode: string; from: string },
): Promise<FreeHour[]> {
  const { card, quantity, pincode, from: fromDate } = wish;
  try {
    const items = [{ rateCardId: card.id, quantity }];
    return await listFreeHours(ctx, { items, pincode, fromDate, days: LOOKED_AHEAD_DAYS });
  } catch (error) {
    // Where no professional does it, or so much of it, none is free.
    if (error instanceof AppError && (error.code === 'not-served' || error.code === 'invalid')) return [];
    throw error;
  }
}

/** Where a customer with one saved place lives. */
async function ownPincode(ctx: Ctx): Promise<string | undefined> {
  const pincodes = new Set((await listAddresses(ctx)).map(({ pincode }) => pincode));
  return pincodes.size === 1 ? [...pincodes][0] : undefined;
}

const NAMES = new Intl.ListFormat('en-IN', { type: 'conjunction' });
const hoursOf = (hours: FreeHour[]): string => NAMES.format(hours.map(({ hour }) => hourLabel(hour)));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
