import { COMPLAINT_POLICY, dueTimes } from '#src/services/complaints/policy.ts';
import type { Random } from './random.ts';
import type { ComplaintRow, UserRow } from './rows.ts';
import type { Team } from './staff.ts';

/** How a complaint went, up to now. */
export interface ComplaintCourse extends Pick<
  ComplaintRow,
  'status' | 'escalationLevel' | 'firstResponseDueAt' | 'resolutionDueAt' | 'firstRespondedAt' | 'resolvedAt'
> {
  assignee: UserRow | undefined;
  /** When it went up, once for each level: each time that the time to settle it had passed again. */
  escalatedAt: Date[];
}

const CLOSES_AFTER_MS = COMPLAINT_POLICY.reopenDays * 86_400_000;
const MINUTE_MS = 60_000;

/** Most are answered and settled in time; what is overdue goes up. */
export function courseOf(
  random: Random,
  complaint: { createdAt: Date; priorityScore: number },
  now: Date,
  team: Team,
): ComplaintCourse {
  const raised = complaint.createdAt.getTime();
  const { firstResponseDueAt, resolutionDueAt } = dueTimes(complaint.priorityScore, complaint.createdAt);
  const toRespond = firstResponseDueAt.getTime() - raised;
  const toSettle = resolutionDueAt.getTime() - raised;
  const after = (ms: number) => new Date(raised + Math.floor(ms / 1_000) * 1_000);
  const share = (low: number, high: number) => low + random.next() * (high - low);

  const respondedAt = after(toRespond * (random.chance(0.07) ? share(1.1, 1.4) : share(0.1, 0.9)));
  const isLate = random.chance(0.12);
  const settledAt = after(Math.max(toSettle * (isLate ? share(1.15, 2.8) : share(0.4, 0.95)), toRespond * 1.5));
  const escalatedAt = [1, 2]
    .map((times) => after(toSettle * times + MINUTE_MS))
    .filter((due) => due < now && due < settledAt);
  const level = escalatedAt.length;
  const handler = random.chance(0.7) ? team.agent : team.lead;
  const assignee = [handler, team.lead, team.manager][level];
  const common = { firstResponseDueAt, resolutionDueAt, escalatedAt, escalationLevel: level, assignee };

  if (settledAt < now) {
    const status = settledAt.getTime() + CLOSES_AFTER_MS < now.getTime() ? 'closed' : 'resolved';
    return { ...common, status, firstRespondedAt: respondedAt, resolvedAt: settledAt };
  }
  if (respondedAt >= now) {
    const taker = level > 0 || random.chance(0.4) ? assignee : undefined;
    return { ...common, status: 'open', assignee: taker, firstRespondedAt: null, resolvedAt: null };
  }
  const status = level === 0 && random.chance(0.3) ? 'waiting_for_customer' : 'in_progress';
  return { ...common, status, firstRespondedAt: respondedAt, resolvedAt: null };
}
