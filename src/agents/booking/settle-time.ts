import { addDays, dayLabel, hourLabel, instantOf, isDate, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { FreeHour } from '#src/services/bookings/list-free-hours.ts';
import { BOOKING_POLICY, startProblem } from '#src/services/bookings/policy.ts';
import { askSlot, type Question } from './prompts.ts';
import type { TimeWish } from './time-wish.ts';

const { opensAt, closesAt, minLeadHours, maxDaysAhead } = BOOKING_POLICY;
const OPEN = `${hourLabel(opensAt)} to ${hourLabel(closesAt)}`;
/** Days that are looked through for free hours. */
const DAYS = 7;

/** A visit for which a time is looked for. */
export interface Visit {
  /** "AC repair visit". */
  name: string;
  /** Whole hours that it takes. */
  hours: number;
  /** Asks for the day; `at` is " at 5 pm" when only the hour is known. */
  askDay(at: string): string;
  freeHours(fromDate: string, days: number): Promise<FreeHour[]>;
  /** The hours that the customer likes: from ≤ hour < to. */
  usualHours(): Promise<{ from: number; to: number } | undefined>;
}

export interface TimeStep {
  wish: TimeWish;
  /** Sentences that lead the answer: what was wrong with a value. */
  notes: string[];
  /** The first free hour will do. */
  isSoonest?: boolean;
}

/** "As soon as possible", "any time": the first free hour of the day that was said, or of the coming ones. */
export const wantsSoonest = (text: string): boolean =>
  /\b(?:asap|as soon as possible|earliest|soonest|first available|any ?time|whenever|urgent(?:ly)?|immediately|right away|turant|abhi|jaldi se jaldi|koi bhi (?:time|samay|slot)|jab bhi)\b|\bnow\W*$/i.test(
    text,
  );

/** A day and an hour that the rules allow. Returns the question still open; whether somebody is free is not looked at. */
export async function settleTime(ctx: Ctx, step: TimeStep, visit: Visit): Promise<Question | undefined> {
  const { wish, notes } = step;
  const { timeZone } = ctx.company;
  const today = localOf(ctx.now, timeZone).date;
  const wrongDay = wish.date === undefined ? undefined : problemOfDay(ctx, wish.date, today);
  if (wrongDay) {
    notes.push(wrongDay);
    delete wish.date;
  }
  if (wish.hour !== undefined && !(wish.hour >= opensAt && wish.hour + visit.hours <= closesAt)) {
    notes.push(whyClosed(wish.hour, visit.hours));
    delete wish.hour;
  }
  if (step.isSoonest && wish.hour === undefined) await takeSoonest(wish, visit, today);
  if (wish.date === undefined) return askDay(ctx, wish, visit);
  if (wish.hour === undefined) return askHour(ctx, step, visit);

  const startsAt = instantOf(wish.date, wish.hour, timeZone);
  const problem = startProblem({ startsAt, now: ctx.now, localHour: wish.hour, hours: visit.hours });
  if (!problem) return undefined;
  notes.push(
    problem === 'too-soon'
      ? `We need at least ${minLeadHours} hours' notice.`
      : problem === 'past'
        ? `${hourLabel(wish.hour)} today has already passed.`
        : problem === 'too-far'
          ? `We take bookings up to ${maxDaysAhead} days ahead.`
          : 'That time cannot be booked.',
  );
  delete wish.hour;
  return askHour(ctx, step, visit);
}

/** Offers the free hours nearest to the one that cannot be had. */
export async function offerOtherHours(ctx: Ctx, { wish }: TimeStep, visit: Visit, wanted: Date): Promise<Question> {
  delete wish.hour;
  const free = await visit.freeHours(wish.date ?? localOf(ctx.now, ctx.company.timeZone).date, DAYS);
  if (free.length === 0) {
    delete wish.date;
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

/** "on Sat 28 Nov", "tomorrow". */
export function onDay(ctx: Ctx, date: string): string {
  const day = dayLabel(date, ctx.now, ctx.company.timeZone);
  return day === 'today' || day === 'tomorrow' ? day : `on ${day}`;
}

async function takeSoonest(wish: TimeWish, visit: Visit, today: string): Promise<void> {
  const { part } = wish;
  const free = await visit.freeHours(wish.date ?? today, wish.date === undefined ? DAYS : 1);
  const first = part ? free.find((hour) => isIn(part, hour)) : free[0];
  if (!first) return;
  wish.date = first.date;
  wish.hour = first.hour;
}

function problemOfDay(ctx: Ctx, date: string, today: string): string | undefined {
  if (!isDate(date)) return 'That day is not in the calendar.';
  const day = dayLabel(date, ctx.now, ctx.company.timeZone);
  if (date < today) return `${capital(day)} has already passed.`;
  return date > addDays(today, maxDaysAhead) ? `We take bookings up to ${maxDaysAhead} days ahead.` : undefined;
}

function whyClosed(hour: number, hours: number): string {
  if (hour < opensAt || hour >= closesAt)
    return `Our professionals work from ${OPEN}, so ${hourLabel(hour)} is not possible.`;
  return `The job takes ${hours} hours and has to end by ${hourLabel(closesAt)}, so ${hourLabel(hour)} is too late.`;
}

async function askDay(ctx: Ctx, wish: TimeWish, visit: Visit): Promise<Question> {
  const { timeZone } = ctx.company;
  const free = await visit.freeHours(localOf(ctx.now, timeZone).date, DAYS);
  const wanted = free.filter(
    (h) => (wish.hour === undefined || h.hour === wish.hour) && (!wish.part || isIn(wish.part, h)),
  );
  const days = [...new Set((wanted.length > 0 ? wanted : free).map((h) => h.date))].slice(0, 4);
  const at = wish.hour === undefined ? '' : ` at ${hourLabel(wish.hour)}`;
  const text =
    days.length > 0 ? visit.askDay(at) : `Nobody is free in the next ${DAYS} days. Which later day would suit you?`;
  return askSlot(
    'date',
    text,
    days.map((date) => ({ value: `date:${date}`, label: capital(dayLabel(date, ctx.now, timeZone)) })),
  );
}

async function askHour(ctx: Ctx, step: TimeStep, visit: Visit): Promise<Question> {
  const { wish, notes } = step;
  const { timeZone } = ctx.company;
  const date = wish.date ?? localOf(ctx.now, timeZone).date;
  const free = await visit.freeHours(date, 1);
  const { part } = wish;
  const inPart = part ? free.filter((h) => isIn(part, h)) : free;
  const offered = inPart.length > 0 ? inPart : free;
  if (part && inPart.length === 0 && free.length > 0) notes.push(`Nobody is free ${onDay(ctx, date)} ${part.name}.`);
  if (offered.length === 0) {
    notes.push(`Nobody is free for ${visit.name} ${onDay(ctx, date)}.`);
    return offerOtherHours(ctx, step, visit, instantOf(date, wish.hour ?? part?.from ?? 12, timeZone));
  }
  return askSlot(
    'hour',
    `At what time ${onDay(ctx, date)}? These hours are free.`,
    (await offer(offered, visit)).map((h) => ({ value: `hour:${h.hour}`, label: hourLabel(h.hour) })),
  );
}

const isIn = (part: NonNullable<TimeWish['part']>, { hour }: FreeHour) => hour >= part.from && hour < part.to;

const timeChoice = (ctx: Ctx, hour: FreeHour) => ({
  value: `time:${hour.date}T${hour.hour}`,
  label: `${capital(dayLabel(hour.date, ctx.now, ctx.company.timeZone))}, ${hourLabel(hour.hour)}`,
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const OFFERED = 6;

/** Some of the hours; with more than can be shown, those at the customer's usual time before others. */
async function offer(hours: FreeHour[], visit: Visit): Promise<FreeHour[]> {
  if (hours.length <= OFFERED) return hours;
  const usual = await visit.usualHours();
  const liked = usual ? hours.filter(({ hour }) => hour >= usual.from && hour < usual.to).slice(0, OFFERED - 2) : [];
  const others = hours.filter((hour) => !liked.includes(hour));
  return [...liked, ...spread(others, OFFERED - liked.length)].toSorted((a, b) => a.hour - b.hour);
}

/** At most `most` of the items, evenly picked, first and last included. */
function spread<T>(items: T[], most: number): T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))] as T);
}
