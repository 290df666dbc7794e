import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { getCatalogue } from '#src/services/catalogue/get-catalogue.ts';
import { isSettled } from '#src/services/complaints/policy.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import { addUpdate, saysAdd, withoutOrder } from './add-update.ts';
import { applyCommands, goWithout, type Applied } from './apply-commands.ts';
import { emergencyAdvice, isDanger } from './danger.ts';
import { isAngry, mayAsk, readDraft, type Draft } from './draft.ts';
import { choicesOf, complaintOf, findComplaint, ownComplaints } from './find-complaint.ts';
import * as ask from './questions.ts';
import { quote } from './quote.ts';
import { raise } from './raise.ts';
import { asking, ended, type Open } from './results.ts';
import { guessBooking, settleBooking } from './settle-booking.ts';
import { dropLostFiles, takeFiles } from './take-files.ts';

/** Fills a complaint with few questions, shows it, and raises it when the customer agrees. */
export async function runRaise(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const { frame } = input;
  const draft = readDraft(frame, input.context?.slots);
  const applied = applyCommands(await getCatalogue(ctx), draft, input.commands, frame?.expecting);
  if (applied.dropped) return ended('Okay, I have dropped this. Nothing was passed on.', 'answered');
  if (ctx.actor.kind === 'staff')
    return ended('Complaints are raised by customers, from their own account.', 'refused');

  const notes: string[] = [];
  draft.sentiment = Math.min(draft.sentiment, input.sentiment);
  const hasFiles = await takeFiles(ctx, draft, input.attachmentIds, notes);
  if (isDanger(draft.details ?? '')) draft.category = 'safety';
  if (!frame && (saysAdd(input.text) || saysAdd(draft.details ?? ''))) {
    const number = /\bCP-?([A-Z\d]{6})\b/i.exec(input.text)?.[1];
    draft.addsTo ??= number ? { number: `CP-${number}` } : {};
    draft.details = withoutOrder(draft.details ?? input.text);
    if (draft.details === '') delete draft.details;
  }
  if (ctx.actor.kind === 'guest') return asGuest(input, draft, applied, notes);
  // Who is angry is not asked the same thing twice.
  const understood = applied.understood || hasFiles || (isAngry(draft) && goWithout(draft, frame?.expecting, true));
  if (draft.addsTo || draft.into) {
    const added = await addToExisting(ctx, input, draft, understood);
    if (added) return added;
  }
  if (isDanger(draft.details ?? '')) {
    await guessBooking(ctx, draft);
    const result = await raise(ctx, input, draft, notes).catch(unlessLost);
    if (result) return result;
    await dropLostFiles(ctx, draft);
    return raise(ctx, input, draft, notes);
  }
  const wasShown = frame?.expecting?.slot === 'confirm' && frame.prompt?.card?.type === 'complaint_quote';
  const isAgreed = wasShown && applied.affirmed && !applied.changed && !hasFiles;
  if (isAgreed) {
    // Asked of the verb, not before it: in a turn that is run again the files are the complaint's already.
    const result = await raise(ctx, input, draft, notes).catch(unlessLost);
    if (result) return result;
    await dropLostFiles(ctx, draft);
    notes.push('Not all of it is there any more; please look again.');
  }

  if (!frame && draft.sentiment < 0) notes.push('I am sorry about this.');
  if (!understood && frame) notes.unshift('Sorry, I did not get that.');
  const open = await nextQuestion(ctx, input, draft, { ...applied, understood }, notes);
  return asking(input, draft, open, { notes, understood });
}

/** Undefined when what the complaint refers to is gone. @throws any other error */
function unlessLost(error: unknown): undefined {
  if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
}

/** The first thing that is missing, asked for; with nothing missing, what would be raised and by when it is answered. */
async function nextQuestion(
  ctx: Ctx,
  input: AgentInput,
  draft: Draft,
  applied: Applied,
  notes: string[],
): Promise<Open> {
  const bare = (question: ask.Question): Open => ({ question, sources: [] });
  const { prompt, expecting } = input.frame ?? {};
  if (!applied.understood && prompt && expecting && expecting.slot !== 'confirm' && !isOptional(expecting.slot))
    return bare({ prompt, expecting });
  if (applied.change === 'unnamed' || (applied.denied && expecting?.slot === 'confirm' && !applied.changed))
    return bare(ask.askWhatToChange());
  if (applied.change) {
    reopen(draft, applied.change);
    if (applied.change === 'category') return bare(ask.askCategory());
  }
  if (draft.details === undefined) return bare(ask.askDetails());
  const mayAskFor = (slot: string) => mayAsk(draft) && !(isAngry(draft) && expecting?.slot === slot);
  const which = await settleBooking(ctx, draft, { notes, mayAsk: mayAskFor('booking') });
  if (which) return bare(which);
  const same = await openAboutSame(ctx, draft);
  if (same) return bare(ask.askInto(same));
  if (draft.category === undefined) {
    if (mayAskFor('category')) return bare(ask.askCategory());
    draft.category = 'other';
  }
  if (wantsPhotos(draft)) {
    draft.photosAsked = 1;
    return bare(ask.askPhotos());
  }
  if (expecting?.slot === 'attachment' && applied.affirmed && draft.attachments.length === 0) {
    draft.photosAsked += 1;
    if (draft.photosAsked === 2) return bare(ask.askPhotosAgain());
    notes.push('No file has arrived; you can still add one to the complaint later.');
  }
  // What was shown once is not put off by further questions.
  draft.photosAsked ||= 1;
  return quote(ctx, draft);
}

