import type { Ctx } from '#src/context.ts';
import { getBooking } from '#src/services/bookings/get-booking.ts';
import { previewCancellation } from '#src/services/bookings/preview-cancellation.ts';
import { getCatalogue } from '#src/services/catalogue/get-catalogue.ts';
import type { Agent, AgentInput, AgentResult } from '../contract.ts';
import { applyCommands, type Applied } from './apply-commands.ts';
import { carryOut, receipt } from './carry-out.ts';
import { lookAnew, readDraft, type Draft } from './draft.ts';
import { findBooking } from './find-booking.ts';
import { askReason, askToSignIn, askWhichBooking, askWhichPart } from './prompts.ts';
import { quote, type Offer } from './quote.ts';
import { refuse } from './refuse.ts';
import { asked, asking, ended, kept, shownAs, type Step } from './results.ts';
import { settleItems } from './settle-items.ts';
import { showRefunds } from './show-refunds.ts';
import { asksForAmount, isInquiry, keepsIt, onlyHears, reasonIn, saysCancel } from './words.ts';
import { bookingSource } from '../booking-source.ts';
import { describeBooking, itemsLeft, lowered, namesOf } from '../words-for-bookings.ts';

/** Cancels bookings and parts of them, with the refund shown before, and tells about refunds. */
export function createCancellationAgent(): Agent {
  return {
    name: 'cancellation',
    intents: ['cancel_booking', 'refund_status'],
    flows: ['cancel_booking'],
    slots: ['booking', 'service', 'quantity', 'date', 'hour', 'details'],
    description: 'Cancels a booking or a part of it, and tells about your refunds.',
    labels: { cancel_booking: 'Cancel a booking', refund_status: 'Ask about a refund' },
    run: (ctx, input) => (input.intent === 'refund_status' ? runRefundStatus(ctx, input) : runCancellation(ctx, input)),
  };
}

async function runCancellation(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const { frame, commands, text } = input;
  const draft = readDraft(structuredClone(frame?.slots));
  const { expecting } = frame ?? {};
  const applied = applyCommands(await getCatalogue(ctx), draft, { commands, text, expecting });
  const step: Step = { draft, notes: [], input };
  if (!frame && commands.some(({ type }) => type === 'affirm')) draft.reasonAsked = true;
  if (!frame && isInquiry(text) && !draft.reasonAsked) draft.isInquiry = true;
  const given = frame ? undefined : reasonIn(text);
  if (given !== undefined) draft.reason ??= given;

  const refuses =
    (applied.denied && (expecting?.slot === 'confirm' || expecting?.slot === 'booking')) ||
    (keepsIt(text) && Object.keys(applied.hints).length === 0 && expecting !== undefined);
  if (applied.dropped || refuses) return kept(draft);
  if (ctx.actor.kind === 'guest') return asking(step, askToSignIn(), []);
  if (draft.isInquiry && applied.affirmed && onlyHears(text)) return kept(draft);
  // Who only asked for figures has to say what they want, not just yes.
  const meansIt = !draft.isInquiry || saysCancel(text) || text.trim() === '';
  if (frame && applied.affirmed && draft.isInquiry) {
    delete draft.isInquiry;
    draft.reasonAsked = true;
  }
  if (expecting?.slot === 'confirm' && applied.affirmed && meansIt && draft.quote && draft.bookingId) {
    const outcome = await carryOut(ctx, input, draft);
    if (outcome.kind === 'done') return goOn(ctx, step, receipt(ctx, outcome.done), outcome.done.booking.id);
    step.notes.push('This is no longer as I showed it, so I have not cancelled anything yet.');
  }
  if (frame && !applied.understood) {
    step.notes.push('Sorry, I did not get that.');
    // What was not understood is asked again as it was; figures are looked at anew, and the reason may stay open.
    if (frame.prompt && expecting && expecting.slot !== 'confirm' && expecting.slot !== 'details')
      return asking(step, { prompt: frame.prompt, expecting }, [], frame.attempts + 1);
  }
  if (expecting?.slot === 'details') draft.reasonAsked = true;
  return advance(ctx, step, applied);
}

/** The first thing that is open, asked for; with nothing open, what it would give back and the confirmation. */
async function advance(ctx: Ctx, step: Step, applied: Applied): Promise<AgentResult> {
  const { draft, input, notes } = step;
  const attempts = applied.understood ? 0 : (input.frame?.attempts ?? 0) + 1;
  // "No, the plumber one": another booking than the one that was found.
  const current = draft.bookingId === undefined ? undefined : await getBooking(ctx, draft.bookingId);
  const sure = { number: current?.number ?? '', tiers: ['likely', 'possible'] as const };
  if (current && applied.services && settleItems(draft, itemsLeft(current), applied.services, sure) === 'none')
    lookAnew(draft, { services: applied.services });

  let found = await findBooking(ctx, draft, contextIdOf(input));
  // Not among those that were meant before: perhaps another one after all.
  if (found.kind === 'none' && input.frame && Object.keys(applied.hints).length > 0) {
    lookAnew(draft, applied.hints);
    found = await findBooking(ctx, draft, contextIdOf(input));
  }
  if (found.kind === 'none') {
    const { instead, note } = found;
    if (instead.length === 0) return ended(step, note, { status: 'refused' });
    lookAnew(draft, {});
    const [only] = instead;
    const text =
      instead.length === 1 && only
        ? `Do you mean ${lowered(describeBooking(ctx, only))}?`
        : 'Which of these do you mean?';
    notes.push(note);
    return asked(step, askWhichBooking(ctx, text, instead), attempts);
  }
  if (found.kind === 'several')
    return asked(step, askWhichBooking(ctx, 'Which booking do you mean?', found.bookings), attempts);
  const [booking, ...others] = found.kind === 'each' ? found.bookings : [found.booking];
  if (!booking) return ended(step, 'You have no booking that could be cancelled.', { status: 'refused' });
  step.booking = booking;
  draft.bookingId = booking.id;
  if (others.length > 0) {
    draft.next = others.map(({ id }) => id);
    notes.push(`That is ${others.length + 1} bookings; I take them one by one, so that you see what each gives back.`);
  }
  return settle(ctx, step, applied, attempts);
}

