import { addDays, dayLabel, hourLabel, instantOf, isDate, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { listFreeHours, type FreeHour } from '#src/services/bookings/list-free-hours.ts';
import { BOOKING_POLICY, startProblem, visitHours } from '#src/services/bookings/policy.ts';
import { itemsOf, type Draft, type Step } from './draft.ts';
import { askSlot, type Question } from './prompts.ts';

const { opensAt, closesAt, minLeadHours, maxDaysAhead } = BOOKING_POLICY;
const OPEN = `${hourLabel(opensAt)} to ${hourLabel(closesAt)}`;

/** When the job is: a day and an hour that the rules allow. Returns the question still open. */
export async function settleTime(ctx: Ctx, step: Step, card: RateCardRow): Promise<Question | undefined> {
  const { draft, notes } = step;
  const { timeZone } = ctx.company;
  const today = localOf(ctx.now, timeZone).date;
  if (draft.date !== undefined && !isDate(draft.date)) {
    notes.push('That day is not in the calendar.');
    delete draft.date;
  }
  if (draft.date !== undefined && draft.date < today) {
    notes.push(`${dayLabel(draft.date, ctx.now, timeZone)} has already passed.`);
    delete draft.date;
  }
  if (draft.date !== undefined && draft.date > addDays(today, maxDaysAhead)) {
    notes.push(`We take bookings up to ${maxDaysAhead} days ahead.`);
    delete draft.date;
  }
  if (draft.hour !== undefined && !fitsDay(draft.hour, card, draft.quantity)) {
    notes.push(whyClosed(draft.hour, card, draft.quantity));
    delete draft.hour;
  }
  if (draft.date === undefined) return askDay(ctx, draft, card);
  if (draft.hour === undefined) return askHour(ctx, step, card);

  const startsAt = instantOf(draft.date, draft.hour, timeZone);
  const hours = visitHours([{ card, quantity: draft.quantity }]);
  const problem = startProblem({ startsAt, now: ctx.now, localHour: draft.hour, hours });
  if (!problem) return undefined;
  notes.push(
    problem === 'too-soon'
      ? `We need at least ${minLeadHours} hours' notice.`
      : problem === 'past'
        ? `${hourLabel(draft.hour)} today has already passed.`
        : `That time cannot be booked.`,
  );
  delete draft.hour;
  return askHour(ctx, step, card);
}

/** Offers the free hours nearest to the one that is gone. */
export async function offerOtherHours(ctx: Ctx, step: Step, wanted: Date): Promise<Question> {
  const { draft } = step;
  delete draft.hour;
  const free = await freeHours(ctx, draft, draft.date ?? localOf(ctx.now, ctx.company.timeZone).date, 7);
  if (free.length === 0) {
    delete draft.date;
    return askSlot('date', 'Nobody is free in the week from then on. Which other day would suit you?');
  }
  const distance = (hour: FreeHour) => Math.abs(hour.startsAt.getTime() - wanted.getTime());
  const nearest = free.toSorted((a, b) => distance(a) - distance(b)).slice(0, 4);
  nearest.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return askSlot(
    'hour',
    'The next free hours are these. Which one suits you?',
    nearest.map((h) => timeChoice(ctx, h)),
  );
}

const fitsDay = (hour: number, card: RateCardRow, quantity: number) =>
  hour >= opensAt && hour + visitHours([{ card, quantity }]) <= closesAt;

function whyClosed(hour: number, card: RateCardRow, quantity: number): string {
  if (hour < opensAt || hour >= closesAt)
    return `Our professionals work from ${OPEN}, so ${hourLabel(hour)} is not possible.`;
  const hours = visitHours([{ card, quantity }]);
  return `The job takes ${hours} hours and has to end by ${hourLabel(closesAt)}, so ${hourLabel(hour)} is too late.`;
}

async function askDay(ctx: Ctx, draft: Draft, card: RateCardRow): Promise<Question> {
  const { timeZone } = ctx.company;
  const free = await freeHours(ctx, draft, localOf(ctx.now, timeZone).date, 7);
  const wanted = free.filter((h) => draft.hour === undefined || h.hour === draft.hour);
  const days = [...new Set((wanted.length > 0 ? wanted : free).map((h) => h.date))].slice(0, 4);
  const at = draft.hour === undefined ? '' : ` at ${hourLabel(draft.hour)}`;
  const text =
    days.length > 0
      ? `Which day would you like ${card.name}${at}?`
      : `Nobody is free in the next 7 days. Which later day would suit you?`;
  return askSlot(
    'date',
    text,
    days.map((date) => ({ value: `date:${date}`, label: capital(dayLabel(date, ctx.now, timeZone)) })),
  );
}

async function askHour(ctx: Ctx, step: Step, card: RateCardRow): Promise<Question> {
  const { draft } = step;
  const { timeZone } = ctx.company;
  const date = draft.date ?? localOf(ctx.now, timeZone).date;
  const day = dayLabel(date, ctx.now, timeZone);
  const onDay = await freeHours(ctx, draft, date, 1);
  const { part } = draft;
  const inPart = part ? onDay.filter((h) => h.hour >= part.from && h.hour < part.to) : onDay;
  const offered = inPart.length > 0 ? inPart : onDay;
  if (part && inPart.length === 0 && onDay.length > 0) step.notes.push(`Nobody is free ${day} ${part.name}.`);
  if (offered.length === 0) {
    step.notes.push(`Nobody is free for ${card.name} ${day}.`);
    return offerOtherHours(ctx, step, instantOf(date, draft.hour ?? 12, timeZone));
  }
  return askSlot(
    'hour',
    `At what time ${day === 'today' || day === 'tomorrow' ? day : `on ${day}`}? These hours are free.`,
    spread(offered, 6).map((h) => ({ value: `hour:${h.hour}`, label: hourLabel(h.hour) })),
  );
}

function freeHours(ctx: Ctx, draft: Draft, fromDate: string, days: number): Promise<FreeHour[]> {
  return listFreeHours(ctx, {
    items: itemsOf(draft),
    pincode: draft.pincode ?? '',
    fromDate,
    days,
    ...(draft.hold ? { exceptHoldId: draft.hold.holdId } : {}),
  });
}

const timeChoice = (ctx: Ctx, hour: FreeHour) => ({
  value: `time:${hour.date}T${hour.hour}`,
  label: `${capital(dayLabel(hour.date, ctx.now, ctx.company.timeZone))}, ${hourLabel(hour.hour)}`,
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** At most `most` of the items, evenly picked, first and last included. */
function spread<T>(items: T[], most: number): T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))] as T);
}
