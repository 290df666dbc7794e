import { addDays, instantOf } from '#src/clock.ts';
import type { Ctx } from '#src/context.ts';
import { selectComplaints, type ComplaintDetail, type ComplaintOrder } from '#src/db/queries/complaints.ts';
import { pageOf, type Page } from '#src/pagination.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { instantCursor, scoreCursor } from './complaint-cursor.ts';
import { noteLook } from './note-look.ts';
import { ListAllComplaintsInput } from './schemas.ts';

/**
 * The company's complaints, for staff: filtered, searched and sorted. One query, and one that notes the look.
 * @throws AppError unauthenticated | forbidden | invalid
 */
export async function listAllComplaints(ctx: Ctx, raw: ListAllComplaintsInput): Promise<Page<ComplaintDetail>> {
  const actor = authoriseStaff(ctx, 'complaints.view');
  const { limit, cursor, sort, assignedTo, overdue, from, to, q, ...filter } = parse(ListAllComplaintsInput, raw);
  const by = sort.replace('-', '') as ComplaintOrder['by'];
  const { id: companyId, timeZone } = ctx.company;
  const rows = await selectComplaints(
    ctx.db,
    {
      ...filter,
      companyId,
      assignedTo: assignedTo === 'me' ? actor.id : assignedTo === 'none' ? null : assignedTo,
      overdue: overdue === undefined ? undefined : { is: overdue, now: ctx.now },
      from: from === undefined ? undefined : instantOf(from, 0, timeZone),
      before: to === undefined ? undefined : instantOf(addDays(to, 1), 0, timeZone),
      text: q,
    },
    { by, descending: sort.startsWith('-'), after: by === 'priority' ? scoreCursor(cursor) : instantCursor(cursor) },
    limit + 1,
  );
  const page = pageOf(rows, limit, (row) => ({
    after: by === 'priority' ? row.priorityScore : row[by].toISOString(),
    id: row.id,
  }));
  await noteLook(ctx, page.items);
  return page;
}