/** The booking is known: which part of it, why, and what it gives back. */
async function settle(ctx: Ctx, step: Step, applied: Applied, attempts: number): Promise<AgentResult> {
  const { draft, booking, notes } = step;
  if (!booking) throw new Error('There is no booking to settle.');
  const preview = await previewCancellation(ctx, booking.id);
  if (!preview.verdict.allowed) {
    const { text, ...rest } = await refuse(ctx, booking);
    return ended(step, text, { status: 'refused', ...rest });
  }
  const left = itemsLeft(booking);
  const stillThere = draft.itemIds?.filter((id) => left.some((item) => item.id === id)) ?? [];
  if (stillThere.length > 0) draft.itemIds = stillThere;
  else delete draft.itemIds;
  const { services } = draft.hints;
  const open = services ? settleItems(draft, left, services, booking) : undefined;
  if (open && open !== 'none') return asked(step, open, attempts);
  if (applied.change && left.length > 1) return asked(step, askWhichPart(left, [], booking.number), attempts);
  const { quantity } = applied;
  const more = left.find((item) => quantity !== undefined && item.quantity > quantity);
  if (more) notes.push(`I can take off ${namesOf([more])} only as a whole; for fewer of it our team can help.`);
  // Who asks for figures gets them first.
  const isAsked = draft.reasonAsked || draft.isInquiry || asksForAmount(step.input.text);
  const wantsReason = draft.reason === undefined && !isAsked && draft.asked < MOST_ASKED;
  if (wantsReason) {
    draft.reasonAsked = true;
    const part = left.filter((item) => draft.itemIds?.includes(item.id));
    const about = describeBooking(ctx, booking);
    const question = askReason(part.length > 0 ? `${namesOf(part)} of ${lowered(about)}` : about);
    return asked(step, question, attempts, [bookingSource(booking)]);
  }
  const { stake, refund } = draft.itemIds
    ? await previewCancellation(ctx, booking.id, undefined, draft.itemIds)
    : preview;
  if (!stake || !refund) throw new Error('A booking that can be cancelled has a refund.');
  const offer: Offer = { ...preview, stake, refund };
  const shown = quote(ctx, draft, offer);
  return shownAs(step, shown, attempts);
}

/** No more questions than this before the figures are shown. */
const MOST_ASKED = 2;

/** After a receipt: the next of several that were to be cancelled, or the end of the flow. */
async function goOn(ctx: Ctx, step: Step, done: ReturnType<typeof receipt>, bookingId: string): Promise<AgentResult> {
  const topic = { slots: { bookingId } };
  const { next = [], reason } = step.draft;
  const [nextId, ...others] = next;
  const preview = nextId === undefined ? undefined : await previewCancellation(ctx, nextId);
  if (!preview?.stake || !preview.refund) return { agent: 'cancellation', status: 'done', ...done, frame: null, topic };
  const draft: Draft = {
    ...{ hints: {}, asked: 0, bookingId: preview.booking.id, reasonAsked: true },
    ...(others.length > 0 ? { next: others } : {}),
    ...(reason !== undefined ? { reason } : {}),
  };
  const { booking, stake, refund } = preview;
  const shown = quote(ctx, draft, { ...preview, stake, refund });
  const result = shownAs({ ...step, draft, notes: ['Now the next one:'], booking }, shown, 0);
  return { ...result, effects: done.effects, parts: [...done.parts, ...result.parts], topic };
}

/** Refunds that there are; else what a cancellation would give back, when that was meant. */
async function runRefundStatus(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const draft: Draft = { ...readDraft(undefined), isInquiry: true };
  const { commands, text } = input;
  const applied = applyCommands(await getCatalogue(ctx), draft, { commands, text, expecting: undefined });
  const asksAhead = isInquiry(text) && ctx.actor.kind !== 'guest';
  const refunds = asksAhead ? undefined : await showRefunds(ctx, draft.hints, contextIdOf(input));
  if (refunds) return refunds;
  const step: Step = { draft, notes: [], input };
  if (asksAhead || asksForAmount(text) || draft.hints.number !== undefined) {
    if (!asksAhead) step.notes.push('There is no refund for it yet.');
    return advance(ctx, step, applied);
  }
  const none = 'I find no refund in your account: nothing of yours has been cancelled with a refund.';
  return {
    agent: 'cancellation',
    status: 'answered',
    effects: [],
    parts: [{ agent: 'cancellation', text: none, sources: [] }],
  };
}

const contextIdOf = (input: AgentInput): string | undefined => {
  const id = input.context?.slots['bookingId'];
  return typeof id === 'string' ? id : undefined;
};
