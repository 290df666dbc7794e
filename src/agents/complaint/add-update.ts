import type { Ctx } from '#src/context.ts';
import type { ComplaintDetail } from '#src/db/queries/complaints.ts';
import { AppError } from '#src/errors.ts';
import { addComplaintUpdate } from '#src/services/complaints/add-complaint-update.ts';
import { isSettled } from '#src/services/complaints/policy.ts';
import type { AgentInput, AgentResult } from '../contract.ts';
import { emergencyAdvice, isDanger } from './danger.ts';
import type { Draft } from './draft.ts';
import { dropLostFiles } from './take-files.ts';
import { complaintSource, momentLabel } from './words.ts';

/** "Add it to my complaint", "add this photo to complaint CP-7F3K2M". */
const target = String.raw`(?:to|in|on|into)\s+(?:(?:my|the|that|this|same|existing|earlier|old|open|previous|current|last)\s+)*(?:complaint|ticket|case)\b`;
const verb = String.raw`\b(?:add|attach|include|note|write|put|append)\b`;
const addition = new RegExp(
  String.raw`${verb}.{0,60}\b${target}|\b(?:complaint|ticket)\s+(?:me|mein|mai)\s+(?:\w+\s+)?(?:add|jod|likh)`,
  'i',
);
/** The order itself, which is no news for whoever reads the complaint. */
const order = new RegExp(
  String.raw`[\s,;.–-]*(?:\b(?:and|so|please|pls|kindly|can you|could you|i (?:want|would like|need) (?:you )?to|i'd like to)\s+)*${verb}\s+` +
    String.raw`(?:(?:it|this|that|them|these|my|the|also|too|a|an|one|some|more|another|something|things?|details?|information|photos?|pictures?|pics?|images?|bills?|files?|documents?)\s+)*` +
    String.raw`${target}(?:\s+(?:please|pls|too|also|number|no\.?|cp-?\w{6}\b))*[\s:,.!–-]*`,
  'i',
);

export const saysAdd = (text: string): boolean => addition.test(text);

/** What is told beside the order to add it. */
export const withoutOrder = (text: string): string => text.replace(order, ' ').replace(/\s+/g, ' ').trim();

/** Writes what the customer tells on a complaint of theirs, with the files that came along. */
export async function addUpdate(
  ctx: Ctx,
  input: AgentInput,
  draft: Draft,
  complaint: ComplaintDetail,
): Promise<AgentResult> {
  const { id, number, bookingId } = complaint;
  const attachmentIds = draft.attachments.map((attachment) => attachment.id);
  const { details = '' } = draft;
  const text = details || 'Files added.';
  const finished = { agent: 'complaint', frame: null, topic: { slots: { complaintId: id, bookingId } } };
  const part = (words: string) => [{ agent: 'complaint', text: words, sources: [complaintSource(complaint)] }];
  try {
    const { eventId } = await input.call(
      'add_complaint_update',
      { complaintId: id, text, attachmentIds },
      (effectKey) => addComplaintUpdate(ctx, id, { text, attachmentIds, turnId: input.turnId, effectKey }),
    );
    const files = attachmentIds.length > 0 ? ', with your files' : '';
    const answer = complaint.firstRespondedAt
      ? `It is to be settled by ${momentLabel(ctx, complaint.resolutionDueAt)}.`
      : `Our team answers by ${momentLabel(ctx, complaint.firstResponseDueAt)}.`;
    return {
      ...{ ...finished, status: 'done' },
      parts: part(
        [
          ...(isDanger(details) ? [emergencyAdvice(details)] : []),
          `I have added this to complaint ${number}${files}.`,
          ...(isSettled(complaint.status) ? [] : [answer]),
        ].join(' '),
      ),
      ...(isDanger(details) && { handoff: { reason: 'safety' as const, summary: `${number}: ${details}` } }),
      effects: [{ type: 'complaint.updated', id, number, eventId }],
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'not-found' && attachmentIds.length > 0) {
      await dropLostFiles(ctx, draft);
      if (draft.attachments.length < attachmentIds.length) return addUpdate(ctx, input, draft, complaint);
    }
    if (error.code !== 'not-allowed') throw error;
    return {
      ...{ ...finished, status: 'refused', effects: [] },
      parts: part(`${error.detail ?? ''} I can raise a new complaint instead.`.trim()),
      suggestions: [{ label: 'Raise a new complaint', text: 'I want to raise a new complaint' }],
    };
  }
}
