import type { Ctx } from '#src/context.ts';
import { selectOverdueComplaints } from '#src/db/queries/complaints.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';
import { announceEscalation } from './announce-escalation.ts';
import { changeComplaint } from './change-complaint.ts';
import { escalationOf } from './escalate-complaint.ts';
import { COMPLAINT_POLICY, escalationProblem } from './policy.ts';

const BATCH = 200;

/**
 * Takes every complaint of the company whose promised time has run out up one level, once each time that it runs out.
 * Each in its own transaction; safe to repeat and to run twice at once.
 * @returns the numbers of those that were escalated now
 * @throws AppError forbidden for anybody but the system
 */
export async function escalateOverdueComplaints(ctx: Ctx): Promise<string[]> {
  authorise(ctx, 'system');
  const { now } = ctx;
  const where = { companyId: ctx.company.id, now, belowLevel: COMPLAINT_POLICY.escalationRoles.length, limit: BATCH };
  const escalated: string[] = [];
  for (let afterId = ''; ;) {
    const found = await selectOverdueComplaints(ctx.db, { ...where, afterId });
    for (const { complaint, lastEscalatedAt } of found) {
      if (escalationProblem({ ...complaint, lastEscalatedAt }, 'system', now)) continue;
      if (await escalate(ctx, complaint.id)) escalated.push(complaint.number);
    }
    const last = found.at(-1);
    if (!last || found.length < BATCH) return escalated;
    afterId = last.complaint.id;
  }
}

/** False when somebody else has dealt with it since it was found. */
async function escalate(ctx: Ctx, ref: string): Promise<boolean> {
  try {
    const { complaint } = await changeComplaint(ctx, { ref }, (row, tx) =>
      escalationOf(tx, row, { by: 'system', reason: undefined, now: ctx.now }),
    );
    await announceEscalation(ctx, complaint);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-allowed') return false;
    throw error;
  }
}
