import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '#src/pagination.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { assignComplaint } from './assign-complaint.ts';
import { escalateComplaint } from './escalate-complaint.ts';
import { listAllComplaints } from './list-all-complaints.ts';
import { listComplaints } from './list-complaints.ts';
import { listQueuedComplaints } from './list-queued-complaints.ts';
import { raiseComplaint } from './raise-complaint.ts';
import { resolveComplaint } from './resolve-complaint.ts';
import type { ListAllComplaintsInput } from './schemas.ts';
import { openDesk, type Desk } from './test-desk.ts';

let app: TestApp;
let desk: Desk;
let elsewhere: Desk;
/** Names of the complaints by their ids, so that lists can be read. */
const names = new Map<string, string>();
const named = (ids: { id: string }[]) => ids.map(({ id }) => names.get(id)).join(' ');

// 23:00 and 00:30 of the next day on the company's clock.
const LATE = new Date('2026-11-18T17:30:00.000Z');
const PAST_MIDNIGHT = new Date('2026-11-18T19:00:00.000Z');
const NOW = new Date('2026-11-20T09:00:00.000Z');

/**
 * The first customer's: delay (40, raised late on 18 Nov, overdue), safety (90, after midnight, resolved), other (30);
 * the second's: damage (75, assigned) and quality (50, the same instant).
 */
beforeAll(async () => {
  app = await startTestApp();
  [desk, elsewhere] = await Promise.all([openDesk(app.deps), openDesk(app.deps)]);
  await elsewhere.raise({ description: 'Elsewhere 100% wrong' }, NOW);
  const raise = async (place: number, category: 'delay' | 'safety' | 'other' | 'damage' | 'quality', at: Date) => {
    const description = category === 'delay' ? 'He came 100% late, at 9_30' : `About ${category} – ताला टूटा`;
    const { complaint } = await raiseComplaint(desk.asCustomer(place, at), { category, description });
    names.set(complaint.id, category);
    return complaint;
  };
  await raise(0, 'delay', LATE);
  const safety = await raise(0, 'safety', PAST_MIDNIGHT);
  await raise(0, 'other', NOW);
  const damage = await raise(1, 'damage', NOW);
  await raise(1, 'quality', NOW);
  await resolveComplaint(desk.asStaff('admin', NOW), safety.id, { version: 1, resolution: 'The lock was changed.' });
  const userId = desk.test.staff.support_agent.id;
  await assignComplaint(desk.asStaff('admin', NOW), damage.id, { version: 1, userId });
});
afterAll(() => app.close());

