import { dayLabel, localOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import type { ComplaintUpdateRow } from '#src/db/queries/complaint-updates.ts';
import type { ComplaintDetail } from '#src/db/queries/complaints.ts';
import { listLatestUpdates } from '#src/services/complaints/list-latest-updates.ts';
import { escalationRole, isOverdue, isSettled } from '#src/services/complaints/policy.ts';
import { previewEscalation } from '#src/services/complaints/preview-escalation.ts';
import type { AskOption, Source } from '#src/turn.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import { saysAdd } from './add-update.ts';
import { complaintOf, namedIn, ownComplaints, type Named } from './find-complaint.ts';
import { runRaise } from './run-raise.ts';
import { ownBooking } from './settle-booking.ts';
import { CATEGORIES, complaintSource, momentLabel, onDay, roleName, STATUS } from './words.ts';

const MOST_SHOWN = 5;

/** "What about my complaint?": the one that is named, or all open ones, or else the last. */
export async function showComplaints(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const say = (text: string): AgentResult => ({
    ...{ agent: 'complaint', status: 'answered', effects: [] },
    parts: [{ agent: 'complaint', text, sources: [] }],
  });
  if (ctx.actor.kind === 'guest') return say('Please sign in (menu at the top of this chat) to see your complaints.');
  if (ctx.actor.kind === 'staff') return say('Complaints of customers are in the operations desk.');
  if (saysAdd(input.text)) return runRaise(ctx, { ...input, intent: 'raise_complaint' });

  const named = namedIn(input.commands, input.context?.slots);
  const shown = await complaintsMeant(ctx, named);
  if (shown.length === 0) {
    const none = named.number
      ? `I find no complaint ${named.number.slice(0, 20)} in your account.`
      : `You have no complaint${named.bookingNumber ? ` about booking ${named.bookingNumber.slice(0, 20)}` : ''}.`;
    return { ...say(none), suggestions: [{ label: 'Raise a complaint', text: 'I want to raise a complaint' }] };
  }
  const latest = await listLatestUpdates(ctx, shown);
  const lines = shown.map((row) => describe(ctx, row, latest.get(row.id)));
  const [only] = shown;
  const text =
    shown.length === 1
      ? (lines[0] ?? '')
      : [`You have ${shown.length} open complaints:`, ...lines.map((line) => `• ${line}`)].join('\n');
  const updates = shown.flatMap((row): Source[] => updateSource(latest.get(row.id)));
  const suggestions = await suggestionsFor(ctx, shown);
  return {
    ...{ agent: 'complaint', status: 'answered', effects: [] },
    parts: [{ agent: 'complaint', text, sources: [...shown.map(complaintSource), ...updates] }],
    ...(shown.length === 1 && only && { topic: { slots: { complaintId: only.id, bookingId: only.bookingId } } }),
    ...(suggestions.length > 0 && { suggestions }),
  };
}

async function complaintsMeant(ctx: Ctx, named: Named): Promise<ComplaintDetail[]> {
  if (named.number !== undefined) {
    const complaint = await complaintOf(ctx, named.number);
    return complaint ? [complaint] : [];
  }
  const booking = named.bookingNumber === undefined ? undefined : await ownBooking(ctx, named.bookingNumber);
  if (named.bookingNumber !== undefined && !booking) return [];
  const all = (await ownComplaints(ctx)).filter((row) => !booking || row.bookingId === booking.id);
  const open = all.filter(({ status }) => !isSettled(status));
  if (named.isLast || open.length === 0) return all.slice(0, 1);
  return open.slice(0, MOST_SHOWN);
}

/** "CP-7F3K2M (Delay or no-show, booking NX-…): in progress, high priority. Our team answers by 6 pm today." */
function describe(ctx: Ctx, row: ComplaintDetail, update: ComplaintUpdateRow | undefined): string {
  const about = row.bookingNumber ? `, booking ${row.bookingNumber}` : '';
  const state = isSettled(row.status) ? STATUS[row.status] : `${STATUS[row.status]}, ${row.priorityBand} priority`;
  return [`${row.number} (${CATEGORIES[row.category]}${about}): ${state}.`, nextStep(ctx, row), said(ctx, update)]
    .filter(Boolean)
    .join(' ');
}

/** Who does what next, and by when. */
function nextStep(ctx: Ctx, row: ComplaintDetail): string {
  const who = roleName(escalationRole(row.escalationLevel));
  const Who = who.charAt(0).toUpperCase() + who.slice(1);
  if (isSettled(row.status)) return '';
  const due = row.firstRespondedAt ? row.resolutionDueAt : row.firstResponseDueAt;
  const deed = row.firstRespondedAt ? 'settle it' : 'answer';
  if (isOverdue(row, ctx.now) && due < ctx.now)
    return `I am sorry: ${who} should have ${row.firstRespondedAt ? 'settled it' : 'answered'} by ${momentLabel(ctx, due)}.`;
  if (row.status === 'waiting_for_customer') return 'We need a word from you to go on.';
  return `${Who} will ${deed} by ${momentLabel(ctx, due)}.`;
}

function said({ now, company: { timeZone } }: Ctx, update: ComplaintUpdateRow | undefined): string {
  if (!update) return '';
  const day = onDay(dayLabel(localOf(update.createdAt, timeZone).date, now, timeZone));
  const who = { customer: 'You', staff: 'Our team', system: 'We' }[update.authorKind];
  return `${who} wrote ${day}: “${shortened(update.text)}”`;
}

const MOST_CHARACTERS = 300;

/** On one line, and no longer than a talk bears. */
function shortened(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return letters.length <= MOST_CHARACTERS ? letters.join('') : `${letters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}

function updateSource(update: ComplaintUpdateRow | undefined): Source[] {
  if (!update) return [];
  const { id, kind } = update;
  const fields = { kind, text: shortened(update.text) };
  return [{ kind: 'row', table: 'complaint_updates', id, label: 'What was written on it', fields }];
}

/** The way up, for the first complaint whose time was missed and that may go up. */
async function suggestionsFor(ctx: Ctx, shown: readonly ComplaintDetail[]): Promise<AskOption[]> {
  for (const row of shown) {
    if (!isOverdue(row, ctx.now)) continue;
    const { problem } = await previewEscalation(ctx, row.id);
    if (!problem) return [{ label: `Escalate ${row.number}`, text: `Escalate complaint ${row.number}` }];
  }
  return [];
}
