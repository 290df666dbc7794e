import type { Ctx } from '#src/context.ts';
import { selectQueuedComplaints, type QueuedComplaint } from '#src/db/queries/priority-queue.ts';
import { pageOf, type Page } from '#src/pagination.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { scoreCursor } from './complaint-cursor.ts';
import { noteLook } from './note-look.ts';
import { ListQueueInput } from './schemas.ts';

/**
 * The complaints that wait for a person or are being worked on, most pressing first. One query, and one that
 * notes the look.
 * @throws AppError unauthenticated | forbidden | invalid
 */
export async function listQueuedComplaints(ctx: Ctx, raw: ListQueueInput): Promise<Page<QueuedComplaint>> {
  authoriseStaff(ctx, 'complaints.view');
  const { limit, cursor, status } = parse(ListQueueInput, raw);
  const after = scoreCursor(cursor);
  const rows = await selectQueuedComplaints(ctx.db, {
    companyId: ctx.company.id,
    status,
    after: after && { score: after.value, id: after.id },
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, ({ item }) => ({ after: item.priorityScore, id: item.id }));
  await noteLook(
    ctx,
    page.items.map(({ complaint }) => complaint),
  );
  return page;
}
