import type { Ctx } from '#src/context.ts';
import type { ComplaintDetail } from '#src/db/queries/complaints.ts';
import { raiseComplaint } from '#src/services/complaints/raise-complaint.ts';
import type { Part } from '#src/turn.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import { emergencyAdvice, isDanger } from './danger.ts';
import type { Draft } from './draft.ts';
import { bookingSourceOf, complaintCard } from './quote.ts';
import { complaintSource, momentLabel, policySource } from './words.ts';

/** Raises what the customer agreed to, or a danger at once, and says its number and by when it is answered. */
export async function raise(ctx: Ctx, input: AgentInput, draft: Draft, notes: readonly string[]): Promise<AgentResult> {
  const { details = '', category = 'other', booking, attachments } = draft;
  const said = {
    category,
    description: details,
    sentiment: Math.min(0, draft.sentiment),
    attachmentIds: attachments.map(({ id }) => id),
    ...(booking && { bookingId: booking.id }),
  };
  const { complaint, eventId } = await input.call('raise_complaint', said, (effectKey) =>
    raiseComplaint(ctx, { ...said, turnId: input.turnId, effectKey }),
  );
  const { id, number } = complaint;
  const handoff = handoffFor(complaint, details);
  return {
    agent: 'complaint',
    status: 'done',
    parts: [receiptPart(ctx, draft, complaint, notes)],
    effects: [{ type: 'complaint.raised', id, number, eventId }],
    frame: null,
    topic: { slots: { complaintId: id, ...(booking && { bookingId: booking.id }) } },
    card: complaintCard(draft, {
      ...{ type: 'complaint_receipt', number, band: complaint.priorityBand },
      answerBy: momentLabel(ctx, complaint.firstResponseDueAt),
      settledBy: momentLabel(ctx, complaint.resolutionDueAt),
    }),
    ...(handoff && { handoff }),
    suggestions: [{ label: 'Its status', text: `What is the status of complaint ${number}?` }],
  };
}

function receiptPart(ctx: Ctx, draft: Draft, complaint: ComplaintDetail, notes: readonly string[]): Part {
  const { number, firstResponseDueAt, resolutionDueAt } = complaint;
  const { details = '' } = draft;
  const text = [
    ...(isDanger(details) ? [emergencyAdvice(details)] : []),
    ...notes,
    `Raised. Your complaint number is ${number}. Our team answers by ${momentLabel(ctx, firstResponseDueAt)} and settles ` +
      `it by ${momentLabel(ctx, resolutionDueAt)}.`,
  ].join(' ');
  return { agent: 'complaint', text, sources: [complaintSource(complaint), policySource, ...bookingSourceOf(draft)] };
}

/** Danger and what is critical are for people at once. */
function handoffFor({ number, priorityBand }: ComplaintDetail, details: string): AgentResult['handoff'] {
  const summary = `${number}: ${details}`;
  if (isDanger(details)) return { reason: 'safety', summary };
  return priorityBand === 'critical' ? { reason: 'complaint_critical', summary } : undefined;
}
