import { describe, expect, it } from 'vitest';
import {
  bandOf,
  dueTimes,
  escalationProblem,
  escalationRole,
  isOverdue,
  lastMissedAt,
  nextStatuses,
  priorityOf,
  type Clocks,
  type EscalationFacts,
} from './policy.ts';

const calm = {
  category: 'other',
  sentiment: 0,
  repeatsIn30Days: 0,
  bookingValuePaise: 0,
  elapsedSlaShare: 0,
} as const;
const other = (facts: Partial<Parameters<typeof priorityOf>[0]>) => priorityOf({ ...calm, ...facts });

describe('the priority of a complaint', () => {
  it.each([
    ['safety', 90],
    ['damage', 75],
    ['overcharge', 60],
    ['behaviour', 55],
    ['quality', 50],
    ['delay', 40],
    ['other', 30],
  ] as const)('starts for %s at %i', (category, score) => {
    expect(other({ category })).toBe(score);
  });

  it.each([
    [-1, 45],
    [-0.99, 45],
    [-0.5, 38],
    [-0.04, 31],
    [-0.03, 30],
    [0, 30],
    [1, 30],
    [-7, 45],
  ])('adds up to 15 for words as upset as %f', (sentiment, score) => {
    expect(other({ sentiment })).toBe(score);
  });

  it.each([
    [0, 30],
    [1, 40],
    [2, 50],
    [3, 50],
    [100, 50],
  ])('adds 10 for each of %i earlier complaints, at most 20', (repeatsIn30Days, score) => {
    expect(other({ repeatsIn30Days })).toBe(score);
  });

  it.each([
    [0, 30],
    [49_999, 30],
    [50_000, 31],
    [499_999, 39],
    [500_000, 40],
    [9_000_000, 40],
  ])('adds a point for each full ₹500 of a booking of %i paise, at most 10', (bookingValuePaise, score) => {
    expect(other({ bookingValuePaise })).toBe(score);
  });

  it.each([
    [-1, 30],
    [0, 30],
    [0.09, 30],
    [0.1, 31],
    [0.5, 35],
    [0.99, 39],
    [1, 40],
    [12, 40],
  ])('adds up to 10 when the share %f of the promised time has passed', (elapsedSlaShare, score) => {
    expect(other({ elapsedSlaShare })).toBe(score);
  });

  it('adds everything up, and stops at 100', () => {
    const most = { sentiment: -1, repeatsIn30Days: 5, bookingValuePaise: 1_000_000, elapsedSlaShare: 2 };
    expect(other(most)).toBe(85);
    expect(other({ ...most, category: 'delay' })).toBe(95);
    expect(other({ ...most, category: 'safety' })).toBe(100);
  });
});

describe('the band of a score', () => {
  it.each([
    [0, 'low'],
    [39, 'low'],
    [40, 'medium'],
    [59, 'medium'],
    [60, 'high'],
    [79, 'high'],
    [80, 'critical'],
    [100, 'critical'],
  ] as const)('%i is %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });
});

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 9) + minutes * 60_000);

describe('the promised times', () => {
  it.each([
    [80, 30, 4 * 60],
    [79, 2 * 60, 24 * 60],
    [60, 2 * 60, 24 * 60],
    [59, 8 * 60, 72 * 60],
    [40, 8 * 60, 72 * 60],
    [39, 24 * 60, 7 * 24 * 60],
  ])('for a score of %i are %i minutes for an answer and %i for the resolution', (score, answer, resolution) => {
    expect(dueTimes(score, at(0))).toEqual({ firstResponseDueAt: at(answer), resolutionDueAt: at(resolution) });
  });
});

/** Critical: an answer within 30 minutes, the resolution within 240. */
const critical: Clocks = {
  status: 'open',
  createdAt: at(0),
  firstResponseDueAt: at(30),
  firstRespondedAt: null,
  resolutionDueAt: at(240),
  resolvedAt: null,
};
const answered: Clocks = { ...critical, status: 'in_progress', firstRespondedAt: at(20) };
const resolved: Clocks = { ...answered, status: 'resolved', resolvedAt: at(300) };

describe('what is overdue', () => {
  it.each<[string, Clocks, number, boolean]>([
    ['an unanswered one at the last moment', critical, 30, false],
    ['an unanswered one after it', critical, 30.001, true],
    ['an answered one, when the answer would have been due', answered, 31, false],
    ['an answered one at the last moment for the resolution', answered, 240, false],
    ['an answered one after it', answered, 240.001, true],
    ['one that waits for the customer: the clock runs on', { ...answered, status: 'waiting_for_customer' }, 241, true],
    ['one that was resolved too late', resolved, 400, false],
    ['one that is closed', { ...resolved, status: 'closed' }, 400, false],
  ])('%s', (_, complaint, minutes, expected) => {
    expect(isOverdue(complaint, at(minutes))).toBe(expected);
    expect(lastMissedAt(complaint, at(minutes)) !== undefined).toBe(expected);
  });

  it('is missed again after each further period', () => {
    expect(lastMissedAt(critical, at(60))).toEqual(at(30));
    expect(lastMissedAt(critical, at(61))).toEqual(at(60));
    expect(lastMissedAt(answered, at(479))).toEqual(at(240));
    expect(lastMissedAt(answered, at(481))).toEqual(at(480));
  });

  it('counts the later of two missed times', () => {
    expect(lastMissedAt(critical, at(241))).toEqual(at(240));
    expect(lastMissedAt(critical, at(271))).toEqual(at(270));
  });
});

