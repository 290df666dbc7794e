import { ulid } from 'ulid';
import type { Ctx } from '#src/context.ts';
import type { ComplaintDetail } from '#src/db/queries/complaints.ts';
import { AppError } from '#src/errors.ts';
import { escalateComplaint } from '#src/services/complaints/escalate-complaint.ts';
import { escalationRole, isSettled } from '#src/services/complaints/policy.ts';
import { previewEscalation, type EscalationPreview } from '#src/services/complaints/preview-escalation.ts';
import type { AskOption, Source } from '#src/turn.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import { saysAdd } from './add-update.ts';
import { choicesOf, findComplaint, namedIn } from './find-complaint.ts';
import { ask, askToSignIn, askWhichComplaint, type Question } from './questions.ts';
import { runRaise } from './run-raise.ts';
import { complaintSource, momentLabel, policySource, roleName } from './words.ts';

/** What an escalation under way knows. JSON only: it lives in the frame. */
interface Draft {
  complaintId?: string;
  number?: string;
  reason?: string;
}

const MOST_CHARACTERS = 1_900;

/** Finds the complaint, says to whom it would go, and takes it there when the customer agrees. */
export async function runEscalation(ctx: Ctx, input: AgentInput): Promise<AgentResult> {
  const { frame, commands } = input;
  if (!frame && saysAdd(input.text)) return runRaise(ctx, { ...input, intent: 'raise_complaint' });
  const draft: Draft = { ...(frame?.slots as Draft | undefined) };
  const has = (type: string) => commands.some((command) => command.type === type);
  const named = namedIn(commands, input.context?.slots);
  const isNamed = named.number !== undefined || named.isLast === true || named.bookingNumber !== undefined;
  for (const command of commands)
    if (command.type === 'set' && command.value.slot === 'details')
      draft.reason = Array.from(command.value.value.trim()).slice(0, MOST_CHARACTERS).join('');

  if (has('cancel') || (has('deny') && frame?.expecting?.slot === 'confirm' && !isNamed))
    return ended('Okay, it stays as it is.', 'answered');
  if (ctx.actor.kind === 'staff') return ended('Complaints are escalated by staff in the operations desk.', 'refused');
  if (ctx.actor.kind === 'guest')
    return asking(input, draft, askToSignIn('Please sign in so that I can find your complaint.'), { understood: true });

  const wasAsked = frame?.expecting?.slot === 'confirm' && draft.complaintId !== undefined;
  if (wasAsked && has('affirm') && !isNamed) return escalate(ctx, input, draft, draft.complaintId ?? '');
  if (isNamed || draft.complaintId === undefined) {
    const found = await findComplaint(ctx, named);
    if (found.kind === 'none') return ended(found.note, 'refused', [], RAISE);
    if (found.kind === 'several') {
      const understood = !frame || has('start') || isNamed;
      const question = askWhichComplaint('Which complaint shall I escalate?', choicesOf(found.complaints));
      return asking(input, draft, question, { understood });
    }
    draft.complaintId = found.complaint.id;
    draft.number = found.complaint.number;
  }
  const preview = await previewEscalation(ctx, draft.complaintId);
  if (preview.problem) return refused(ctx, preview);
  const understood = !frame || isNamed || has('start') || has('set') || has('affirm');
  return asking(input, draft, askToConfirm(preview), { understood, sources: [complaintSource(preview.complaint)] });
}

const RAISE: AskOption[] = [{ label: 'Raise a complaint', text: 'I want to raise a complaint' }];

function askToConfirm({ complaint: { number, status }, role }: EscalationPreview): Question {
  const again = isSettled(status) ? ' It was settled; this takes it up again.' : '';
  const question = ask('confirm', `I can take complaint ${number} to ${roleName(role)}.${again} Shall I escalate it?`);
  const options = [
    { label: 'Escalate it', text: 'Yes, escalate it' },
    { label: 'Leave it', text: 'Never mind' },
  ];
  return {
    ...question,
    prompt: {
      text: question.prompt.text,
      reminder: `shall I escalate complaint ${number} to ${roleName(role)}?`,
      ask: { kind: 'confirm', slot: 'confirm', options },
    },
  };
}

