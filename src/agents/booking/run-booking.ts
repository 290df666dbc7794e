import { ulid } from 'ulid';
import type { Ctx } from '#src/context.ts';
import { releaseHold } from '#src/services/bookings/release-hold.ts';
import { getCatalogue, type Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import type { Effect, Source } from '#src/turn.ts';
import { bookingSource } from '../booking-source.ts';
import type { AgentInput, AgentResult, Topic } from '../contract.ts';
import { applyCommands, type Applied } from './apply-commands.ts';
import { setItems } from './apply-services.ts';
import { confirm, receiptCard, receiptText, type Confirmation } from './confirm.ts';
import { draftAbout, readDraft, slotsOf, type Draft, type Step } from './draft.ts';
import { askSlot, askWhatToChange, type Question } from './prompts.ts';
import { quote } from './quote.ts';
import { remember } from './remember.ts';
import { settleItems, settleVisits } from './settle-items.ts';
import { settlePlace } from './settle-place.ts';
import { settleTime, wantsSoonest } from './settle-time.ts';
import { forgetTime } from './time-wish.ts';
import { visitFor } from './visit.ts';
import { knownOf, nameOfVisit, visitOf } from './words.ts';

const HELP_AFTER_ATTEMPTS = 3;

interface Asked {
  question: Question;
  sources: Source[];
}

/** Fills a draft in any order, shows the price and books on yes. */
export async function runBooking(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const catalogue = await getCatalogue(ctx);
  const { frame } = input;
  const draft = frame ? readDraft(structuredClone(frame.slots)) : draftAbout(input.context?.slots);
  const step: Step = { draft, notes: [] };
  const { commands, text } = input;
  const expecting = frame?.expecting;
  const applied = await applyCommands(ctx, catalogue, step, { commands, text, expecting, isOpen: frame !== undefined });

  if (applied.dropped) {
    await giveBack(ctx, input, draft);
    return finished('Okay, I have dropped this. Nothing has been booked.', { status: 'answered', topic: null });
  }
  if (expecting?.slot === 'confirm' && applied.affirmed && draft.hold) {
    if (ctx.actor.kind === 'guest') return signIn(input, step);
    const outcome = await confirm(ctx, input, draft, draft.hold);
    if (outcome.kind === 'booked') return goOn(ctx, catalogue, input, draft, outcome);
    step.notes.push('Something changed while you were deciding; please look again.');
    delete draft.hold;
  }

  const attempts = applied.understood ? 0 : (frame?.attempts ?? 0) + 1;
  if (!applied.understood && frame) step.notes.unshift('Sorry, I did not get that.');
  const asked = await nextQuestion(ctx, catalogue, input, step, applied);
  if (attempts >= HELP_AFTER_ATTEMPTS)
    step.notes.push(`If you would rather talk to a person, call ${ctx.company.persona.supportPhone}.`);
  return asking(ctx, catalogue, input, step, asked, attempts);
}

/** The first thing that is missing or wrong, asked for; with nothing missing, the price and the confirmation. */
async function nextQuestion(
  ctx: Ctx,
  catalogue: Catalogue,
  input: AgentInput,
  step: Step,
  applied: Applied,
): Promise<Asked> {
  const { draft } = step;
  const bare = (question: Question): Asked => ({ question, sources: [] });
  const { prompt, expecting } = input.frame ?? {};
  // What was not understood is asked again as it was; a confirmation is looked at anew, its hold may have run out.
  if (!applied.understood && prompt && expecting && expecting.slot !== 'confirm') return bare({ prompt, expecting });
  if (applied.quantityOfWhich !== undefined) return bare(askOfWhich(catalogue, draft, applied.quantityOfWhich));
  if (applied.change) {
    const question = openSlot(catalogue, draft, applied.change.slot);
    if (question) return bare(question);
  } else if (applied.denied && expecting?.slot === 'confirm') return bare(askWhatToChange());
  return advance(ctx, catalogue, input, step);
}

async function advance(ctx: Ctx, catalogue: Catalogue, input: AgentInput, step: Step): Promise<Asked> {
  const { draft, notes } = step;
  if (wantsSoonest(input.text)) draft.isSoonest = true;
  const what = settleItems(catalogue, step);
  if (what) return { question: what, sources: [] };
  const cards = visitOf(catalogue, draft.items).map(({ card }) => card);
  const place = await settlePlace(ctx, step, cards);
  if (place) return { question: place, sources: [] };
  await settleVisits(ctx, catalogue, step);
  const visit = visitFor(ctx, draft, visitOf(catalogue, draft.items));
  const timeStep = { wish: draft, notes, isSoonest: draft.isSoonest === true };
  const time = await settleTime(ctx, timeStep, visit);
  if (time) return { question: time, sources: [] };
  return quote(ctx, input, step, visit);
}

/** Forgets what is to be changed, so that the usual order asks for it; quantity has a default and is asked here. */
function openSlot(catalogue: Catalogue, draft: Draft, slot: string | undefined): Question | undefined {
  if (slot === 'quantity') {
    const visit = visitOf(catalogue, draft.items);
    return visit.length < 2
      ? askSlot('quantity', 'How many?')
      : askSlot('service', 'How many of which service? For example “2 tap repairs”.');
  }
  if (slot === 'service') {
    setItems(draft, []);
    draft.open = [];
  } else if (slot === 'pincode' || slot === 'address') {
    delete draft.pincode;
    delete draft.address;
  } else if (slot === 'hour' && draft.date !== undefined) {
    // "Another time" is on the same day until another one is named.
    delete draft.hour;
    delete draft.part;
  } else if (slot === 'date' || slot === 'hour') forgetTime(draft);
  else return askWhatToChange();
  return undefined;
}

function askOfWhich(catalogue: Catalogue, draft: Draft, quantity: number): Question {
  return askSlot(
    'quantity',
    `${quantity} of which?`,
    visitOf(catalogue, draft.items).map(({ card }) => ({ value: `quantity:${quantity}:${card.id}`, label: card.name })),
  );
}

/** What the flow is about: the services, or the customer's own words for them until they are chosen. */
function titleOf(catalogue: Catalogue, draft: Draft, input: AgentInput): string {
  const visit = visitOf(catalogue, draft.items);
  if (visit.length > 0) return nameOfVisit(visit.map(({ card }) => ({ card, quantity: 1 })));
  const words = input.commands.findLast((command) => command.type === 'set' && command.value.slot === 'service');
  return words?.type === 'set' ? `“${words.text}”` : (input.frame?.title ?? 'your booking');
}

function asking(
  ctx: Ctx,
  catalogue: Catalogue,
  input: AgentInput,
  { draft, notes }: Step,
  { question, sources }: Asked,
  attempts: number,
): AgentResult {
  const { prompt, expecting } = question;
  return {
    agent: 'booking',
    status: 'asking',
    parts: [{ agent: 'booking', text: [...notes, prompt.text].join(' '), sources }],
    effects: [],
    frame: {
      id: input.frame?.id ?? `frm_${ulid().toLowerCase()}`,
      flow: 'book_service',
      agent: 'booking',
      title: titleOf(catalogue, draft, input),
      slots: slotsOf(draft),
      known: knownOf(ctx, catalogue, draft),
      ...{ expecting, prompt, attempts },
    },
    ...(prompt.card ? { card: prompt.card } : {}),
  };
}

/** After a receipt: the visit that the same wish needs beside it, or the end of the flow. */
async function goOn(
  ctx: Ctx,
  catalogue: Catalogue,
  input: AgentInput,
  draft: Draft,
  { booking, effect }: Extract<Confirmation, { kind: 'booked' }>,
): Promise<AgentResult> {
  await remember(ctx, input, booking);
  const { pincode, later = [], address, date, hour } = draft;
  const [first] = booking.items;
  const topic = { slots: { bookingId: booking.id, pincode, ...(first ? { rateCardId: first.rateCardId } : {}) } };
  const receipt = finished(receiptText(ctx, booking), { status: 'done', topic, sources: [bookingSource(booking)] });
  const effects: Effect[] = effect ? [effect] : [];
  const done = { ...receipt, effects, card: receiptCard(ctx, booking) };
  if (later.length === 0) return done;
  const next: Draft = {
    ...{ items: later, open: [] },
    ...(pincode === undefined ? {} : { pincode }),
    // A new address is a saved one by now.
    ...(address
      ? {
          address: {
            kind: 'saved',
            id: booking.addressId,
            label: booking.address.label,
            text: receiptCard(ctx, booking).address,
          },
        }
      : {}),
    ...(date === undefined ? {} : { date }),
    ...(hour === undefined ? {} : { hour }),
  };
  const step: Step = { draft: next, notes: ['Now the other visit:'] };
  const result = asking(ctx, catalogue, input, step, await advance(ctx, catalogue, input, step), 0);
  return { ...result, effects, parts: [...done.parts, ...result.parts], topic };
}

async function giveBack(ctx: Ctx, input: AgentInput, { hold }: Draft): Promise<void> {
  if (!hold) return;
  const { holdId } = hold;
  await input.call('release_hold', { holdId }, (effectKey) =>
    releaseHold(ctx, { holdId, turnId: input.turnId, effectKey }),
  );
}

function signIn(input: AgentInput, step: Step): AgentResult {
  const text = 'Please sign in so that I can book this for you. The hour stays yours meanwhile.';
  const prompt = { text, ask: { kind: 'sign_in' as const, options: [], resumeText: 'Yes, confirm' } };
  const frame = input.frame && { ...input.frame, slots: slotsOf(step.draft), prompt, attempts: 0 };
  return {
    agent: 'booking',
    status: 'asking',
    parts: [{ agent: 'booking', text, sources: [] }],
    effects: [],
    ...(frame ? { frame } : {}),
  };
}

function finished(
  text: string,
  { status, topic, sources = [] }: { status: AgentResult['status']; topic: Topic | null; sources?: Source[] },
): AgentResult {
  return { agent: 'booking', status, parts: [{ agent: 'booking', text, sources }], effects: [], frame: null, topic };
}
