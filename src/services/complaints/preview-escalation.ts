import type { Ctx } from '#src/context.ts';
import { selectLastEscalation } from '#src/db/queries/complaint-updates.ts';
import { selectComplaint, type ComplaintDetail } from '#src/db/queries/complaints.ts';
import { authorise } from '../authorise.ts';
import { noSuchComplaint, refOf } from './complaint-ref.ts';
import { askAgainAt, escalationProblem, escalationRole, type EscalationProblem } from './policy.ts';

export interface EscalationPreview {
  complaint: ComplaintDetail;
  /** Slug of the role that it would go to. */
  role: string | undefined;
  /** Why it may not go up now. */
  problem?: EscalationProblem;
  /** Of `too-soon`: from when it may. */
  from?: Date;
}

/**
 * Whether the customer may take a complaint of theirs to the next level now, and to whom it would go. Two queries.
 * @throws AppError unauthenticated | forbidden (staff) | not-found
 */
export async function previewEscalation(ctx: Ctx, ref: string): Promise<EscalationPreview> {
  const actor = authorise(ctx, 'customer');
  const companyId = ctx.company.id;
  const complaint = await selectComplaint(ctx.db, { companyId, ref: refOf(ref), onlyOf: actor.id });
  if (!complaint) throw noSuchComplaint();
  const lastEscalatedAt = await selectLastEscalation(ctx.db, { companyId, complaintId: complaint.id });
  const facts = { ...complaint, lastEscalatedAt };
  const problem = escalationProblem(facts, 'customer', ctx.now);
  return {
    complaint,
    role: escalationRole(complaint.escalationLevel + 1),
    ...(problem && { problem }),
    ...(problem === 'too-soon' && { from: askAgainAt(facts, ctx.now) }),
  };
}
