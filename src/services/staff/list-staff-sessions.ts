import type { Ctx } from '#src/context.ts';
import { selectStaffSessions, type StaffSessionRow } from '#src/db/queries/staff-sessions.ts';
import { decodeCursor, pageOf, type Page } from '#src/pagination.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { findStaff } from './lock-staff.ts';
import { noteLook } from './note-look.ts';
import { ListSessionsInput } from './schemas.ts';

/**
 * Sessions of staff that still run, newest first; the look is noted.
 * @throws AppError unauthenticated | forbidden | invalid | not-found (the account)
 */
export async function listStaffSessions(ctx: Ctx, raw: ListSessionsInput): Promise<Page<StaffSessionRow>> {
  authoriseStaff(ctx, 'staff.view');
  const { limit, cursor, userId } = parse(ListSessionsInput, raw);
  if (userId !== undefined) await findStaff(ctx.db, ctx, userId);
  const filter = { companyId: ctx.company.id, userId, now: ctx.now };
  const rows = await selectStaffSessions(ctx.db, { ...filter, beforeId: decodeCursor(cursor)?.id, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ id }) => ({ after: id, id }));
  await noteLook(
    ctx,
    'staff.sessions_listed',
    page.items.map(({ user }) => user.id),
  );
  return page;
}
