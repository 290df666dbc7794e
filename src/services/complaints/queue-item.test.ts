import { describe, expect, it } from 'vitest';
import type { ComplaintRow } from '#src/db/queries/complaints.ts';
import { queueItemOf } from './queue-item.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
const complaint: ComplaintRow = {
  id: 'cpl_1',
  companyId: 'acme',
  number: 'CP-7F3K9M',
  userId: 'usr_1',
  bookingId: null,
  category: 'quality',
  description: 'The tap\nleaks   again.',
  status: 'open',
  sentiment: 0,
  priorityScore: 50,
  priorityBand: 'medium',
  assignedTo: null,
  escalationLevel: 0,
  firstResponseDueAt: at(8),
  resolutionDueAt: at(20),
  firstRespondedAt: null,
  resolvedAt: null,
  resolution: null,
  version: 1,
  createdAt: at(0),
  updatedAt: at(0),
};

describe('the place of a complaint in the queue', () => {
  it('waits, due when the answer is, told in one line', () => {
    expect(queueItemOf(complaint)).toEqual({
      companyId: 'acme',
      subjectType: 'complaint',
      subjectId: 'cpl_1',
      userId: 'usr_1',
      priorityScore: 50,
      summary: 'CP-7F3K9M, quality: The tap leaks again.',
      status: 'waiting',
      assignedTo: null,
      dueAt: at(8),
      doneAt: null,
    });
  });

  it('is due with the resolution once it was answered', () => {
    expect(queueItemOf({ ...complaint, firstRespondedAt: at(1) }).dueAt).toEqual(at(20));
  });

  it('is claimed by who has it', () => {
    expect(queueItemOf({ ...complaint, assignedTo: 'usr_2' })).toMatchObject({
      status: 'claimed',
      assignedTo: 'usr_2',
    });
  });

  it('rises by 10 with each level, to at most 100', () => {
    const scoreAt = (escalationLevel: number, priorityScore: number) =>
      queueItemOf({ ...complaint, escalationLevel, priorityScore }).priorityScore;
    expect([scoreAt(1, 50), scoreAt(3, 50), scoreAt(1, 90), scoreAt(2, 90)]).toEqual([60, 80, 100, 100]);
  });

  it.each(['resolved', 'closed'] as const)('is done when the complaint is %s', (status) => {
    const item = queueItemOf({ ...complaint, status, assignedTo: 'usr_2', resolvedAt: at(5) });
    expect(item).toMatchObject({ status: 'done', dueAt: null, doneAt: at(5) });
  });

  it('cuts a long description between characters', () => {
    const { summary } = queueItemOf({ ...complaint, description: '😤'.repeat(500) });
    expect(summary).toBe(`CP-7F3K9M, quality: ${'😤'.repeat(159)}…`);
    expect(Array.from(summary).length).toBeLessThanOrEqual(255);
  });
});