/** An answer to what need not be answered is not waited for. */
const isOptional = (slot: string): boolean => slot === 'attachment' || slot === 'category';

function reopen(draft: Draft, what: 'details' | 'booking' | 'category'): void {
  draft.questions = 0;
  if (what === 'details') delete draft.details;
  else if (what === 'category') delete draft.category;
  else {
    draft.hints = {};
    delete draft.booking;
    delete draft.into;
    delete draft.existing;
  }
}

/** Where there is something to see, once, and only if nothing was sent yet. */
function wantsPhotos(draft: Draft): boolean {
  if (draft.photosAsked > 0 || draft.attachments.length > 0 || !mayAsk(draft)) return false;
  return ['quality', 'damage', 'overcharge', 'other'].includes(draft.category ?? 'other');
}

/** The number of an open complaint about the same visit, if it has not been decided whether this belongs to it. */
async function openAboutSame(ctx: Ctx, draft: Draft): Promise<string | undefined> {
  const { booking } = draft;
  if (!booking || draft.into === null || !mayAsk(draft)) return undefined;
  const same = (await ownComplaints(ctx)).find((row) => row.bookingId === booking.id && !isSettled(row.status));
  if (!same) {
    draft.into = null;
    return undefined;
  }
  draft.existing = { id: same.id, number: same.number };
  return same.number;
}

/** Adds what is told to a complaint that exists; undefined when there is none to add it to. */
async function addToExisting(
  ctx: Ctx,
  input: AgentInput,
  draft: Draft,
  understood: boolean,
): Promise<AgentResult | undefined> {
  if (draft.into) {
    const complaint = await complaintOf(ctx, draft.into.id);
    return complaint && addUpdate(ctx, input, draft, complaint);
  }
  const number = draft.addsTo?.number ?? undefined;
  const contextId = input.context?.slots['complaintId'];
  const found = await findComplaint(ctx, {
    ...(number !== undefined && { number }),
    ...(typeof contextId === 'string' && { contextId }),
  });
  if (found.kind === 'one') {
    if (draft.details !== undefined || draft.attachments.length > 0)
      return addUpdate(ctx, input, draft, found.complaint);
    draft.addsTo = { number: found.complaint.number };
    return asking(
      input,
      draft,
      { question: ask.askAddition(found.complaint.number), sources: [] },
      { notes: [], understood },
    );
  }
  delete draft.addsTo;
  if (found.kind === 'none') return undefined;
  draft.addsTo = {};
  const question = ask.askWhichComplaint('To which complaint shall I add it?', choicesOf(found.complaints));
  return asking(input, draft, { question, sources: [] }, { notes: [], understood });
}

/** Guests say what happened; the rest needs their account. In danger they get the advice and a person at once. */
function asGuest(input: AgentInput, draft: Draft, applied: Applied, notes: string[]): AgentResult {
  if (applied.denied && input.frame?.prompt?.ask.kind === 'sign_in')
    return ended('Okay, I have dropped this. Nothing was passed on.', 'answered');
  if (!applied.understood && input.frame && !applied.affirmed) notes.push('Sorry, I did not get that.');
  const { details } = draft;
  const understood = applied.understood || applied.affirmed;
  if (details === undefined)
    return asking(input, draft, { question: ask.askDetails(), sources: [] }, { notes, understood });
  const text = 'Please sign in so that I can find the visit and take this down. What you have told me is kept.';
  const open = { question: ask.askToSignIn(text), sources: [] };
  if (!isDanger(details)) return asking(input, draft, open, { notes, understood });
  const result = asking(input, draft, open, { notes: [emergencyAdvice(details), ...notes], understood });
  return { ...result, handoff: { reason: 'safety', summary: details } };
}
