import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { selectLastEscalation } from '#src/db/queries/complaint-updates.ts';
import type { ComplaintRow } from '#src/db/queries/complaints.ts';
import { AppError } from '#src/errors.ts';
import { authoriseOwnerOr } from '../authorise.ts';
import { makeOnce } from '../find-effect.ts';
import { parse } from '../parse.ts';
import { announceEscalation } from './announce-escalation.ts';
import { changeComplaint, type ComplaintChange } from './change-complaint.ts';
import { COMPLAINT_POLICY, escalationProblem, escalationRole, isSettled, type EscalationProblem } from './policy.ts';
import { complaintAgain, type ChangedComplaint } from './raise-complaint.ts';
import { EscalateComplaintInput } from './schemas.ts';
import { scoreAgain } from './score-complaint.ts';

const REFUSALS: Record<EscalationProblem, string> = {
  settled: 'This complaint is settled and can no longer be taken up again.',
  highest: 'This complaint is with the highest level already.',
  'too-soon': `It was escalated less than ${COMPLAINT_POLICY.askAgainHours} hours ago; please give the team time to answer.`,
  'not-overdue': 'Nothing is overdue.',
};

/**
 * Takes a complaint to the next level of staff: team lead, operations manager, administrator. A settled one is taken up
 * again by it.
 * @throws AppError unauthenticated | forbidden | invalid | not-found | not-allowed
 */
export async function escalateComplaint(ctx: Ctx, ref: string, raw: EscalateComplaintInput): Promise<ChangedComplaint> {
  const { actor, onlyOf } = authoriseOwnerOr(ctx, 'complaints.escalate');
  const { reason, turnId, effectKey } = parse(EscalateComplaintInput, raw);
  return makeOnce<ChangedComplaint>(ctx, effectKey, {
    again: ({ subjectId, eventId }) => complaintAgain(ctx, subjectId, eventId),
    make: async () => {
      const changed = await changeComplaint(ctx, { ref, onlyOf, turnId, effectKey }, (row, tx) =>
        escalationOf(tx, row, { by: actor.kind, reason, now: ctx.now }),
      );
      await announceEscalation(ctx, changed.complaint);
      return changed;
    },
  });
}

/** The change that an escalation is. @throws AppError not-allowed */
export async function escalationOf(
  tx: Transaction,
  row: ComplaintRow,
  { by, reason, now }: { by: 'staff' | 'customer' | 'system'; reason: string | undefined; now: Date },
): Promise<ComplaintChange> {
  const { companyId, id: complaintId } = row;
  const lastEscalatedAt = await selectLastEscalation(tx, { companyId, complaintId });
  const problem = escalationProblem({ ...row, lastEscalatedAt }, by, now);
  if (problem) throw new AppError({ code: 'not-allowed', detail: REFUSALS[problem], data: { reason: problem } });

  const { priorityScore, priorityBand } = await scoreAgain(tx, row, now);
  const escalationLevel = row.escalationLevel + 1;
  const role = escalationRole(escalationLevel);
  const why = reason ?? (by === 'system' ? 'the promised time has passed.' : undefined);
  const reopened = isSettled(row.status);
  return {
    set: {
      ...{ escalationLevel, priorityScore, priorityBand },
      ...(reopened && { status: 'in_progress', resolvedAt: null, resolution: null }),
    },
    update: {
      kind: 'escalation',
      text: `Escalated to the ${role?.replaceAll('_', ' ')}${why ? `: ${why}` : '.'}`,
      isInternal: false,
    },
    event: { type: 'complaint.escalated', data: { level: escalationLevel, role, priorityScore, reopened } },
  };
}