async function escalate(ctx: Ctx, input: AgentInput, draft: Draft, complaintId: string): Promise<AgentResult> {
  const { reason } = draft;
  const args = { complaintId, ...(reason && { reason }) };
  try {
    const { complaint, eventId } = await input.call('escalate_complaint', args, (effectKey) =>
      escalateComplaint(ctx, complaintId, { ...(reason && { reason }), turnId: input.turnId, effectKey }),
    );
    const { id, number, escalationLevel } = complaint;
    const text = `Escalated. Complaint ${number} is now with ${roleName(escalationRole(escalationLevel))}. ${promise(ctx, complaint)}`;
    return {
      ...ended(text, 'done', [complaintSource(complaint)]),
      effects: [{ type: 'complaint.escalated', id, number, eventId }],
      topic: topicOf(complaint),
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-allowed') throw error;
    return refused(ctx, await previewEscalation(ctx, complaintId));
  }
}

/** By when the next thing happens; nothing is promised that is past already. */
function promise(ctx: Ctx, { firstRespondedAt, firstResponseDueAt, resolutionDueAt }: ComplaintDetail): string {
  const due = firstRespondedAt || firstResponseDueAt < ctx.now ? resolutionDueAt : firstResponseDueAt;
  if (due < ctx.now) return 'It is near the top of the queue.';
  return due === resolutionDueAt
    ? `It is to be settled by ${momentLabel(ctx, due)}.`
    : `You get an answer by ${momentLabel(ctx, due)}.`;
}

/** Why it may not go up now, and from when it may. */
function refused(ctx: Ctx, { complaint, problem, from }: EscalationPreview): AgentResult {
  const { number, escalationLevel } = complaint;
  const who = roleName(escalationRole(escalationLevel));
  const text = {
    'too-soon': `Complaint ${number} is with ${who} already. You can ask for the next level from ${momentLabel(ctx, from ?? ctx.now)}.`,
    highest: `Complaint ${number} is with ${who}, the highest level, already.`,
    settled: `Complaint ${number} is settled, and too long ago to be taken up again. I can raise a new one.`,
    'not-overdue': `Complaint ${number} is in time: nothing is overdue.`,
  }[problem ?? 'not-overdue'];
  const result = ended(`${text} ${problem === 'settled' ? '' : promise(ctx, complaint)}`.trim(), 'refused', [
    complaintSource(complaint),
    policySource,
  ]);
  return { ...result, topic: topicOf(complaint), ...(problem === 'settled' && { suggestions: RAISE }) };
}

const topicOf = ({ id, bookingId }: ComplaintDetail) => ({ slots: { complaintId: id, bookingId } });

function asking(
  { frame }: AgentInput,
  draft: Draft,
  { prompt, expecting }: Question,
  { understood, sources = [] }: { understood: boolean; sources?: Source[] },
): AgentResult {
  const sorry = understood ? '' : 'Sorry, I did not get that. ';
  return {
    ...{ agent: 'complaint', status: 'asking', effects: [] },
    parts: [{ agent: 'complaint', text: `${sorry}${prompt.text}`, sources }],
    frame: {
      id: frame?.id ?? `frm_${ulid().toLowerCase()}`,
      flow: 'escalate_complaint',
      agent: 'complaint',
      title: draft.number ? `escalating ${draft.number}` : 'escalating your complaint',
      slots: { ...draft },
      known: { ...(draft.number && { Complaint: draft.number }), ...(draft.reason && { Reason: draft.reason }) },
      expecting,
      prompt,
      attempts: understood ? 0 : (frame?.attempts ?? 0) + 1,
    },
  };
}

function ended(
  text: string,
  status: AgentResult['status'],
  sources: Source[] = [],
  suggestions?: AskOption[],
): AgentResult {
  return {
    ...{ agent: 'complaint', status, effects: [], frame: null, topic: null },
    parts: [{ agent: 'complaint', text, sources }],
    ...(suggestions && { suggestions }),
  };
}
