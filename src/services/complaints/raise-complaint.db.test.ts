import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { changeComplaintStatus } from './change-complaint-status.ts';
import { getComplaint } from './get-complaint.ts';
import { raiseComplaint } from './raise-complaint.ts';
import { openDesk, type Desk } from './test-desk.ts';
import { updateComplaint } from './update-complaint.ts';

let app: TestApp;
let desk: Desk;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const description = 'The tap that was repaired yesterday leaks again.';
const NOW = new Date('2026-11-20T09:00:00.000Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const queueItemOf = (id: string) =>
  app.deps.db.query.priorityQueue.findFirst({ where: (q, { eq }) => eq(q.subjectId, id) });
const eventsOf = (id: string) => app.deps.db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, id) });
const activitiesOf = (id: string) =>
  app.deps.db.query.staffActivityLog.findMany({ where: (a, { eq }) => eq(a.subjectId, id) });

describe('raising a complaint', () => {
  beforeAll(async () => {
    desk = await openDesk(app.deps);
  });

  it('gives it a number, a priority and promised times, queues it and leaves a receipt', async () => {
    const { complaint, eventId } = await raiseComplaint(desk.asCustomer(0, NOW), { category: 'quality', description });
    expect(complaint).toMatchObject({
      number: expect.stringMatching(/^CP-[0-9A-Z]{6}$/),
      ...{ status: 'open', category: 'quality', description, bookingId: null, sentiment: 0, version: 1 },
      ...{ priorityScore: 50, priorityBand: 'medium', escalationLevel: 0, assignedTo: null },
      ...{ firstResponseDueAt: later(8), resolutionDueAt: later(72), createdAt: NOW, updatedAt: NOW },
    });
    expect(await queueItemOf(complaint.id)).toMatchObject({
      ...{ subjectType: 'complaint', userId: desk.test.customer.id, priorityScore: 50, status: 'waiting' },
      ...{ dueAt: later(8), summary: `${complaint.number}, quality: ${description}` },
    });
    expect(await eventsOf(complaint.id)).toMatchObject([
      { id: eventId, type: 'complaint.raised', actorKind: 'customer', data: { number: complaint.number } },
    ]);
  });

  it('is more pressing for repeats within 30 days, upset words and a dear booking', async () => {
    const { db } = app.deps;
    const own = await openDesk(app.deps);
    const { id: bookingId, number } = await own.book(350_000);
    const first = await own.raise({}, NOW);
    const day = 24;
    expect(first.priorityScore).toBe(50);
    expect((await own.raise({ bookingId }, later(30 * day))).priorityScore).toBe(50 + 10 + 7);
    expect((await own.raise({}, later(30 * day + 0.001))).priorityScore).toBe(50 + 10);
    expect((await own.raise({ sentiment: -1, bookingId: number }, later(31 * day))).priorityScore).toBe(
      50 + 20 + 7 + 15,
    );
    const others = await raiseComplaint(own.asCustomer(1, later(31 * day)), { category: 'quality', description });
    expect(others.complaint.priorityScore).toBe(50);
    const stored = await db.query.complaints.findMany({ where: (c, { eq }) => eq(c.bookingId, bookingId) });
    expect(stored).toHaveLength(2);
  });

  it.each([
    ['the id', 'id'],
    ['the number', 'number'],
  ] as const)('does not know a booking of another customer by %s', async (_, by) => {
    const foreign = await desk.book(100_000, 1);
    const raising = raiseComplaint(desk.asCustomer(), { category: 'delay', description, bookingId: foreign[by] });
    await expect(raising).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does not know a booking of another company', async () => {
    const elsewhere = await openDesk(app.deps);
    const { id } = await elsewhere.book(100_000);
    const raising = raiseComplaint(desk.asCustomer(), { category: 'delay', description, bookingId: id });
    await expect(raising).rejects.toMatchObject({ code: 'not-found' });
  });

  it('asks guests to sign in, and is not for staff', async () => {
    const input = { category: 'other', description } as const;
    await expect(raiseComplaint(desk.asGuest(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(raiseComplaint(desk.asStaff('admin'), input)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('names each field that is wrong', async () => {
    const raising = raiseComplaint(desk.asCustomer(), {
      category: 'noise' as 'other',
      description: '  ',
      bookingId: 'é',
    });
    await expect(raising).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ pointer: '/category' }, { pointer: '/description' }, { pointer: '/bookingId' }],
    });
  });
});

describe('looking at a complaint', () => {
  beforeAll(async () => {
    desk = await openDesk(app.deps);
  });

  it('is possible by id and by number, in any case', async () => {
    const { id, number } = await desk.raise();
    expect((await getComplaint(desk.asCustomer(), id)).number).toBe(number);
    expect((await getComplaint(desk.asCustomer(), number.toLowerCase())).id).toBe(id);
  });

  it('is noted when staff do it', async () => {
    const { id } = await desk.raise();
    await getComplaint(desk.asCustomer(), id);
    expect(await activitiesOf(id)).toEqual([]);
    await getComplaint(desk.asStaff('observer'), id);
    expect(await activitiesOf(id)).toMatchObject([
      { action: 'complaint.viewed', userId: desk.test.staff.observer.id, companyId: desk.test.company.id },
    ]);
  });

  it('finds nothing for another customer, another company or nonsense, and refuses staff without the permission', async () => {
    const { id } = await desk.raise();
    const elsewhere = await openDesk(app.deps);
    const tries = [
      [desk.asCustomer(1), id],
      [elsewhere.asStaff('admin'), id],
      [elsewhere.asCustomer(), id],
      [desk.asCustomer(), 'CP-ÄÖÜ'],
      [desk.asCustomer(), ''],
    ] as const;
    for (const [ctx, ref] of tries) await expect(getComplaint(ctx, ref)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getComplaint(desk.asStaff('finance'), id)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('changing a complaint', () => {
  beforeAll(async () => {
    desk = await openDesk(app.deps);
  });

  it('scores it again, with new times counted from when it was raised', async () => {
    const { id } = await desk.raise({}, NOW);
    const { complaint } = await updateComplaint(desk.asCustomer(0, later(2.4)), id, { version: 1, category: 'damage' });
    expect(complaint).toMatchObject({
      // 2.4 of 24 hours are one point.
      ...{ category: 'damage', version: 2, priorityScore: 76, priorityBand: 'high' },
      ...{ firstResponseDueAt: later(2), resolutionDueAt: later(24), createdAt: NOW, updatedAt: later(2.4) },
    });
    expect(await queueItemOf(id)).toMatchObject({
      ...{ priorityScore: 76, dueAt: later(2), summary: expect.stringContaining('damage') },
    });
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['complaint.raised', 'complaint.updated']);
  });

  it('promises nothing shorter because time has passed', async () => {
    const own = await openDesk(app.deps);
    const { id } = await own.raise({ category: 'behaviour' }, NOW);
    const input = { version: 1, description: 'He shouted at me, twice.' };
    const { complaint } = await updateComplaint(own.asCustomer(0, later(60)), id, input);
    expect(complaint).toMatchObject({ priorityScore: 63, priorityBand: 'high', resolutionDueAt: later(72) });
  });

  it('keeps the score when the same is said again', async () => {
    const own = await openDesk(app.deps);
    await own.raise({}, NOW);
    const { id, priorityScore } = await own.raise({}, later(1));
    const { complaint } = await updateComplaint(own.asCustomer(0, later(1)), id, { version: 1, description });
    expect(complaint.priorityScore).toBe(priorityScore);
  });

  it('lets only one of two through who have read the same version', async () => {
    const { id } = await desk.raise();
    const change = (role: 'admin' | 'support_agent', category: 'delay' | 'damage') =>
      updateComplaint(desk.asStaff(role), id, { version: 1, category });
    const results = await Promise.allSettled([change('admin', 'delay'), change('support_agent', 'damage')]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'precondition-failed' } }]);
    expect((await getComplaint(desk.asCustomer(), id)).version).toBe(2);
  });

  it('is over once somebody works on it', async () => {
    const { id } = await desk.raise({}, NOW);
    await changeComplaintStatus(desk.asStaff('support_agent'), id, { version: 1, status: 'in_progress' });
    const changing = updateComplaint(desk.asCustomer(), id, { version: 2, category: 'delay' });
    await expect(changing).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('needs something to change, one’s own complaint, or the permission', async () => {
    const { id } = await desk.raise();
    const elsewhere = await openDesk(app.deps);
    const input = { version: 1, category: 'delay' } as const;
    const refused = (code: string) => expect.objectContaining({ code }) as unknown;
    await expect(updateComplaint(desk.asCustomer(), id, { version: 1 })).rejects.toEqual(refused('invalid'));
    await expect(updateComplaint(desk.asCustomer(1), id, input)).rejects.toEqual(refused('not-found'));
    await expect(updateComplaint(elsewhere.asStaff('admin'), id, input)).rejects.toEqual(refused('not-found'));
    await expect(updateComplaint(desk.asStaff('observer'), id, input)).rejects.toEqual(refused('forbidden'));
    await expect(updateComplaint(desk.asGuest(), id, input)).rejects.toEqual(refused('unauthenticated'));
    expect((await getComplaint(desk.asCustomer(), id)).version).toBe(1);
  });
});
