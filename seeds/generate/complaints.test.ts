import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';
import { refundFor } from '#src/services/bookings/refund-policy.ts';
import { bandOf, dueTimes, priorityOf } from '#src/services/complaints/policy.ts';
import { COMPLAINT_TEXTS } from '../data/complaints.ts';
import { plan } from '../plan.ts';
import type { SeedRows } from './rows.ts';

const SEED_DATE = '2026-11-20';
const NOW = new Date(`${SEED_DATE}T00:00:00+05:30`);
const DAY_MS = 86_400_000;

let rows: SeedRows;

beforeAll(async () => {
  const documents = await loadKnowledge(join(import.meta.dirname, '../knowledge'));
  rows = plan({ seedDate: SEED_DATE, documents });
});

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((row) => [row.id, row]));

/** A pattern that only texts from this wording match. */
const patternOf = (text: string) =>
  new RegExp(`^${text.replaceAll(/[.*+?^$()[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')}$`);

describe('seeded complaints', () => {
  it('are written in words of their category, about a booking of the same customer that has come so far', () => {
    const bookings = byId(rows.bookings);
    for (const row of rows.complaints) {
      const texts = COMPLAINT_TEXTS[row.category].filter(({ text }) => patternOf(text).test(row.description));
      expect(texts, row.description).not.toEqual([]);
      expect(row.description).not.toMatch(/[{}]/);
      const booking = bookings.get(row.bookingId ?? '');
      expect(texts.some(({ about }) => (about === 'nothing') === (booking === undefined))).toBe(true);
      if (!booking) continue;
      expect(booking.userId).toBe(row.userId);
      const happened = booking.completedAt ?? booking.cancelledAt ?? booking.createdAt;
      expect(row.createdAt.getTime()).toBeGreaterThan(happened.getTime());
      if (['safety', 'damage', 'behaviour'].includes(row.category)) expect(booking.rating ?? 1).toBeLessThan(3);
    }
    expect(rows.complaints.filter((row) => row.bookingId !== null).length).toBeGreaterThan(60);
    expect(new Set(rows.complaints.map((row) => row.category)).size).toBe(7);
    expect(new Set(rows.complaints.map((row) => row.number)).size).toBe(120);
    expect(rows.complaints.every((row) => /^CP-[34679ACDEFGHJKMNPQRTUVWXY]{6}$/.test(row.number))).toBe(true);
  });

  it('have the priority and the times that the rules give', () => {
    const bookings = byId(rows.bookings);
    for (const row of rows.complaints) {
      const since = row.createdAt.getTime() - 30 * DAY_MS;
      const repeatsIn30Days = rows.complaints.filter(
        (other) => other.userId === row.userId && other.createdAt < row.createdAt && other.createdAt.getTime() >= since,
      ).length;
      const bookingValuePaise = bookings.get(row.bookingId ?? '')?.totalPaise ?? 0;
      const { category, sentiment } = row;
      const facts = { category, sentiment, repeatsIn30Days, bookingValuePaise, elapsedSlaShare: 0 };
      expect(row.priorityScore).toBe(priorityOf(facts));
      expect(row.priorityBand).toBe(bandOf(row.priorityScore));
      const { firstResponseDueAt, resolutionDueAt } = row;
      expect({ firstResponseDueAt, resolutionDueAt }).toEqual(dueTimes(row.priorityScore, row.createdAt));
    }
    expect(new Set(rows.complaints.map((row) => row.priorityBand)).size).toBe(4);
  });

  it('are in a state that fits their age, and told by their updates', () => {
    const updates = Map.groupBy(rows.complaintUpdates, (row) => row.complaintId);
    for (const row of rows.complaints) {
      const theirs = updates.get(row.id) ?? [];
      const isSettled = row.status === 'resolved' || row.status === 'closed';
      expect(row.resolvedAt !== null, row.number).toBe(isSettled);
      expect(row.resolution).toBe(theirs.find((update) => update.kind === 'resolution')?.text ?? null);
      expect(row.resolution !== null).toBe(isSettled);
      if (row.status === 'closed') expect(NOW.getTime() - (row.resolvedAt?.getTime() ?? 0)).toBeGreaterThan(7 * DAY_MS);
      if (!isSettled) expect(NOW.getTime() - row.createdAt.getTime()).toBeLessThan(21 * DAY_MS);
      if (row.status === 'open') expect(row.firstRespondedAt).toBeNull();
      else expect(row.firstRespondedAt).not.toBeNull();
      const answer = theirs.find((update) => update.authorKind === 'staff' && !update.isInternal);
      expect(row.firstRespondedAt).toEqual(answer?.createdAt ?? null);
      expect(theirs.filter((update) => update.kind === 'escalation')).toHaveLength(row.escalationLevel);
      if (row.resolutionDueAt < (row.resolvedAt ?? NOW)) expect(row.escalationLevel).toBeGreaterThan(0);
      for (const update of theirs) expect(update.createdAt.getTime()).toBeGreaterThan(row.createdAt.getTime());
    }
    expect(rows.complaints.filter((row) => row.resolvedAt === null).length).toBeGreaterThan(8);
  });

  it('stand in the queue with everything else that waits for a person, once each', () => {
    const queue = new Map(rows.priorityQueue.map((row) => [row.subjectId, row]));
    expect(queue.size).toBe(100);
    for (const row of rows.complaints) {
      const item = queue.get(row.id);
      if (row.resolvedAt === null) expect(item?.status).toBe(row.assignedTo ? 'claimed' : 'waiting');
      else if (item) expect(item.status).toBe('done');
    }
    for (const row of rows.bookings.filter(({ status }) => status === 'pending'))
      expect(queue.get(row.id)?.status).toBe('waiting');
    expect(new Set(rows.priorityQueue.map((row) => row.subjectType)).size).toBe(3);
    for (const row of rows.priorityQueue) expect(row.doneAt !== null).toBe(row.status === 'done');
  });
});

describe('seeded refunds', () => {
  it('give back for every cancelled booking what the refund table says, large ones after an approval', () => {
    const refunds = new Map(rows.refunds.map((row) => [row.bookingId, row]));
    const cancelled = rows.bookings.filter((row) => row.status === 'cancelled');
    expect([...refunds.keys()].toSorted()).toEqual(cancelled.map((row) => row.id).toSorted());
    for (const row of cancelled) {
      const { percent, amountPaise, creditPaise, status } = refundFor(row, row.cancelledAt ?? NOW);
      const refund = refunds.get(row.id);
      expect(refund).toMatchObject({ percent, amountPaise, creditPaise });
      if (status === 'approved') expect([refund?.status, refund?.decidedBy]).toEqual(['approved', null]);
      else expect(refund?.decidedBy !== null).toBe(refund?.status === 'approved');
    }
  });
});
