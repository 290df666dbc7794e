import { and, asc, desc, eq, gt, isNull, lt, lte, or } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { complaints, priorityQueue, users } from '../schema/index.ts';
import { assignees, type ComplaintRow } from './complaints.ts';

export type QueueItemRow = typeof priorityQueue.$inferSelect;
export type QueueItemValues = Omit<QueueItemRow, 'id' | 'createdAt' | 'updatedAt'>;

/** Puts a subject into the queue, or changes what is there of it already. */
export async function saveQueueItem(db: Db, item: QueueItemValues & { id: string; at: Date }): Promise<void> {
  const { id, at, ...values } = item;
  const { priorityScore, summary, status, assignedTo, dueAt, doneAt } = values;
  await db
    .insert(priorityQueue)
    .values({ ...values, id, createdAt: at, updatedAt: at })
    .onDuplicateKeyUpdate({ set: { priorityScore, summary, status, assignedTo, dueAt, doneAt, updatedAt: at } });
}

export interface QueuedComplaint {
  item: QueueItemRow;
  complaint: ComplaintRow;
  customerName: string;
  assigneeName: string | null;
}

/** Complaints that wait for a person or are being worked on, most pressing first, older before newer. One query. */
export async function selectQueuedComplaints(
  db: Db,
  input: {
    companyId: string;
    status?: 'waiting' | 'claimed' | undefined;
    after?: { score: number; id: string } | undefined;
    limit: number;
  },
): Promise<QueuedComplaint[]> {
  const { after } = input;
  return db
    .select({ item: priorityQueue, complaint: complaints, customerName: users.name, assigneeName: assignees.name })
    .from(priorityQueue)
    .innerJoin(complaints, eq(complaints.id, priorityQueue.subjectId))
    .innerJoin(users, eq(users.id, complaints.userId))
    .leftJoin(assignees, eq(assignees.id, complaints.assignedTo))
    .where(
      and(
        eq(priorityQueue.companyId, input.companyId),
        eq(priorityQueue.subjectType, 'complaint'),
        // What is done has its time: this is what the index of the queue begins with.
        isNull(priorityQueue.doneAt),
        input.status && eq(priorityQueue.status, input.status),
        after && lte(priorityQueue.priorityScore, after.score),
        after && or(lt(priorityQueue.priorityScore, after.score), gt(priorityQueue.id, after.id)),
      ),
    )
    .orderBy(desc(priorityQueue.priorityScore), asc(priorityQueue.id))
    .limit(input.limit);
}
