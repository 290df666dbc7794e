import type { Ctx } from '#src/context.ts';
import type { PriorityBand } from '#src/db/queries/complaints.ts';
import { previewComplaint } from '#src/services/complaints/preview-complaint.ts';
import type { AskOption, Card, Source } from '#src/turn.ts';
import type { Draft } from './draft.ts';
import type { Question } from './questions.ts';
import { CATEGORIES, momentLabel, policySource } from './words.ts';

export const CONFIRM_ACTIONS: AskOption[] = [
  { label: 'Raise it', text: 'Yes, raise it' },
  { label: 'Change', text: 'I want to change something' },
  { label: 'Cancel', text: 'Never mind' },
];

/** Shows what would be raised, how pressing it is and by when it is answered, and asks for the confirmation. */
export async function quote(ctx: Ctx, draft: Draft): Promise<{ question: Question; sources: Source[] }> {
  const { category = 'other', booking, sentiment } = draft;
  const scored = await previewComplaint(ctx, {
    category,
    sentiment: Math.min(0, sentiment),
    bookingValuePaise: booking?.totalPaise ?? 0,
  });
  const band = scored.priorityBand;
  const answerBy = momentLabel(ctx, scored.firstResponseDueAt);
  const settledBy = momentLabel(ctx, scored.resolutionDueAt);
  const card = complaintCard(draft, { type: 'complaint_quote', number: '', band, answerBy, settledBy });
  const text =
    `I will pass this on as a complaint: ${subjectOf(draft)}. It gets ${band} priority: our team answers by ` +
    `${answerBy} and settles it by ${settledBy}. Shall I raise it?`;
  return {
    question: {
      prompt: {
        text,
        reminder: `shall I raise the complaint (${subjectOf(draft)})?`,
        ask: { kind: 'confirm', slot: 'confirm', options: CONFIRM_ACTIONS },
        card,
      },
      expecting: { slot: 'confirm' },
    },
    sources: [policySource, ...bookingSourceOf(draft)],
  };
}

export function complaintCard(
  { details = '', category = 'other', booking, attachments }: Draft,
  facts: {
    type: 'complaint_quote' | 'complaint_receipt';
    number: string;
    band: PriorityBand;
    answerBy: string;
    settledBy: string;
  },
): Card {
  return {
    ...facts,
    about: booking ? `${booking.title} (${booking.number})` : 'No visit in particular',
    category: CATEGORIES[category],
    description: details,
    photos: attachments.length,
    actions: facts.type === 'complaint_quote' ? CONFIRM_ACTIONS : [],
  };
}

/** "Something was damaged – Tap repair on Thu 19 Nov (NX-7F3K4M), with 2 files". */
export function subjectOf({ category = 'other', booking, attachments }: Draft): string {
  const about = booking ? ` – ${booking.title} (${booking.number})` : '';
  const files =
    attachments.length === 0 ? '' : `, with ${attachments.length === 1 ? 'a file' : `${attachments.length} files`}`;
  return `${CATEGORIES[category]}${about}${files}`;
}

export function bookingSourceOf({ booking }: Draft): Source[] {
  if (!booking) return [];
  const { id, number, totalPaise } = booking;
  return [{ kind: 'row', table: 'bookings', id, label: `Booking ${number}`, fields: { totalPaise } }];
}
