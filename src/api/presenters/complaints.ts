import type { AttachmentRow } from '#src/db/queries/attachments.ts';
import type { ComplaintDetail, ComplaintRow } from '#src/db/queries/complaints.ts';
import type { ComplaintUpdateDetail } from '#src/db/queries/complaint-updates.ts';
import type { QueuedComplaint } from '#src/db/queries/priority-queue.ts';
import { escalationRole, isOverdue, nextStatuses } from '#src/services/complaints/policy.ts';
import type {
  AttachmentItem,
  ComplaintBody,
  ListedComplaint,
  OpsComplaint,
  QueueItem,
  UpdateItem,
} from '../schemas/complaints.ts';

type Reader = { kind: 'customer' | 'staff' };

const clocksOf = (row: ComplaintRow) => ({
  firstResponseDueAt: row.firstResponseDueAt.toISOString(),
  ...(row.firstRespondedAt && { firstRespondedAt: row.firstRespondedAt.toISOString() }),
  resolutionDueAt: row.resolutionDueAt.toISOString(),
  ...(row.resolvedAt && { resolvedAt: row.resolvedAt.toISOString() }),
});

/** A complaint; who works on it is told to staff only. Depends on its version alone, so that the ETag holds. */
export function presentComplaint(
  row: ComplaintDetail & { attachments?: AttachmentRow[] },
  reader: Reader,
): ComplaintBody {
  const { id, number, category, description, status, priorityScore, priorityBand, escalationLevel, version } = row;
  const { bookingId, bookingNumber, assignedTo, assigneeName, resolution } = row;
  const escalatedTo = escalationRole(escalationLevel);
  return {
    ...{ id, number, category, description, status, priorityScore, priorityBand, escalationLevel },
    ...(escalatedTo && { escalatedTo }),
    ...(bookingId && bookingNumber && { booking: { id: bookingId, number: bookingNumber } }),
    ...clocksOf(row),
    ...(resolution && { resolution }),
    ...(reader.kind === 'staff' && {
      customer: { id: row.userId, name: row.customerName },
      ...(assignedTo && assigneeName && { assignedTo: { id: assignedTo, name: assigneeName } }),
    }),
    ...(row.attachments && { attachments: row.attachments.map(presentAttachment) }),
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export const presentAttachment = ({ id, name, contentType, bytes, createdAt }: AttachmentRow): AttachmentItem => ({
  ...{ id, name, contentType, bytes },
  createdAt: createdAt.toISOString(),
});

export function presentListed(row: ComplaintDetail, reader: Reader, now: Date): ListedComplaint {
  return { ...presentComplaint(row, reader), isOverdue: isOverdue(row, now) };
}

export function presentForOps(row: ComplaintDetail, reader: Reader, now: Date): OpsComplaint {
  return { ...presentListed(row, reader, now), nextStatuses: nextStatuses({ ...row, now }) };
}

export function presentQueueItem(
  { item, complaint, customerName, assigneeName }: QueuedComplaint,
  now: Date,
): QueueItem {
  const { assignedTo } = complaint;
  return {
    id: item.id,
    complaintId: complaint.id,
    number: complaint.number,
    category: complaint.category,
    complaintStatus: complaint.status,
    priorityScore: item.priorityScore,
    priorityBand: complaint.priorityBand,
    summary: item.summary,
    status: item.status === 'claimed' ? 'claimed' : 'waiting',
    escalationLevel: complaint.escalationLevel,
    customer: { id: complaint.userId, name: customerName },
    ...(assignedTo && assigneeName && { assignedTo: { id: assignedTo, name: assigneeName } }),
    ...clocksOf(complaint),
    isOverdue: isOverdue(complaint, now),
    version: complaint.version,
    createdAt: complaint.createdAt.toISOString(),
  };
}

/** What was written; customers are not told which of the staff wrote it. */
export function presentUpdate(row: ComplaintUpdateDetail, reader: Reader): UpdateItem {
  const { id, kind, text, isInternal, authorKind, authorName } = row;
  const named = authorName !== null && (reader.kind === 'staff' || authorKind === 'customer');
  return {
    ...{ id, kind, text, isInternal },
    author: { kind: authorKind, ...(named && { name: authorName }) },
    createdAt: row.createdAt.toISOString(),
  };
}
