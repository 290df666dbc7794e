import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints } from '#src/db/schema/index.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { analyseComplaints } from './analyse-complaints.ts';
import { assignComplaint } from './assign-complaint.ts';
import { escalateComplaint } from './escalate-complaint.ts';
import { openDesk, type Desk } from './test-desk.ts';

let app: TestApp;
let desk: Desk;

const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);
// 23:00 and 00:30 of the next day on the company's clock.
const LATE = new Date('2026-11-18T17:30:00.000Z');
const PAST_MIDNIGHT = new Date('2026-11-18T19:00:00.000Z');
const NOW = new Date('2026-11-20T09:00:00.000Z');

/** Raises one and lets it have been answered and resolved after these minutes. */
async function settle(category: 'delay' | 'quality' | 'safety', at: Date, answered?: number, resolved?: number) {
  const { id } = await desk.raise({ category }, at);
  const set = {
    ...(answered !== undefined && { firstRespondedAt: minutes(at, answered) }),
    ...(resolved !== undefined && { resolvedAt: minutes(at, resolved), status: 'resolved' as const }),
  };
  if (Object.keys(set).length > 0) await app.deps.db.update(complaints).set(set).where(eq(complaints.id, id));
  return id;
}

beforeAll(async () => {
  app = await startTestApp();
  desk = await openDesk(app.deps);
  // Delay: answered after 10, 20, 60 and 2,000 minutes (the last one too late), resolved after 100 and 300.
  await settle('delay', LATE, 10, 100);
  await settle('delay', LATE, 20, 300);
  await settle('delay', PAST_MIDNIGHT, 60);
  await settle('delay', PAST_MIDNIGHT, 2_000);
  // Safety: never answered, and overdue.
  const forgotten = await settle('safety', PAST_MIDNIGHT);
  await escalateComplaint(desk.asStaff('admin', NOW), forgotten, {});
  // Quality: nothing is due yet.
  const fresh = await settle('quality', NOW);
  await assignComplaint(desk.asStaff('admin', NOW), fresh, { version: 1, userId: desk.test.staff.support_agent.id });
});
afterAll(() => app.close());

const analyse = (input: Partial<Parameters<typeof analyseComplaints>[1]>) =>
  analyseComplaints(desk.asStaff('team_lead', NOW), { from: '2026-11-18', to: '2026-11-20', ...input });

const none = { averageMinutes: null, medianMinutes: null, withinSlaShare: null };

describe('the figures on complaints', () => {
  it('count, average, find the middle and the share in time, by category', async () => {
    const { groups } = await analyse({});
    expect(groups).toEqual([
      {
        ...{
          key: 'safety',
          label: 'safety',
          count: 1,
          openCount: 1,
          resolvedCount: 0,
          escalatedCount: 1,
          overdueCount: 1,
        },
        firstResponse: { ...none, withinSlaShare: 0 },
        resolution: { ...none, withinSlaShare: 0 },
      },
      {
        ...{
          key: 'quality',
          label: 'quality',
          count: 1,
          openCount: 1,
          resolvedCount: 0,
          escalatedCount: 0,
          overdueCount: 0,
        },
        firstResponse: none,
        resolution: none,
      },
      {
        ...{ key: 'delay', label: 'delay', count: 4, openCount: 2, resolvedCount: 2, escalatedCount: 0 },
        overdueCount: 2,
        firstResponse: { averageMinutes: 522.5, medianMinutes: 40, withinSlaShare: 0.75 },
        resolution: { averageMinutes: 200, medianMinutes: 200, withinSlaShare: 0.5 },
      },
    ]);
  });

  it('are those of all together', async () => {
    const { total } = await analyse({});
    expect(total).toMatchObject({
      ...{ count: 6, openCount: 4, resolvedCount: 2, escalatedCount: 1 },
      firstResponse: { averageMinutes: 522.5, medianMinutes: 40, withinSlaShare: 0.6 },
      resolution: { averageMinutes: 200, medianMinutes: 200 },
    });
  });

  it('take the middle one of an odd number', async () => {
    const { total } = await analyse({ to: '2026-11-18' });
    expect(total.firstResponse.medianMinutes).toBe(15);
    await settle('delay', LATE, 90);
    expect((await analyse({ to: '2026-11-18' })).total.firstResponse.medianMinutes).toBe(20);
  });

  it('go by the company’s days', async () => {
    const { groups } = await analyse({ groupBy: 'day' });
    expect(groups.map(({ key, label, count }) => [key, label, count])).toEqual([
      ['2026-11-18', '2026-11-18', 3],
      ['2026-11-19', '2026-11-19', 3],
      ['2026-11-20', '2026-11-20', 1],
    ]);
  });

  it('go by days that differ in length', async () => {
    const company = { ...desk.test.company, timeZone: 'America/New_York' };
    const ctx = { ...desk.asStaff('admin', NOW), company };
    // Clocks go back on 1 November 2026: that day begins at 04:00 UTC, the next at 05:00.
    await settle('delay', new Date('2026-11-01T03:59:00Z'));
    await settle('delay', new Date('2026-11-01T04:00:00Z'));
    await settle('delay', new Date('2026-11-02T04:59:00Z'));
    await settle('delay', new Date('2026-11-02T05:00:00Z'));
    const { groups } = await analyseComplaints(ctx, { from: '2026-10-31', to: '2026-11-02', groupBy: 'day' });
    expect(groups.map(({ key, count }) => [key, count])).toEqual([
      ['2026-10-31', 1],
      ['2026-11-01', 2],
      ['2026-11-02', 1],
    ]);
  });

  it('go by band', async () => {
    const { groups } = await analyse({ groupBy: 'band' });
    expect(groups.map(({ count }) => count).reduce((a, b) => a + b)).toBe(7);
    expect(groups.at(-1)).toMatchObject({ key: 'critical', count: 1 });
  });

  it('go by assignee, with nobody’s apart', async () => {
    const { groups } = await analyse({ groupBy: 'assignee' });
    const { id, name } = desk.test.staff.support_agent;
    expect(groups.map(({ key, label, count }) => [key, label, count])).toEqual([
      [id, name, 1],
      [null, 'Nobody', 6],
    ]);
  });

  it('are empty where nothing was raised, and know nothing of other companies', async () => {
    const elsewhere = await openDesk(app.deps);
    for (const groupBy of ['category', 'band', 'day', 'assignee'] as const) {
      const input = { from: '2026-11-18', to: '2026-11-20', groupBy };
      const { total, groups } = await analyseComplaints(elsewhere.asStaff('admin', NOW), input);
      expect([total.count, total.firstResponse, groups]).toEqual([0, none, []]);
    }
  });

  it('take a leap year, and no day more', async () => {
    expect((await analyse({ from: '2026-01-01', to: '2027-01-01', groupBy: 'day' })).groups.length).toBeGreaterThan(2);
    const longer = analyse({ from: '2026-01-01', to: '2027-01-02' });
    await expect(longer).rejects.toMatchObject({ code: 'invalid', issues: [{ pointer: '/to' }] });
    for (const end of ['9999-12-31', '1999-12-31'])
      await expect(analyse({ from: end, to: end })).rejects.toMatchObject({ code: 'invalid' });
    await expect(analyse({ to: '2026-11-17' })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ pointer: '/to' }],
    });
  });

  it('are for staff who may see figures', async () => {
    const input = { from: '2026-11-18', to: '2026-11-20' };
    await expect(analyseComplaints(desk.asStaff('support_agent'), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(analyseComplaints(desk.asCustomer(), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(analyseComplaints(desk.asGuest(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
