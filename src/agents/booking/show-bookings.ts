import type { Ctx } from '#src/context.ts';
import type { BookingStatus } from '#src/db/schema/bookings.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { rupees } from '#src/money.ts';
import { listBookings } from '#src/services/bookings/list-bookings.ts';
import { getCatalogue } from '#src/services/catalogue/get-catalogue.ts';
import { hasHints, hintBooking, nameServices, type Hints } from '../booking-hints.ts';
import { bookingSource } from '../booking-source.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import { bookingOf, fittingAmong } from '../find-booking.ts';
import { addressLine, itemsLeft, namesOf, whenOf } from '../words-for-bookings.ts';

const STATUS: Record<BookingStatus, string> = {
  pending: 'waiting for confirmation',
  confirmed: 'confirmed',
  in_progress: 'in progress',
  completed: 'completed',
  cancelled: 'cancelled',
  no_show: 'missed',
};
const OPEN = new Set<BookingStatus>(['pending', 'confirmed', 'in_progress']);
const LOOKED_AT = 50;
const SHOWN = 5;

/** "Where is my booking?": the one that is named, or the coming ones, or the last one. */
export async function showBookings(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  if (ctx.actor.kind === 'guest') return answer('Please sign in (menu at the top of this chat) to see your bookings.');
  const hints = await hintsOf(ctx, input);
  if (hints.number !== undefined) {
    const booking = await bookingOf(ctx, hints.number);
    return booking
      ? answer(describe(ctx, booking), [booking])
      : answer(`I find no booking ${hints.number.slice(0, 20)} in your account.`);
  }
  const all = await listBookings(ctx, { limit: LOOKED_AT });
  const coming = all.filter((b) => b.endsAt > ctx.now && OPEN.has(b.status)).toReversed();
  const wanted = fittingAmong(ctx, coming, hints);
  if (hints.which === 'last' && !hasHints(hints)) return answerOne(ctx, 'Your last booking:', latestOf(all));
  if (hints.which === 'next' && wanted[0]) return answerOne(ctx, 'Your next booking:', wanted[0]);
  const [only] = wanted;
  if (only && wanted.length === 1 && hasHints(hints)) return answer(describe(ctx, only), [only]);
  if (only) {
    const intro =
      wanted.length === 1 ? 'You have one booking coming up:' : `You have ${wanted.length} bookings coming up:`;
    return answer([intro, ...lines(ctx, wanted)].join('\n'), wanted.slice(0, SHOWN));
  }
  // Not among those to come: one that is over may be meant.
  const [past] = hasHints(hints) ? fittingAmong(ctx, all, hints, ({ items }) => items) : [];
  if (past) return answer(describe(ctx, past), [past]);
  if (hasHints(hints) && coming.length > 0)
    return answer(
      ['I find no booking like that. These are coming up:', ...lines(ctx, coming)].join('\n'),
      coming.slice(0, SHOWN),
    );
  return answerOne(ctx, 'You have nothing coming up. Your last booking:', all[0]);
}

/** What the words say about which one: a number, a day, a service. */
async function hintsOf(ctx: Ctx, { commands }: AgentInput): Promise<Hints> {
  const hints: Hints = {};
  for (const command of commands) {
    if (command.type !== 'set') continue;
    if (command.value.slot === 'booking') hintBooking(hints, command.value);
    if (command.value.slot === 'service')
      hints.services = nameServices(await getCatalogue(ctx), hints.services, command.value.candidates);
  }
  return hints;
}

const latestOf = (bookings: readonly BookingWithItems[]) =>
  bookings.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];

const lines = (ctx: Ctx, bookings: readonly BookingWithItems[]): string[] =>
  bookings.slice(0, SHOWN).map((booking) => `• ${describe(ctx, booking)}`);

function answerOne(ctx: Ctx, intro: string, booking: BookingWithItems | undefined): AgentResult {
  if (!booking) return answer('You have no bookings yet. Tell me what needs to be done and I will find a time.');
  return answer(`${intro} ${describe(ctx, booking)}`, [booking]);
}

/** One that is shown alone is what "it" means from now on. */
function answer(text: string, bookings: BookingWithItems[] = []): AgentResult {
  const [only] = bookings;
  return {
    agent: 'booking',
    status: 'answered',
    parts: [{ agent: 'booking', text, sources: bookings.map(bookingSource) }],
    effects: [],
    ...(only && bookings.length === 1 ? { topic: { slots: { bookingId: only.id, pincode: only.pincode } } } : {}),
  };
}

function describe(ctx: Ctx, booking: BookingWithItems): string {
  const items = booking.status === 'cancelled' ? booking.items : itemsLeft(booking);
  return (
    `${booking.number}: ${namesOf(items)}, ${whenOf(ctx, booking)}, ${addressLine(booking.address)}, with ${booking.provider.name}, ` +
    `${rupees(booking.totalPaise)} – ${STATUS[booking.status]}.`
  );
}
