import { ulid } from 'ulid';
import type { Ctx } from '#src/context.ts';
import type { RateCardRow } from '#src/db/queries/catalogue.ts';
import { getCatalogue, type Catalogue } from '#src/services/catalogue/get-catalogue.ts';
import { maxQuantityPerVisit } from '#src/services/bookings/policy.ts';
import { releaseHold } from '#src/services/bookings/release-hold.ts';
import type { Effect, Source } from '#src/turn.ts';
import type { Agent, AgentInput, AgentResult } from '../contract.ts';
import { applyCommands, type Applied } from './apply-commands.ts';
import { bookingSource, confirm, receiptCard, receiptText } from './confirm.ts';
import { draftAbout, readDraft, type Draft, type Step } from './draft.ts';
import { askSlot, askWhatToChange, type Question } from './prompts.ts';
import { quote } from './quote.ts';
import { settlePlace } from './settle-place.ts';
import { settleTime } from './settle-time.ts';
import { showBookings } from './show-bookings.ts';

/** Books services by filling a draft in any order, and tells about bookings. */
export function createBookingAgent(): Agent {
  return {
    name: 'booking',
    intents: ['book_service', 'booking_status'],
    flows: ['book_service'],
    slots: ['service', 'quantity', 'pincode', 'address', 'date', 'hour'],
    description: 'Books a home service and tells about your bookings.',
    labels: { book_service: 'Book a service', booking_status: 'Show my bookings' },
    run: (ctx, input) => (input.intent === 'booking_status' ? showBookings(ctx, input) : runBooking(ctx, input)),
  };
}

const HELP_AFTER_ATTEMPTS = 3;

async function runBooking(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const catalogue = await getCatalogue(ctx);
  const frame = input.frame;
  const known = frame ? readDraft(frame.slots) : draftAbout(input.context?.slots);
  const step: Step = { draft: structuredClone(known), notes: [] };
  const applied = await applyCommands(ctx, catalogue, step, input.commands, frame?.expecting);
  const { draft } = step;

  if (applied.dropped) {
    if (draft.hold) await releaseHold(ctx, { holdId: draft.hold.holdId, turnId: input.turnId });
    return finished('Okay, I have dropped this. Nothing has been booked.', 'answered');
  }
  if (frame?.expecting?.slot === 'confirm' && applied.affirmed && draft.hold) {
    if (ctx.actor.kind === 'guest') return signIn(input, step);
    const outcome = await confirm(ctx, input, draft, draft.hold);
    if (outcome.kind === 'booked') {
      const result = finished(receiptText(ctx, outcome.booking), 'done', [bookingSource(outcome.booking)]);
      const effects: Effect[] = outcome.effect ? [outcome.effect] : [];
      return { ...result, effects, card: receiptCard(ctx, outcome.booking) };
    }
    step.notes.push('Something changed while you were deciding; please look again.');
    delete draft.hold;
  }

  const attempts = applied.understood ? 0 : (frame?.attempts ?? 0) + 1;
  if (!applied.understood && frame) step.notes.unshift('Sorry, I did not get that.');
  const { question, sources } = await nextQuestion(ctx, catalogue, step, applied, input);
  if (attempts >= HELP_AFTER_ATTEMPTS)
    step.notes.push(`If you would rather talk to a person, call ${ctx.company.persona.supportPhone}.`);
  return {
    agent: 'booking',
    status: 'asking',
    parts: [{ agent: 'booking', text: [...step.notes, question.prompt.text].join(' '), sources }],
    effects: [],
    frame: {
      id: frame?.id ?? `frm_${ulid().toLowerCase()}`,
      flow: 'book_service',
      agent: 'booking',
      title: titleOf(catalogue, draft, input),
      slots: { ...draft },
      expecting: question.expecting,
      prompt: question.prompt,
      attempts,
    },
    ...(question.prompt.card ? { card: question.prompt.card } : {}),
  };
}

