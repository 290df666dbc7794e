import type { ComplaintCategory, ComplaintStatus, PriorityBand } from '#src/db/queries/complaints.ts';
import { COMPLAINT_SLA } from './sla.ts';

/** What makes a complaint pressing, and what may become of it: data, and the pure functions that read it. */
export const COMPLAINT_POLICY = {
  version: '2026-10',
  severity: {
    safety: 90,
    damage: 75,
    overcharge: 60,
    behaviour: 55,
    quality: 50,
    delay: 40,
    other: 30,
  } satisfies Record<ComplaintCategory, number>,
  /** For a message as upset as can be. */
  maxSentimentPoints: 15,
  /** For each earlier complaint of the customer. */
  repeatPoints: 10,
  maxRepeatPoints: 20,
  repeatDays: 30,
  /** One point for each full ₹500 of the booking. */
  paisePerValuePoint: 50_000,
  maxValuePoints: 10,
  /** When the time promised for the resolution has run out. */
  maxElapsedPoints: 10,
  /** What an escalation adds in the queue. */
  escalationPoints: 10,
  /** Slugs of the roles that level 1, 2 and 3 go to. */
  escalationRoles: ['team_lead', 'operations_manager', 'admin'],
  /** How long after an escalation a customer may ask for the next one, unless more time has been missed. */
  askAgainHours: 24,
  reopenDays: 7,
} as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * How pressing a complaint is, 0–100.
 * @param facts.sentiment −1 (very upset) … 1
 * @param facts.elapsedSlaShare how much of the time for the resolution has passed: 0 when raised, 1 when it is due
 */
export function priorityOf(facts: {
  category: ComplaintCategory;
  sentiment: number;
  repeatsIn30Days: number;
  bookingValuePaise: number;
  elapsedSlaShare: number;
}): number {
  const policy = COMPLAINT_POLICY;
  const points = [
    policy.severity[facts.category],
    Math.round(policy.maxSentimentPoints * within(-facts.sentiment, 0, 1)),
    within(policy.repeatPoints * facts.repeatsIn30Days, 0, policy.maxRepeatPoints),
    within(Math.floor(facts.bookingValuePaise / policy.paisePerValuePoint), 0, policy.maxValuePoints),
    Math.floor(policy.maxElapsedPoints * within(facts.elapsedSlaShare, 0, 1)),
  ];
  return within(
    points.reduce((sum, it) => sum + it, 0),
    0,
    100,
  );
}

const slaOf = (score: number) => COMPLAINT_SLA.bands.find((band) => score >= band.fromScore) ?? COMPLAINT_SLA.bands[3];

export function bandOf(score: number): PriorityBand {
  return slaOf(score).name.toLowerCase() as Lowercase<ReturnType<typeof slaOf>['name']>;
}

/** Until when a complaint of this score is answered and settled. The clock runs day and night. */
export function dueTimes(score: number, raisedAt: Date): { firstResponseDueAt: Date; resolutionDueAt: Date } {
  const { firstResponseMinutes, resolutionMinutes } = slaOf(score);
  const after = (minutes: number) => new Date(raisedAt.getTime() + minutes * MINUTE_MS);
  return { firstResponseDueAt: after(firstResponseMinutes), resolutionDueAt: after(resolutionMinutes) };
}

export interface Clocks {
  status: ComplaintStatus;
  createdAt: Date;
  firstResponseDueAt: Date;
  firstRespondedAt: Date | null;
  resolutionDueAt: Date;
  resolvedAt: Date | null;
}

export const isSettled = (status: ComplaintStatus): boolean => status === 'resolved' || status === 'closed';

/** The promises that still run: settled complaints have none, answered ones only the resolution. */
const runningDues = (it: Clocks): Date[] =>
  isSettled(it.status) ? [] : [...(it.firstRespondedAt ? [] : [it.firstResponseDueAt]), it.resolutionDueAt];

/** Whether a promise is broken now: no answer, or no resolution, by its time. */
export function isOverdue(it: Clocks, now: Date): boolean {
  return runningDues(it).some((due) => now > due);
}

/**
 * When a promised time ran out last: at the due time, and again after each further period of the same length.
 * Undefined while nothing is overdue.
 */
export function lastMissedAt(it: Clocks, now: Date): Date | undefined {
  const start = it.createdAt.getTime();
  const missed = runningDues(it).flatMap((due) => {
    const period = Math.max(MINUTE_MS, due.getTime() - start);
    const periods = Math.ceil((now.getTime() - start) / period) - 1;
    return periods >= 1 ? [start + periods * period] : [];
  });
  return missed.length > 0 ? new Date(Math.max(...missed)) : undefined;
}

/** The states that a complaint may go to next. One that is settled can be taken up again for seven days. */
export function nextStatuses(it: { status: ComplaintStatus; resolvedAt: Date | null; now: Date }): ComplaintStatus[] {
  const reopen: ComplaintStatus[] = mayReopen(it) ? ['in_progress'] : [];
  switch (it.status) {
    case 'open':
      return ['in_progress', 'resolved'];
    case 'in_progress':
      return ['waiting_for_customer', 'resolved'];
    case 'waiting_for_customer':
      return ['in_progress', 'resolved'];
    case 'resolved':
      return ['closed', ...reopen];
    case 'closed':
      return reopen;
  }
}

function mayReopen({ resolvedAt, now }: { resolvedAt: Date | null; now: Date }): boolean {
  return resolvedAt !== null && now.getTime() - resolvedAt.getTime() <= COMPLAINT_POLICY.reopenDays * DAY_MS;
}

export interface EscalationFacts extends Clocks {
  escalationLevel: number;
  lastEscalatedAt: Date | undefined;
}

export type EscalationProblem = 'settled' | 'highest' | 'too-soon' | 'not-overdue';

/**
 * Why a complaint may not go up a level now: staff decide freely, customers ask once a day or when time was missed, the
 * system acts once each time that time was missed. Whoever is not content with a resolution may go up while it can be
 * taken up again.
 */
export function escalationProblem(
  it: EscalationFacts,
  by: 'staff' | 'customer' | 'system',
  now: Date,
): EscalationProblem | undefined {
  if (it.escalationLevel >= COMPLAINT_POLICY.escalationRoles.length) return 'highest';
  if (isSettled(it.status)) return by !== 'system' && mayReopen({ ...it, now }) ? undefined : 'settled';
  if (by === 'staff') return undefined;
  const missedAt = lastMissedAt(it, now);
  const missedSince = missedAt !== undefined && (!it.lastEscalatedAt || it.lastEscalatedAt <= missedAt);
  if (missedSince) return undefined;
  if (by === 'system') return 'not-overdue';
  const { askAgainHours } = COMPLAINT_POLICY;
  const mayAsk = !it.lastEscalatedAt || now.getTime() - it.lastEscalatedAt.getTime() >= askAgainHours * HOUR_MS;
  return mayAsk ? undefined : 'too-soon';
}

/** When a customer who has asked too soon may ask again: a day after the last time, or when the next promise runs out. */
export function askAgainAt(it: EscalationFacts, now: Date): Date {
  const dayAfter = (it.lastEscalatedAt ?? now).getTime() + COMPLAINT_POLICY.askAgainHours * HOUR_MS;
  const promises = runningDues(it).filter((due) => due > now);
  return new Date(Math.min(dayAfter, ...promises.map((due) => due.getTime())));
}

/** The role that a level (1–3) goes to; undefined at 0. */
export function escalationRole(level: number): string | undefined {
  return COMPLAINT_POLICY.escalationRoles[level - 1];
}
