import type { Ctx } from '#src/context.ts';
import { selectActivity, type ActivityRow } from '#src/db/queries/activity.ts';
import { decodeInstant, pageOf, type Page } from '#src/pagination.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { ListActivityInput } from './schemas.ts';

/** What staff have done, newest first. One query. @throws AppError unauthenticated | forbidden | invalid */
export async function listActivity(ctx: Ctx, raw: ListActivityInput): Promise<Page<ActivityRow>> {
  authoriseStaff(ctx, 'audit.view');
  const { limit, cursor, ...filter } = parse(ListActivityInput, raw);
  const after = decodeInstant(cursor);
  const rows = await selectActivity(ctx.db, { ...filter, companyId: ctx.company.id, after, limit: limit + 1 });
  return pageOf(rows, limit, ({ createdAt, id }) => ({ after: createdAt.getTime(), id }));
}