/** The first thing that is missing or wrong, asked for; with nothing missing, the price and the confirmation. */
async function nextQuestion(
  ctx: Ctx,
  catalogue: Catalogue,
  step: Step,
  applied: Applied,
  input: AgentInput,
): Promise<{ question: Question; sources: Source[] }> {
  const { draft } = step;
  const bare = (question: Question) => ({ question, sources: [] });
  const { prompt, expecting } = input.frame ?? {};
  // What was not understood is asked again as it was; a confirmation is looked at anew, its hold may have run out.
  if (!applied.understood && prompt && expecting && expecting.slot !== 'confirm') return bare({ prompt, expecting });
  if (applied.change) {
    const question = openSlot(draft, applied.change.slot);
    if (question) return bare(question);
  } else if (applied.denied && input.frame?.expecting?.slot === 'confirm') return bare(askWhatToChange());

  const card = draft.rateCardId === undefined ? undefined : catalogue.rateCard(draft.rateCardId);
  if (!card) return bare(askService(catalogue, applied, input));
  const wrongQuantity = checkQuantity(step, card);
  if (wrongQuantity) return bare(wrongQuantity);
  const place = await settlePlace(ctx, step, card);
  if (place) return bare(place);
  const time = await settleTime(ctx, step, card);
  if (time) return bare(time);
  return quote(ctx, step, input.turnId);
}

/** Forgets what is to be changed, so that the usual order asks for it; quantity has a default and is asked here. */
function openSlot(draft: Draft, slot: string | undefined): Question | undefined {
  if (slot === 'quantity') return askSlot('quantity', 'How many?');
  if (slot === 'service') delete draft.rateCardId;
  else if (slot === 'pincode' || slot === 'address') {
    delete draft.pincode;
    delete draft.address;
  } else if (slot === 'date' || slot === 'hour') {
    delete draft.date;
    delete draft.hour;
    delete draft.part;
  } else return askWhatToChange();
  return undefined;
}

function askService(catalogue: Catalogue, applied: Applied, input: AgentInput): Question {
  const { prompt, expecting } = input.frame ?? {};
  if (!applied.serviceChoice && !applied.change && prompt && expecting?.slot === 'service')
    return { prompt, expecting };
  if (applied.serviceChoice) return askSlot('service', 'Which of these do you need?', applied.serviceChoice.options);
  return askSlot(
    'service',
    'What needs to be done? Choose an area, or tell me the problem in your own words.',
    catalogue.categories.slice(0, 6).map((row) => ({ value: `category:${row.id}`, label: row.name })),
  );
}

function checkQuantity(step: Step, card: RateCardRow): Question | undefined {
  const most = maxQuantityPerVisit(card);
  const { quantity } = step.draft;
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= most) return undefined;
  step.notes.push(`One visit takes 1 to ${most} for ${card.name} (counted by ${card.unit}).`);
  step.draft.quantity = 1;
  return askSlot('quantity', 'How many would you like?');
}

/** What the flow is about: the service, or the customer's own words for it until one is chosen. */
function titleOf(catalogue: Catalogue, draft: Draft, input: AgentInput): string {
  const card = draft.rateCardId === undefined ? undefined : catalogue.rateCard(draft.rateCardId);
  if (card) return card.name;
  const words = input.commands.findLast((command) => command.type === 'set' && command.value.slot === 'service');
  return words?.type === 'set' ? `“${words.text}”` : (input.frame?.title ?? 'your booking');
}

function signIn(input: AgentInput, step: Step): AgentResult {
  const text = 'Please sign in so that I can book this for you. The hour stays yours meanwhile.';
  const prompt = { text, ask: { kind: 'sign_in' as const, options: [], resumeText: 'Yes, confirm' } };
  const frame = input.frame && { ...input.frame, slots: { ...step.draft }, prompt, attempts: 0 };
  return {
    agent: 'booking',
    status: 'asking',
    parts: [{ agent: 'booking', text, sources: [] }],
    effects: [],
    ...(frame ? { frame } : {}),
  };
}

function finished(text: string, status: AgentResult['status'], sources: Source[] = []): AgentResult {
  return {
    agent: 'booking',
    status,
    parts: [{ agent: 'booking', text, sources }],
    effects: [],
    frame: null,
    topic: null,
  };
}
