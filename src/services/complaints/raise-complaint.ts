import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import {
  insertComplaint,
  selectBookingOf,
  selectComplaint,
  type ComplaintDetail,
  type ComplaintRow,
} from '#src/db/queries/complaints.ts';
import { saveQueueItem } from '#src/db/queries/priority-queue.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { attachToComplaint } from '../attachments/attach-to-complaint.ts';
import { authorise } from '../authorise.ts';
import { makeOnce } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { referenceNumber, withFreshNumber } from '../reference-number.ts';
import { noSuchComplaint, refOf } from './complaint-ref.ts';
import { queueItemOf } from './queue-item.ts';
import { RaiseComplaintInput } from './schemas.ts';
import { scoreComplaint } from './score-complaint.ts';

export interface ChangedComplaint {
  complaint: ComplaintDetail;
  /** The receipt. */
  eventId: string;
}

/**
 * Takes a customer's complaint down, with its priority and the times by which it is answered and settled, and puts it
 * into the queue.
 * @throws AppError unauthenticated | forbidden (staff) | invalid | not-found (the booking, an attachment)
 */
export async function raiseComplaint(ctx: Ctx, raw: RaiseComplaintInput): Promise<ChangedComplaint> {
  const actor = authorise(ctx, 'customer');
  const input = parse(RaiseComplaintInput, raw);
  const owner = { companyId: ctx.company.id, userId: actor.id };

  const work = async (tx: Transaction): Promise<ChangedComplaint> => {
    const booking = input.bookingId === undefined ? undefined : await ownBooking(tx, owner, input.bookingId);
    const said = { ...owner, category: input.category, sentiment: input.sentiment, createdAt: ctx.now };
    const scored = await scoreComplaint(tx, said, { bookingValuePaise: booking?.totalPaise ?? 0, now: ctx.now });
    const row: ComplaintRow = {
      ...said,
      ...scored,
      id: newId('complaint', ctx.now),
      number: referenceNumber('CP'),
      bookingId: booking?.id ?? null,
      description: input.description,
      status: 'open',
      assignedTo: null,
      escalationLevel: 0,
      firstRespondedAt: null,
      resolvedAt: null,
      resolution: null,
      version: 1,
      updatedAt: ctx.now,
    };
    await insertComplaint(tx, row);
    const { attachmentIds = [] } = input;
    await attachToComplaint(tx, ctx, { complaintId: row.id, attachmentIds });
    await saveQueueItem(tx, { ...queueItemOf(row), id: newId('queueItem', ctx.now), at: ctx.now });
    const { category, priorityScore, priorityBand, bookingId } = row;
    const eventId = await recordEvent(tx, ctx, {
      type: 'complaint.raised',
      subject: { type: 'complaint', id: row.id },
      ...{ turnId: input.turnId, effectKey: input.effectKey },
      data: { number: row.number, category, priorityScore, priorityBand, bookingId, attachments: attachmentIds.length },
    });
    const complaint = await selectComplaint(tx, { companyId: row.companyId, ref: { id: row.id } });
    if (!complaint) throw noSuchComplaint();
    return { complaint, eventId };
  };
  return makeOnce(ctx, input.effectKey, {
    again: ({ subjectId, eventId }) => complaintAgain(ctx, subjectId, eventId),
    make: () => withFreshNumber(() => inTransaction(ctx.db, work)),
  });
}

/** What a change of an earlier run of the same turn gave: its receipt, and the complaint as it is now. */
export async function complaintAgain(ctx: Ctx, id: string, eventId: string): Promise<ChangedComplaint> {
  const complaint = await selectComplaint(ctx.db, { companyId: ctx.company.id, ref: { id } });
  if (!complaint) throw noSuchComplaint();
  return { complaint, eventId };
}

async function ownBooking(
  tx: Transaction,
  owner: { companyId: string; userId: string },
  bookingId: string,
): Promise<{ id: string; totalPaise: number }> {
  const detail = 'There is no such booking in your account.';
  const booking = await selectBookingOf(tx, { ...owner, ref: refOf(bookingId, detail) });
  if (!booking) throw new AppError({ code: 'not-found', detail });
  return booking;
}
