import type { Ctx } from '#src/context.ts';
import { selectStaffPage, type StaffRow } from '#src/db/queries/staff.ts';
import { pageOf, type Page } from '#src/pagination.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { idAfter } from './read-cursor.ts';
import { ListStaffInput } from './schemas.ts';

/** Accounts of the operations side, newest first. One query. @throws AppError unauthenticated | forbidden | invalid */
export async function listStaff(ctx: Ctx, raw: ListStaffInput): Promise<Page<StaffRow>> {
  authoriseStaff(ctx, 'staff.view');
  const { limit, cursor, status, role, q } = parse(ListStaffInput, raw);
  const filter = { companyId: ctx.company.id, status, role, q };
  const rows = await selectStaffPage(ctx.db, { ...filter, beforeId: idAfter(cursor), limit: limit + 1 });
  return pageOf(rows, limit, ({ id }) => ({ after: id, id }));
}
