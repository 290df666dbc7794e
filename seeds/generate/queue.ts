import { queueItemOf } from '#src/services/complaints/queue-item.ts';
import type { SeededBooking } from './bookings.ts';
import { COMPANY_ID } from './company.ts';
import type { ConversationRows } from './conversations.ts';
import { seedId } from './random.ts';
import type { ComplaintRow, QueueRow, RefundRow } from './rows.ts';
import type { Team } from './staff.ts';

const ITEMS = 100;
/** Of 100: less than the mildest complaint that somebody is upset about. */
const SCORES = { handoff: 45, pending: 35, refund: 40 };
const DAY_MS = 86_400_000;

/** 100 items: all that waits for a person now, and, newest first, what did. */
export function generateQueue(
  facts: {
    bookings: readonly SeededBooking[];
    refunds: RefundRow[];
    complaints: ComplaintRow[];
    talks: ConversationRows;
  },
  now: Date,
  team: Team,
): QueueRow[] {
  const items = [...complaintItems(facts.complaints), ...bookingItems(facts), ...handoffItems(facts.talks, now, team)];
  const open = items.filter((item) => item.status !== 'done');
  const done = items
    .filter((item) => item.status === 'done')
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const kept = [...open, ...done].slice(0, ITEMS);
  if (kept.length < ITEMS) throw new Error(`There are only ${kept.length} things for the queue.`);
  return kept.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

function complaintItems(complaints: readonly ComplaintRow[]): QueueRow[] {
  return complaints.map((row) => {
    const item = queueItemOf(row);
    return {
      id: seedId('que', row.createdAt, row.id),
      companyId: COMPANY_ID,
      subjectType: item.subjectType,
      subjectId: item.subjectId,
      userId: row.userId,
      priorityScore: item.priorityScore,
      summary: item.summary,
      status: item.status ?? 'waiting',
      assignedTo: row.assignedTo,
      dueAt: item.dueAt ?? null,
      doneAt: item.doneAt ?? null,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    };
  });
}

/** Bookings that nobody has confirmed yet, and cancelled ones with a refund to be decided. */
function bookingItems(facts: { bookings: readonly SeededBooking[]; refunds: RefundRow[] }): QueueRow[] {
  const refunds = new Map(facts.refunds.map((row) => [row.bookingId, row]));
  return facts.bookings.flatMap(({ row }): QueueRow[] => {
    const refund = refunds.get(row.id);
    const isRefund = refund?.status === 'waiting_for_approval';
    if (!isRefund && row.status !== 'pending') return [];
    const createdAt = isRefund ? refund.createdAt : row.createdAt;
    return [
      {
        id: seedId('que', createdAt, row.id),
        companyId: COMPANY_ID,
        subjectType: 'booking',
        subjectId: row.id,
        userId: row.userId,
        priorityScore: isRefund ? SCORES.refund : SCORES.pending,
        summary: `${row.number}: ${isRefund ? 'a refund waits for approval' : 'waits for a confirmation'}`,
        status: 'waiting',
        assignedTo: null,
        dueAt: isRefund ? new Date(createdAt.getTime() + 2 * DAY_MS) : row.startsAt,
        doneAt: null,
        createdAt,
        updatedAt: createdAt,
      },
    ];
  });
}

/** Conversations of customers who asked for a person: called back within the day. */
function handoffItems(talks: ConversationRows, now: Date, team: Team): QueueRow[] {
  const asked = new Set(
    talks.messages.flatMap((row) => (row.intents?.some(({ name }) => name === 'handoff') ? [row.conversationId] : [])),
  );
  return talks.conversations
    .filter((row) => asked.has(row.id))
    .map((row): QueueRow => {
      const createdAt = row.lastMessageAt;
      const dueAt = new Date(createdAt.getTime() + DAY_MS);
      const isDone = dueAt < now;
      const doneAt = isDone ? new Date(createdAt.getTime() + DAY_MS / 4) : null;
      return {
        id: seedId('que', createdAt, row.id),
        companyId: COMPANY_ID,
        subjectType: 'conversation',
        subjectId: row.id,
        userId: row.userId,
        priorityScore: SCORES.handoff,
        summary: 'Asked for a person in the chat',
        status: isDone ? 'done' : 'waiting',
        assignedTo: isDone ? team.agent.id : null,
        dueAt: isDone ? null : dueAt,
        doneAt,
        createdAt,
        updatedAt: doneAt ?? createdAt,
      };
    });
}
