import type { ComplaintRow } from '#src/db/queries/complaints.ts';
import type { QueueItemValues } from '#src/db/queries/priority-queue.ts';
import { COMPLAINT_POLICY, isSettled } from './policy.ts';

/** A complaint's place in the queue of what waits for a person; it follows from the complaint alone. */
export function queueItemOf(it: ComplaintRow): QueueItemValues {
  const settled = isSettled(it.status);
  return {
    companyId: it.companyId,
    subjectType: 'complaint',
    subjectId: it.id,
    userId: it.userId,
    priorityScore: Math.min(100, it.priorityScore + COMPLAINT_POLICY.escalationPoints * it.escalationLevel),
    summary: `${it.number}, ${it.category}: ${shortened(it.description)}`,
    status: settled ? 'done' : it.assignedTo ? 'claimed' : 'waiting',
    assignedTo: it.assignedTo,
    dueAt: settled ? null : it.firstRespondedAt ? it.resolutionDueAt : it.firstResponseDueAt,
    doneAt: settled ? it.resolvedAt : null,
  };
}

const MAX = 160;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  // By code points: half an emoji is not a character.
  const points = Array.from(line);
  return points.length <= MAX ? line : `${points.slice(0, MAX - 1).join('')}…`;
}
