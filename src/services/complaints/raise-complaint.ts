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
import { authorise } from '../authorise.ts';
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
 * @throws AppError unauthenticated | forbidden (staff) | invalid | not-found (the booking)
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
    await saveQueueItem(tx, { ...queueItemOf(row), id: newId('queueItem', ctx.now), at: ctx.now });
    const { category, priorityScore, priorityBand, bookingId } = row;
    const eventId = await recordEvent(tx, ctx, {
      type: 'complaint.raised',
      subject: { type: 'complaint', id: row.id },
      turnId: input.turnId,
      data: { number: row.number, category, priorityScore, priorityBand, bookingId },
    });
    const complaint = await selectComplaint(tx, { companyId: row.companyId, ref: { id: row.id } });
    if (!complaint) throw noSuchComplaint();
    return { complaint, eventId };
  };
  return withFreshNumber(() => inTransaction(ctx.db, work));
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
