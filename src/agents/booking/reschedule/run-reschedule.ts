import { hourLabel, instantOf, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { BookingWithItems } from '#src/db/queries/bookings.ts';
import { AppError } from '#src/errors.ts';
import { listMoveHours } from '#src/services/bookings/list-move-hours.ts';
import { hoursOf } from '#src/services/bookings/plan-move.ts';
import { canReschedule } from '#src/services/bookings/policy.ts';
import { previewReschedule } from '#src/services/bookings/preview-reschedule.ts';
import { rescheduleBooking } from '#src/services/bookings/reschedule-booking.ts';
import { getCatalogue } from '#src/services/catalogue/get-catalogue.ts';
import { getPreferences } from '#src/services/customers/get-preferences.ts';
import type { Source } from '#src/turn.ts';
import { bookingSource } from '../../booking-source.ts';
import type { AgentInput, AgentResult } from '../../contract.ts';
import { bookingOf, findBooking, fittingAmong, type Deed } from '../../find-booking.ts';
import { describeBooking, itemsLeft, namesOf } from '../../words-for-bookings.ts';
import { receiptCard } from '../confirm.ts';
import type { Question } from '../prompts.ts';
import { offerOtherHours, onDay, settleTime, wantsSoonest, type TimeStep, type Visit } from '../settle-time.ts';
import { forgetTime } from '../time-wish.ts';
import { applyCommands, type Applied } from './apply-commands.ts';
import { lookAnew, readMove, type MoveDraft } from './draft.ts';
import { askToSignIn, askWhichBooking, suggestionsFor } from './prompts.ts';
import { movedText, quote, rulesSource } from './quote.ts';
import { asking, ended, type Step } from './results.ts';

/** Moves a booking: which one, to when, shown before it is done. */
export async function runReschedule(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const { frame, commands } = input;
  const draft = readMove(structuredClone(frame?.slots));
  const step: Step = { draft, notes: [], input };
  const { expecting } = frame ?? {};
  const said = { commands, expecting, isOpen: frame !== undefined };
  const applied = applyCommands(await getCatalogue(ctx), draft, step.notes, said);
  if (applied.dropped || (applied.denied && expecting?.slot === 'booking'))
    return ended(step, 'Okay, everything stays as it is.', { status: 'answered' });
  if (ctx.actor.kind === 'guest') return asking(ctx, step, askToSignIn());
  if (expecting?.slot === 'confirm' && applied.affirmed && draft.quote && draft.bookingId) {
    const done = await carryOut(ctx, step, draft.bookingId, draft.quote);
    if (done) return done;
  }
  if (frame && !applied.understood) {
    step.notes.push('Sorry, I did not get that.');
    // What was not understood is asked again as it was; what was to be confirmed is looked at anew.
    if (frame.prompt && expecting && expecting.slot !== 'confirm')
      return asking(ctx, step, { prompt: frame.prompt, expecting }, [], frame.attempts + 1);
  }
  return advance(ctx, step, applied);
}

const movable = (ctx: Ctx): Deed => ({
  allows: (booking) => canReschedule(booking, ctx.now).allowed,
  participle: 'moved',
});

/** Which booking it is; then its new time. */
async function advance(ctx: Ctx, step: Step, applied: Applied): Promise<AgentResult> {
  const { draft, input, notes } = step;
  const attempts = applied.understood ? 0 : (input.frame?.attempts ?? 0) + 1;
  const { services } = applied.hints;
  // "No, the plumber one": another booking than the one that was found.
  const current = draft.bookingId === undefined ? undefined : await bookingOf(ctx, draft.bookingId);
  if (current && services && fittingAmong(ctx, [current], { services }).length === 0) lookAnew(draft, { services });

  const { bookingId, hints } = draft;
  const contextId = input.context?.slots['bookingId'];
  const wish = { bookingId, hints, contextId: typeof contextId === 'string' ? contextId : undefined };
  const found = await findBooking(ctx, wish, movable(ctx));
  if (found.kind === 'none') {
    const { instead, note, past } = found;
    if (instead.length === 0)
      return ended(step, note, {
        status: 'refused',
        sources: past ? [bookingSource(past)] : [],
        suggestions: [{ label: 'Book a service', text: 'Book a service' }],
      });
    notes.push(note);
    lookAnew(draft, {});
    const text = instead.length === 1 ? 'Do you mean this one?' : 'Which of these do you mean?';
    return asking(ctx, step, askWhichBooking(ctx, text, instead), instead.map(bookingSource), attempts);
  }
  if (found.kind === 'several')
    return asking(ctx, step, askWhichBooking(ctx, 'Which booking shall I move?', found.bookings), [], attempts);
  const booking = found.kind === 'each' ? found.bookings[0] : found.booking;
  if (!booking) return ended(step, 'You have no booking that could be moved.', { status: 'refused' });
  if (found.kind === 'each') notes.push('I move one booking at a time; the next one first.');
  step.booking = booking;
  draft.bookingId = booking.id;
  const verdict = canReschedule(booking, ctx.now);
  if (!verdict.allowed) {
    const text = `${verdict.reason} So it cannot be moved.`;
    return ended(step, text, {
      status: 'refused',
      sources: [bookingSource(booking), rulesSource()],
      suggestions: suggestionsFor(booking),
    });
  }
  return settle(ctx, step, booking, applied, attempts);
}

/** The booking is known: its new day and hour, and who would come. */
async function settle(
  ctx: Ctx,
  step: Step,
  booking: BookingWithItems,
  applied: Applied,
  attempts: number,
): Promise<AgentResult> {
  const { draft, notes } = step;
  const visit = visitOf(ctx, booking);
  const timeStep: TimeStep = { wish: draft, notes, isSoonest: wantsSoonest(step.input.text) };
  const ask = (question: Question, sources: Source[] = [bookingSource(booking)]) =>
    asking(ctx, step, question, sources, attempts);
  const { date: day, hour: itsHour } = localOf(booking.startsAt, ctx.company.timeZone);
  if (applied.change || applied.denied) {
    forgetTime(draft);
    delete draft.quote;
  }
  if (applied.asksForHours && draft.date === undefined)
    return ask(await offerOtherHours(ctx, timeStep, visit, booking.startsAt));
  if (applied.asksForHours) delete draft.hour;
  // "I won't be home tomorrow" names the day on which it is, not the one to which it goes.
  const isOldDay = draft.date === day && draft.hour === undefined && !draft.part && isAway.test(step.input.text);
  if (isOldDay) delete draft.date;
  // "Move it to 6" means the same day; "to Sunday" the same hour, when somebody is free then.
  if (draft.date === undefined && (draft.hour !== undefined || draft.part)) draft.date = day;
  else if (
    draft.date !== undefined &&
    draft.date !== day &&
    draft.hour === undefined &&
    !draft.part &&
    !timeStep.isSoonest &&
    !applied.asksForHours
  ) {
    const free = await visit.freeHours(draft.date, 1);
    if (free.some(({ date, hour }) => date === draft.date && hour === itsHour)) {
      draft.hour = itsHour;
      draft.isSameHour = true;
    } else if (free.length > 0) notes.push(`${hourLabel(itsHour)} is not free ${onDay(ctx, draft.date)}.`);
  }
  const time = await settleTime(ctx, timeStep, visit);
  if (time) return ask(time);
  const startsAt = instantOf(draft.date ?? day, draft.hour ?? itsHour, ctx.company.timeZone);
  try {
    const shown = quote(ctx, draft, await previewReschedule(ctx, booking.id, startsAt));
    return ask(shown.question, shown.sources);
  } catch (error) {
    return ask(await instead(ctx, timeStep, visit, startsAt, error));
  }
}

const isAway =
  /\b(?:won'?t|wont|will not|not|can'?t|cant|cannot|unable|busy|away|out of|travell?ing|nahi|nhi|leaving|going)\b/i;

/** What to ask when the hour cannot be had after all. */
async function instead(ctx: Ctx, step: TimeStep, visit: Visit, startsAt: Date, error: unknown): Promise<Question> {
  if (!(error instanceof AppError)) throw error;
  const { hour, date } = localOf(startsAt, ctx.company.timeZone);
  if (error.code === 'slot-taken') {
    step.notes.push(`${hourLabel(hour)} ${onDay(ctx, date)} is not free.`);
    return offerOtherHours(ctx, step, visit, startsAt);
  }
  // It is at that time already.
  if (error.code === 'not-allowed') {
    step.notes.push(error.message);
    forgetTime(step.wish);
    const question = await settleTime(ctx, step, visit);
    if (question) return question;
  }
  throw error;
}

function visitOf(ctx: Ctx, booking: BookingWithItems): Visit {
  const name = namesOf(itemsLeft(booking));
  return {
    name,
    hours: hoursOf(booking),
    askDay: (at) => `${describeBooking(ctx, booking)}: to which day shall I move it${at}?`,
    usualHours: async () => (await getPreferences(ctx)).preferredHours,
    freeHours: (fromDate, days) => listMoveHours(ctx, booking.id, { fromDate, days }),
  };
}

/** Moves it as it was shown. Undefined, with a note, when that is not possible any more. */
async function carryOut(
  ctx: Ctx,
  step: Step,
  bookingId: string,
  { startsAt, version }: NonNullable<MoveDraft['quote']>,
): Promise<AgentResult | undefined> {
  const { input, draft, notes } = step;
  const before = await bookingOf(ctx, bookingId);
  if (!before) return undefined;
  try {
    const { booking, eventId } = await input.call('reschedule_booking', { bookingId, startsAt, version }, (effectKey) =>
      rescheduleBooking(
        ctx,
        { ref: bookingId, version },
        { startsAt: new Date(startsAt), turnId: input.turnId, effectKey },
      ),
    );
    const { id, number, pincode, items } = booking;
    const rateCardId = items[0]?.rateCardId;
    return {
      agent: 'booking',
      status: 'done',
      parts: [
        { agent: 'booking', text: movedText(ctx, booking, before), sources: [bookingSource(booking), rulesSource()] },
      ],
      effects: [{ type: 'booking.rescheduled', id, number, eventId }],
      card: receiptCard(ctx, booking),
      frame: null,
      topic: { slots: { bookingId: id, pincode, ...(rateCardId ? { rateCardId } : {}) } },
    };
  } catch (error) {
    if (!(error instanceof AppError) || !CHANGED.has(error.code)) throw error;
    delete draft.quote;
    notes.push('That is not possible any more, so I have moved nothing yet.');
    return undefined;
  }
}

/** The hour is gone, its notice too short by now, or the booking is another than the one that was shown. */
const CHANGED = new Set<AppError['code']>(['slot-taken', 'invalid', 'precondition-failed', 'not-allowed', 'not-found']);
