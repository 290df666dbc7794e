import type { Ctx } from '#src/context.ts';
import { selectStaffPage, type StaffRow } from '#src/db/queries/staff.ts';
import { decodeCursor, pageOf, type Page } from '#src/pagination.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { noteLook } from './note-look.ts';
import { ListStaffInput } from './schemas.ts';

/** Accounts of the operations side, newest first; the look is noted. @throws AppError unauthenticated | forbidden | invalid */
export async function listStaff(ctx: Ctx, raw: ListStaffInput): Promise<Page<StaffRow>> {
  authoriseStaff(ctx, 'staff.view');
  const { limit, cursor, status, role, q } = parse(ListStaffInput, raw);
  const filter = { companyId: ctx.company.id, status, role, q };
  const rows = await selectStaffPage(ctx.db, { ...filter, beforeId: decodeCursor(cursor)?.id, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ id }) => ({ after: id, id }));
  await noteLook(
    ctx,
    'staff.listed',
    page.items.map(({ id }) => id),
  );
  return page;
}
