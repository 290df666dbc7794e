import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import type { HandoffRow } from '#src/db/queries/handoffs.ts';
import { saveQueueItem } from '#src/db/queries/priority-queue.ts';
import { newId } from '#src/ids.ts';

const QUEUE_STATUS = { waiting: 'waiting', active: 'claimed', ended: 'done' } as const;
/** Characters of the queue's summary. */
const LENGTH = 255;

/** A conversation's place in the queue of what waits for a person; it follows from its handoff. */
export async function saveHandoffInQueue(
  tx: Transaction,
  ctx: Ctx,
  handoff: Pick<HandoffRow, 'companyId' | 'conversationId' | 'score' | 'summary' | 'status' | 'takenBy'>,
  userId: string | null = null,
): Promise<void> {
  const { companyId, conversationId, score, summary, status, takenBy } = handoff;
  await saveQueueItem(tx, {
    ...{ id: newId('queueItem', ctx.now), companyId, subjectType: 'conversation', subjectId: conversationId, userId },
    ...{ priorityScore: score, summary: Array.from(summary).slice(0, LENGTH).join(''), dueAt: null },
    ...{ status: QUEUE_STATUS[status], assignedTo: takenBy, doneAt: status === 'ended' ? ctx.now : null, at: ctx.now },
  });
}