describe('a customer’s list', () => {
  it('holds their own, newest first', async () => {
    const { items } = await listComplaints(desk.asCustomer(), {});
    expect(named(items)).toBe('other safety delay');
    expect((await listComplaints(desk.asCustomer(1), {})).items).toHaveLength(2);
  });

  it.each([
    [{ status: 'resolved' }, 'safety'],
    [{ category: 'delay' }, 'delay'],
    [{ status: 'open', category: 'safety' }, ''],
  ] as const)('keeps %j', async (filter, expected) => {
    expect(named((await listComplaints(desk.asCustomer(), filter)).items)).toBe(expected);
  });

  it('is for customers', async () => {
    await expect(listComplaints(desk.asStaff('admin'), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listComplaints(desk.asGuest(), {})).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

const all = async (filter: ListAllComplaintsInput) => {
  const { items } = await listAllComplaints(desk.asStaff('support_agent', NOW), filter);
  return named(items);
};

describe('the staff’s list', () => {
  // The first two of the first customer are repeats for the third: 30 + 20, and 90 + 10.
  it.each<[ListAllComplaintsInput['sort'] & string, string]>([
    ['-createdAt', 'delay safety other damage quality'],
    ['createdAt', 'delay safety other damage quality'],
    ['resolutionDueAt', 'safety damage delay quality other'],
    ['priority', 'delay'],
    ['-priority', 'safety'],
  ])('sorts by %s', async (sort, expected) => {
    const { items } = await listAllComplaints(desk.asStaff('observer', NOW), { sort });
    const sorted = named(items).split(' ');
    if (sort === 'priority' || sort === '-priority') {
      expect(sorted[0]).toBe(expected);
      const scores = items.map(({ priorityScore }) => priorityScore);
      expect(scores).toEqual(scores.toSorted((a, b) => (sort === 'priority' ? a - b : b - a)));
      return;
    }
    if (sort === '-createdAt') expect(sorted.slice(-2)).toEqual(['safety', 'delay']);
    else if (sort === 'createdAt') expect(sorted.slice(0, 2)).toEqual(['delay', 'safety']);
    else {
      const dues = items.map(({ resolutionDueAt }) => resolutionDueAt.getTime());
      expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    }
    expect(sorted.toSorted()).toEqual(expected.split(' ').toSorted());
  });

  it.each<[ListAllComplaintsInput, string]>([
    [{ status: 'resolved' }, 'safety'],
    [{ band: 'high' }, 'damage quality'],
    [{ category: 'quality' }, 'quality'],
    [{ assignedTo: 'me' }, 'damage'],
    [{ assignedTo: 'none', status: 'open', category: 'delay' }, 'delay'],
    [{ assignedTo: 'usr_nobody' }, ''],
    [{ overdue: true }, 'delay'],
    [{ overdue: false, band: 'critical' }, 'safety'],
    [{ from: '2026-11-18', to: '2026-11-18' }, 'delay'],
    [{ from: '2026-11-19', to: '2026-11-19' }, 'safety'],
    [{ to: '2026-11-17' }, ''],
    [{ q: '100%' }, 'delay'],
    [{ q: '100_' }, ''],
    [{ q: '9_30' }, 'delay'],
    [{ q: String.raw`\ ` }, ''],
    [{ q: 'ABOUT DAMAGE' }, 'damage'],
    [{ q: 'टूटा', category: 'other' }, 'other'],
    [{ q: "'; drop table complaints; --" }, ''],
  ])('keeps %j', async (filter, expected) => {
    expect(await all(filter)).toBe(expected);
  });

  it('finds complaints by number and by the customer’s name', async () => {
    const [first] = (await listAllComplaints(desk.asStaff('admin'), { category: 'delay' })).items;
    expect(await all({ q: first?.number.toLowerCase() })).toBe('delay');
    const name = desk.test.customers[1]?.name.split(' ')[0];
    expect((await all({ q: name })).split(' ').toSorted()).toEqual(['damage', 'quality']);
  });

  it.each(['priority', '-priority', 'createdAt', '-createdAt', 'resolutionDueAt', '-resolutionDueAt'] as const)(
    'leads by %s through all pages without repeating or losing one',
    async (sort) => {
      const whole = await all({ sort });
      const paged: { id: string }[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await listAllComplaints(desk.asStaff('admin', NOW), { sort, limit: 1, ...(cursor && { cursor }) });
        paged.push(...page.items);
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(named(paged)).toBe(whole);
    },
  );

  it.each([
    ['nonsense', 'nonsense'],
    ['one of another order', encodeCursor({ after: 40, id: 'cpl_1' })],
    ['a day that does not exist', encodeCursor({ after: '2026-99-99T00:00:00.000Z', id: 'cpl_1' })],
    ['an id that is none', encodeCursor({ after: '2026-11-20T09:00:00.000Z', id: 'घर' })],
    ['a year that no database has', encodeCursor({ after: '+275760-09-13T00:00:00.000Z', id: 'cpl_1' })],
  ])('begins at its start for a cursor that is %s', async (_, cursor) => {
    expect(await all({ cursor, sort: 'createdAt' })).toBe(await all({ sort: 'createdAt' }));
  });

  it('shows nothing of another company, and needs the permission', async () => {
    expect((await listAllComplaints(elsewhere.asStaff('admin'), {})).items).toHaveLength(1);
    await expect(listAllComplaints(desk.asStaff('finance'), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listAllComplaints(desk.asCustomer(), {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('names the field that is wrong', async () => {
    const asking = all({ from: '2026-11-20', to: '2026-11-19' });
    await expect(asking).rejects.toMatchObject({ code: 'invalid', issues: [{ pointer: '/to' }] });
  });
});

describe('the priority queue', () => {
  it('holds what is not settled, most pressing first', async () => {
    const { items } = await listQueuedComplaints(desk.asStaff('observer', NOW), {});
    const [first, ...rest] = items;
    expect(names.get(first?.complaint.id ?? '')).toBe('damage');
    expect(items.map(({ complaint }) => names.get(complaint.id))).not.toContain('safety');
    const scores = items.map(({ item }) => item.priorityScore);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(rest).toHaveLength(3);
  });

  it('keeps those that wait, or those that somebody has', async () => {
    const held = await listQueuedComplaints(desk.asStaff('admin'), { status: 'claimed' });
    expect(held.items.map(({ complaint }) => names.get(complaint.id))).toEqual(['damage']);
    expect((await listQueuedComplaints(desk.asStaff('admin'), { status: 'waiting' })).items).toHaveLength(3);
  });

  it('puts an escalated complaint further up', async () => {
    const own = await openDesk(app.deps);
    const first = await own.raise({}, NOW);
    const [second, third] = await Promise.all(
      [1, 2].map(() => raiseComplaint(own.asCustomer(1, NOW), { category: 'quality', description: 'Bad.' })),
    );
    await escalateComplaint(own.asStaff('admin', NOW), first.id, {});
    await escalateComplaint(own.asStaff('admin', NOW), first.id, {});
    const { items } = await listQueuedComplaints(own.asStaff('admin', NOW), { limit: 1 });
    expect(items.map(({ complaint }) => complaint.id)).toEqual([first.id]);
    expect(second && third).toBeDefined();
  });

  it('leads through all pages without repeating or losing one', async () => {
    const whole = (await listQueuedComplaints(desk.asStaff('admin'), {})).items;
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await listQueuedComplaints(desk.asStaff('admin'), { limit: 1, ...(cursor && { cursor }) });
      paged.push(...page.items.map(({ item }) => item.id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.map(({ item }) => item.id));
  });

  it('is the company’s own, and needs the permission', async () => {
    expect((await listQueuedComplaints(elsewhere.asStaff('admin'), {})).items).toHaveLength(1);
    await expect(listQueuedComplaints(desk.asStaff('finance'), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listQueuedComplaints(desk.asCustomer(), {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a look of the staff at many', () => {
  it('is in their activity log, with what they saw; a customer’s look at their own is not', async () => {
    const own = await openDesk(app.deps);
    const { id } = await own.raise({}, NOW);
    await listAllComplaints(own.asStaff('observer', NOW), { category: 'quality', q: 'tap' });
    await listQueuedComplaints(own.asStaff('admin', NOW), {});
    await listComplaints(own.asCustomer(), {});
    const { company, staff } = own.test;
    const looks = await app.deps.db.query.staffActivityLog.findMany({
      where: (log, { eq }) => eq(log.companyId, company.id),
      orderBy: (log, { asc }) => asc(log.userId),
    });
    expect(looks.map(({ userId, action, subjectId, data }) => [userId, action, subjectId, data])).toEqual(
      [staff.observer.id, staff.admin.id]
        .toSorted()
        .map((userId) => [userId, 'complaint.listed', company.id, { complaintIds: [id] }]),
    );
  });
});