describe('the states that may follow', () => {
  const next = (status: Clocks['status'], daysSinceResolved?: number) => {
    const resolvedAt = daysSinceResolved === undefined ? null : at(-daysSinceResolved * 1_440);
    return nextStatuses({ status, resolvedAt, now: at(0) });
  };

  it('lead from open to closed, and back while somebody works on it', () => {
    expect(next('open')).toEqual(['in_progress', 'resolved']);
    expect(next('in_progress')).toEqual(['waiting_for_customer', 'resolved']);
    expect(next('waiting_for_customer')).toEqual(['in_progress', 'resolved']);
  });

  it('lead back from a settled complaint for seven days, to the millisecond', () => {
    const justOver = 7 + 1 / 86_400_000;
    expect(next('resolved', 0)).toEqual(['closed', 'in_progress']);
    expect(next('resolved', 7)).toEqual(['closed', 'in_progress']);
    expect(next('resolved', justOver)).toEqual(['closed']);
    expect(next('closed', 7)).toEqual(['in_progress']);
    expect(next('closed', justOver)).toEqual([]);
    expect(next('closed')).toEqual([]);
  });
});

describe('going up a level', () => {
  const facts = (changed: Partial<EscalationFacts>): EscalationFacts => ({
    ...answered,
    escalationLevel: 0,
    lastEscalatedAt: undefined,
    ...changed,
  });
  const once = (minutes: number) => facts({ escalationLevel: 1, lastEscalatedAt: at(minutes) });

  it('leads to the team lead, the operations manager and the administrator', () => {
    expect([0, 1, 2, 3, 4].map(escalationRole)).toEqual([
      undefined,
      'team_lead',
      'operations_manager',
      'admin',
      undefined,
    ]);
  });

  it.each(['staff', 'customer', 'system'] as const)('ends for %s at level 3', (by) => {
    expect(escalationProblem(facts({ escalationLevel: 3 }), by, at(10_000))).toBe('highest');
    const below = facts({ escalationLevel: 2, lastEscalatedAt: at(100) });
    expect(escalationProblem(below, by, at(10_000))).toBeUndefined();
  });

  it('is free for staff', () => {
    expect(escalationProblem(once(29), 'staff', at(30))).toBeUndefined();
  });

  it('is asked for by customers once in 24 hours', () => {
    // Low priority: nothing is overdue for days.
    const slow = { resolutionDueAt: at(7 * 1_440) };
    expect(escalationProblem(facts(slow), 'customer', at(1))).toBeUndefined();
    expect(escalationProblem({ ...once(1), ...slow }, 'customer', at(24 * 60))).toBe('too-soon');
    expect(escalationProblem({ ...once(1), ...slow }, 'customer', at(24 * 60 + 1))).toBeUndefined();
  });

  it('is asked for by customers sooner when time was missed since', () => {
    expect(escalationProblem(once(239), 'customer', at(240))).toBe('too-soon');
    expect(escalationProblem(once(239), 'customer', at(240.01))).toBeUndefined();
    expect(escalationProblem(once(241), 'customer', at(480))).toBe('too-soon');
    expect(escalationProblem(once(241), 'customer', at(480.01))).toBeUndefined();
  });

  it('is done by the system once each time that time was missed', () => {
    expect(escalationProblem(facts({}), 'system', at(240))).toBe('not-overdue');
    expect(escalationProblem(facts({}), 'system', at(240.01))).toBeUndefined();
    expect(escalationProblem(once(240.01), 'system', at(240.01))).toBe('not-overdue');
    expect(escalationProblem(once(241), 'system', at(480))).toBe('not-overdue');
    expect(escalationProblem(once(241), 'system', at(480.01))).toBeUndefined();
  });

  it('takes a settled complaint up again while that is possible, but never by itself', () => {
    const settled = facts({ ...resolved, lastEscalatedAt: at(299), escalationLevel: 1 });
    const week = 300 + 7 * 1_440;
    expect(escalationProblem(settled, 'customer', at(301))).toBeUndefined();
    expect(escalationProblem(settled, 'customer', at(week))).toBeUndefined();
    expect(escalationProblem(settled, 'customer', at(week + 0.01))).toBe('settled');
    expect(escalationProblem({ ...settled, status: 'closed' }, 'staff', at(week))).toBeUndefined();
    expect(escalationProblem(settled, 'system', at(301))).toBe('settled');
  });
});
