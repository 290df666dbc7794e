import { dayLabel, hourLabel, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { getBooking } from '#src/services/bookings/get-booking.ts';
import { listBookings } from '#src/services/bookings/list-bookings.ts';
import type { BookingHints, Draft } from './draft.ts';
import { askBooking, type Question } from './questions.ts';
import { onDay, titleOf } from './words.ts';

const LOOKED_AT = 50;
const RECENT_DAYS = 60;
const MOST_CHOICES = 4;

/**
 * Which booking it is about: the one that the words fit, else one that the customer picks. Returns the question still
 * open; none is asked when there is nothing to choose, or enough was asked already.
 */
export async function settleBooking(
  ctx: Ctx,
  draft: Draft,
  { notes, mayAsk }: { notes: string[]; mayAsk: boolean },
): Promise<Question | undefined> {
  if (draft.booking !== undefined) return undefined;
  const { hints } = draft;
  if (hints.number !== undefined) {
    const named = await ownBooking(ctx, hints.number);
    if (named) {
      settled(ctx, draft, named);
      return undefined;
    }
    notes.push(`I find no booking ${hints.number.slice(0, 20)} in your account.`);
  }
  const all = await listBookings(ctx, { limit: LOOKED_AT });
  const recent = recentOf(ctx, all);
  const pointed = pointedAt(ctx, all, recent, hints);
  const [first, ...others] = pointed;
  if (first && others.length === 0) {
    settled(ctx, draft, first);
    return undefined;
  }
  if (hints.on !== undefined && !first)
    notes.push(`I find no booking ${onDay(dayLabel(hints.on, ctx.now, ctx.company.timeZone))}.`);
  const offered = (pointed.length > 0 ? pointed : recent).slice(0, MOST_CHOICES);
  if (offered.length === 0 || !mayAsk) {
    draft.booking = null;
    return undefined;
  }
  return askBooking(offered.map((booking) => ({ value: `booking:${booking.id}`, label: choiceLabel(ctx, booking) })));
}

/** What is likely without a question: for a danger that is passed on at once. */
export async function guessBooking(ctx: Ctx, draft: Draft): Promise<void> {
  if (draft.booking !== undefined) return;
  await settleBooking(ctx, draft, { notes: [], mayAsk: false });
  if (draft.booking) return;
  const [only, ...others] = recentOf(ctx, await listBookings(ctx, { limit: LOOKED_AT }));
  if (only && others.length === 0) settled(ctx, draft, only);
  else draft.booking = null;
}

function settled(ctx: Ctx, draft: Draft, booking: BookingWithItems): void {
  const { id, number, totalPaise } = booking;
  draft.booking = { id, number, title: titleOf(ctx, booking), totalPaise };
}

export async function ownBooking(ctx: Ctx, ref: string): Promise<BookingWithItems | undefined> {
  try {
    return await getBooking(ctx, ref);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** What people complain about: visits that have begun, the last one first, then those of the next hours. */
function recentOf({ now }: Ctx, all: readonly BookingWithItems[]): BookingWithItems[] {
  const daysFrom = ({ startsAt }: BookingWithItems) => (startsAt.getTime() - now.getTime()) / 86_400_000;
  const past = all.filter((booking) => daysFrom(booking) <= 0 && daysFrom(booking) >= -RECENT_DAYS);
  const soon = all.filter((b) => daysFrom(b) > 0 && daysFrom(b) <= 1 && ['pending', 'confirmed'].includes(b.status));
  return [...past, ...soon.toReversed()];
}

/** The bookings that the words fit; the only recent one where they say nothing. */
function pointedAt(
  ctx: Ctx,
  all: readonly BookingWithItems[],
  recent: readonly BookingWithItems[],
  { on, which, cards, contextId }: BookingHints,
): BookingWithItems[] {
  const { timeZone } = ctx.company;
  const having = (bookings: readonly BookingWithItems[], ids: readonly string[]) =>
    bookings.filter(({ items }) => items.some((item) => ids.includes(item.rateCardId)));
  const doing = (bookings: readonly BookingWithItems[]): BookingWithItems[] => {
    if (!cards) return [...bookings];
    const likely = having(bookings, cards.likely);
    return likely.length > 0 ? likely : having(bookings, cards.possible);
  };
  if (on !== undefined) {
    const there = all.filter(({ startsAt }) => localOf(startsAt, timeZone).date === on);
    const fitting = doing(there);
    if (there.length > 0) return fitting.length > 0 ? fitting : there;
    // "It leaks even more now": the day was none of a visit, but the service may tell.
    const others = cards ? doing(recent) : [];
    return others.length === 1 ? others : [];
  }
  const begun = doing(all).filter(({ startsAt }) => startsAt <= ctx.now);
  if (which === 'last') return begun.slice(0, 1);
  if (which === 'next')
    return doing(all)
      .filter(({ startsAt }) => startsAt > ctx.now)
      .slice(-1);
  const context = contextId === undefined ? undefined : all.find(({ id }) => id === contextId);
  if (context && doing([context]).length > 0) return [context];
  const fitting = doing(recent);
  if (cards) return fitting;
  return recent.length === 1 ? [...recent] : [];
}

/** "Tap repair – Thu 19 Nov, 5 pm – NX-7F3K4M". */
function choiceLabel(ctx: Ctx, booking: BookingWithItems): string {
  const { date, hour } = localOf(booking.startsAt, ctx.company.timeZone);
  const names = booking.items.map(({ name }) => name).join(', ');
  return `${names} – ${dayLabel(date, ctx.now, ctx.company.timeZone)}, ${hourLabel(hour)} – ${booking.number}`;
}
