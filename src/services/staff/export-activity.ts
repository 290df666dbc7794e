import type { Ctx } from '#src/context.ts';
import { selectActivity, type ActivityRow } from '#src/db/queries/activity.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { parse } from '../parse.ts';
import { recordActivity } from '../record-event.ts';
import { ExportActivityInput } from './schemas.ts';

/** What one file may hold. */
const MOST_ROWS = 10_000;

/**
 * The activity log of a period, newest first, to be taken away: that is in the log as well.
 * @throws AppError unauthenticated | forbidden | invalid | not-allowed (more than 10,000 entries)
 */
export async function exportActivity(ctx: Ctx, raw: ExportActivityInput): Promise<ActivityRow[]> {
  authoriseStaff(ctx, 'audit.export');
  const period = parse(ExportActivityInput, raw);
  const rows = await selectActivity(ctx.db, { ...period, companyId: ctx.company.id, limit: MOST_ROWS + 1 });
  if (rows.length > MOST_ROWS)
    throw new AppError({ code: 'not-allowed', detail: 'There are more than 10,000 entries: choose a shorter period.' });
  await recordActivity(ctx.db, ctx, {
    action: 'activity.exported',
    subject: { type: 'company', id: ctx.company.id },
    data: { from: period.from.toISOString(), to: period.to.toISOString(), entries: rows.length },
  });
  return rows;
}
