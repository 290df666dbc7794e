import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, users } from '#src/db/schema/index.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { addComplaintUpdate } from './add-complaint-update.ts';
import { assignComplaint } from './assign-complaint.ts';
import { changeComplaintStatus } from './change-complaint-status.ts';
import { getComplaint } from './get-complaint.ts';
import { listComplaintUpdates } from './list-complaint-updates.ts';
import { resolveComplaint } from './resolve-complaint.ts';
import { openDesk, type Desk } from './test-desk.ts';

let app: TestApp;
let desk: Desk;
let elsewhere: Desk;
beforeAll(async () => {
  app = await startTestApp();
  [desk, elsewhere] = await Promise.all([openDesk(app.deps), openDesk(app.deps)]);
});
afterAll(() => app.close());

const NOW = new Date('2026-11-20T09:00:00.000Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const DAY = 24;
const queueItemOf = (id: string) =>
  app.deps.db.query.priorityQueue.findFirst({ where: (q, { eq }) => eq(q.subjectId, id) });
const eventsOf = (id: string) => app.deps.db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, id) });
const textsOf = async (id: string, ctx = desk.asStaff('admin')) =>
  (await listComplaintUpdates(ctx, id, {})).items.map(({ text }) => text);
const refusal = (code: string) => expect.objectContaining({ code }) as unknown;

describe('commenting', () => {
  it('counts the first answer of staff as the first response', async () => {
    const { id } = await desk.raise({}, NOW);
    await addComplaintUpdate(desk.asCustomer(0, later(1)), id, { text: 'Is anybody there?' });
    await addComplaintUpdate(desk.asStaff('support_agent', later(2)), id, { text: 'Looks lazy.', isInternal: true });
    expect(await getComplaint(desk.asCustomer(), id)).toMatchObject({ firstRespondedAt: null, version: 1 });
    await addComplaintUpdate(desk.asStaff('support_agent', later(3)), id, { text: 'We are looking into it.' });
    await addComplaintUpdate(desk.asStaff('admin', later(4)), id, { text: 'A plumber comes tomorrow.' });
    expect(await getComplaint(desk.asCustomer(), id)).toMatchObject({ firstRespondedAt: later(3), version: 2 });
    expect(await queueItemOf(id)).toMatchObject({ dueAt: later(72) });
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'complaint.raised',
      ...Array(4).fill('complaint.commented'),
    ]);
  });

  it('keeps internal notes from customers', async () => {
    const { id } = await desk.raise({}, NOW);
    await addComplaintUpdate(desk.asStaff('admin', later(1)), id, { text: 'Secret.', isInternal: true });
    await addComplaintUpdate(desk.asStaff('admin', later(2)), id, { text: 'Open.' });
    await addComplaintUpdate(desk.asCustomer(0, later(3)), id, { text: 'Thanks.' });
    expect(await textsOf(id, desk.asCustomer())).toEqual(['Open.', 'Thanks.']);
    expect(await textsOf(id, desk.asStaff('observer'))).toEqual(['Secret.', 'Open.', 'Thanks.']);
  });

  it('leads through all pages, oldest first, without repeating or losing one', async () => {
    const { id } = await desk.raise({}, NOW);
    // Three at the same instant: the order among them must still be one.
    for (let i = 0; i < 5; i++)
      await addComplaintUpdate(desk.asCustomer(0, later(i < 3 ? 1 : i)), id, { text: `No ${i}` });
    const all = await textsOf(id);
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await listComplaintUpdates(desk.asCustomer(), id, {
        limit: 2,
        ...(cursor && { cursor }),
      });
      paged.push(...items.map(({ text }) => text));
      if (!nextCursor) break;
      cursor = nextCursor;
    }
    expect(paged).toEqual(all);
    expect(all.toSorted()).toEqual(['No 0', 'No 1', 'No 2', 'No 3', 'No 4']);
    expect(all.slice(3)).toEqual(['No 3', 'No 4']);
  });

  it('lets the work go on when the customer answers', async () => {
    const { id } = await desk.raise({}, NOW);
    const agent = desk.asStaff('support_agent', later(1));
    await changeComplaintStatus(agent, id, { version: 1, status: 'in_progress' });
    await changeComplaintStatus(agent, id, { version: 2, status: 'waiting_for_customer', note: 'Which tap is it?' });
    await addComplaintUpdate(desk.asCustomer(0, later(2)), id, { text: 'The one in the kitchen.' });
    expect(await getComplaint(desk.asCustomer(), id)).toMatchObject({
      status: 'in_progress',
      firstRespondedAt: later(1),
      version: 4,
    });
  });

  it('ends seven days after the resolution, but for notes of the staff', async () => {
    const { id } = await desk.raise({}, NOW);
    await resolveComplaint(desk.asStaff('admin', NOW), id, { version: 1, resolution: 'Repaired again.' });
    await changeComplaintStatus(desk.asStaff('admin', NOW), id, { version: 2, status: 'closed' });
    const week = later(7 * DAY);
    await addComplaintUpdate(desk.asCustomer(0, week), id, { text: 'It works, thank you.' });
    const after = new Date(week.getTime() + 1);
    const writing = addComplaintUpdate(desk.asCustomer(0, after), id, { text: 'One more thing.' });
    await expect(writing).rejects.toEqual(refusal('not-allowed'));
    await addComplaintUpdate(desk.asStaff('admin', after), id, { text: 'Filed.', isInternal: true });
  });

  it('is refused for internal notes of customers, strangers, staff without the permission, and empty words', async () => {
    const { id } = await desk.raise();
    const text = 'Hello';
    const add = addComplaintUpdate;
    await expect(add(desk.asCustomer(), id, { text, isInternal: true })).rejects.toEqual(refusal('forbidden'));
    await expect(add(desk.asCustomer(1), id, { text })).rejects.toEqual(refusal('not-found'));
    await expect(add(elsewhere.asStaff('admin'), id, { text })).rejects.toEqual(refusal('not-found'));
    await expect(add(desk.asStaff('observer'), id, { text })).rejects.toEqual(refusal('forbidden'));
    await expect(add(desk.asCustomer(), id, { text: ' \n' })).rejects.toEqual(refusal('invalid'));
    await expect(listComplaintUpdates(desk.asCustomer(1), id, {})).rejects.toEqual(refusal('not-found'));
    await expect(listComplaintUpdates(elsewhere.asStaff('admin'), id, {})).rejects.toEqual(refusal('not-found'));
    await expect(listComplaintUpdates(desk.asStaff('finance'), id, {})).rejects.toEqual(refusal('forbidden'));
    expect(await textsOf(id)).toEqual([]);
  });
});

describe('assigning', () => {
  it('gives it to somebody, which only staff can read', async () => {
    const { id } = await desk.raise();
    const agent = desk.test.staff.support_agent;
    const { complaint } = await assignComplaint(desk.asStaff('team_lead'), id, { version: 1, userId: agent.id });
    expect(complaint).toMatchObject({ assignedTo: agent.id, assigneeName: agent.name, status: 'open', version: 2 });
    expect(await queueItemOf(id)).toMatchObject({ status: 'claimed', assignedTo: agent.id });
    expect(await textsOf(id)).toEqual([`Assigned to ${agent.name}.`]);
    expect(await textsOf(id, desk.asCustomer())).toEqual([]);
  });

  it('lets only one of two team leads through who do it at once', async () => {
    const { id } = await desk.raise();
    const to = (role: 'admin' | 'support_agent') =>
      assignComplaint(desk.asStaff('team_lead'), id, { version: 1, userId: desk.test.staff[role].id });
    const results = await Promise.allSettled([to('admin'), to('support_agent')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')?.reason).toEqual(refusal('precondition-failed'));
  });

  it('takes nobody who may not work on complaints, or is suspended, or is no staff', async () => {
    const own = await openDesk(app.deps);
    const { id } = await own.raise();
    const { observer, support_agent: agent, admin } = own.test.staff;
    const to = (userId: string) => assignComplaint(own.asStaff('team_lead'), id, { version: 1, userId });
    await expect(to(observer.id)).rejects.toEqual(refusal('not-allowed'));
    await app.deps.db.update(staff).set({ status: 'suspended' }).where(eq(staff.userId, agent.id));
    await expect(to(agent.id)).rejects.toEqual(refusal('not-allowed'));
    await app.deps.db.update(users).set({ status: 'suspended' }).where(eq(users.id, admin.id));
    await expect(to(admin.id)).rejects.toEqual(refusal('not-allowed'));
    await expect(to(own.test.customer.id)).rejects.toEqual(refusal('not-found'));
    await expect(to(elsewhere.test.staff.admin.id)).rejects.toEqual(refusal('not-found'));
    await expect(to('usr_nobody')).rejects.toEqual(refusal('not-found'));
    await expect(to('ü')).rejects.toEqual(refusal('invalid'));
  });

  it('needs the permission, a complaint of the company, and one that is not settled', async () => {
    const { id } = await desk.raise();
    const input = { version: 1, userId: desk.test.staff.support_agent.id };
    await expect(assignComplaint(desk.asStaff('support_agent'), id, input)).rejects.toEqual(refusal('forbidden'));
    await expect(assignComplaint(desk.asCustomer(), id, input)).rejects.toEqual(refusal('forbidden'));
    await expect(assignComplaint(elsewhere.asStaff('admin'), id, input)).rejects.toEqual(refusal('not-found'));
    await resolveComplaint(desk.asStaff('admin'), id, { version: 1, resolution: 'Repaired again.' });
    const settled = assignComplaint(desk.asStaff('admin'), id, { ...input, version: 2 });
    await expect(settled).rejects.toEqual(refusal('not-allowed'));
  });
});

describe('resolving', () => {
  it('settles it with a decision, which is a first response too, and takes it off the queue', async () => {
    const { id } = await desk.raise({}, NOW);
    const resolution = 'A plumber has mended it, free of charge.';
    const { complaint } = await resolveComplaint(desk.asStaff('support_agent', later(5)), id, {
      version: 1,
      resolution,
    });
    expect(complaint).toMatchObject({
      ...{ status: 'resolved', resolution, resolvedAt: later(5), firstRespondedAt: later(5), version: 2 },
    });
    expect(await queueItemOf(id)).toMatchObject({ status: 'done', doneAt: later(5), dueAt: null });
    expect(await textsOf(id, desk.asCustomer())).toEqual([resolution]);
    const [, event] = await eventsOf(id);
    expect(event).toMatchObject({ type: 'complaint.resolved', actorKind: 'staff', data: { inTime: true } });
    const logged = await app.deps.db.query.staffActivityLog.findMany({ where: (a, { eq }) => eq(a.subjectId, id) });
    expect(logged.map(({ action }) => action)).toContain('complaint.resolved');
  });

  it('happens once, even if two of the staff do it at once', async () => {
    const { id } = await desk.raise();
    const resolve = (role: 'admin' | 'support_agent') =>
      resolveComplaint(desk.asStaff(role), id, { version: 1, resolution: `By ${role}.` });
    const results = await Promise.allSettled([resolve('admin'), resolve('support_agent')]);
    expect(results.find((result) => result.status === 'rejected')?.reason).toEqual(refusal('precondition-failed'));
    const again = resolveComplaint(desk.asStaff('admin'), id, { version: 2, resolution: 'Once more.' });
    await expect(again).rejects.toEqual(refusal('not-allowed'));
    expect(await textsOf(id)).toHaveLength(1);
  });

  it('needs the permission, a decision and a complaint of the company', async () => {
    const { id } = await desk.raise();
    const input = { version: 1, resolution: 'Repaired again.' };
    await expect(resolveComplaint(desk.asStaff('observer'), id, input)).rejects.toEqual(refusal('forbidden'));
    await expect(resolveComplaint(desk.asCustomer(), id, input)).rejects.toEqual(refusal('forbidden'));
    await expect(resolveComplaint(desk.asGuest(), id, input)).rejects.toEqual(refusal('unauthenticated'));
    await expect(resolveComplaint(elsewhere.asStaff('admin'), id, input)).rejects.toEqual(refusal('not-found'));
    const empty = resolveComplaint(desk.asStaff('admin'), id, { ...input, resolution: ' ' });
    await expect(empty).rejects.toEqual(refusal('invalid'));
  });
});

describe('changing the state', () => {
  it('leads from open to closed and back within seven days', async () => {
    const own = await openDesk(app.deps);
    const { id } = await own.raise({}, NOW);
    let version = 1;
    const to = async (
      status: 'in_progress' | 'waiting_for_customer' | 'resolved' | 'closed',
      note?: string,
      at = NOW,
    ) => {
      const input = { version: version++, status, ...(note && { note }) };
      return (await changeComplaintStatus(own.asStaff('support_agent', at), id, input)).complaint;
    };
    await to('in_progress');
    await to('waiting_for_customer', 'Which tap?');
    await to('in_progress');
    expect(await to('resolved', 'Mended.', later(1))).toMatchObject({ resolution: 'Mended.', resolvedAt: later(1) });
    expect(await to('closed', undefined, later(2))).toMatchObject({ status: 'closed', resolvedAt: later(1) });
    expect(await queueItemOf(id)).toMatchObject({ status: 'done' });
    const again = await to('in_progress', 'It leaks again.', later(1 + 7 * DAY));
    expect(again).toMatchObject({ status: 'in_progress', resolvedAt: null, resolution: null, version: 7 });
    expect(await queueItemOf(id)).toMatchObject({ status: 'waiting', doneAt: null, dueAt: later(72) });
    const texts = (await textsOf(id, own.asCustomer())).toSorted();
    expect(texts).toEqual([
      'Mended.',
      'Now closed.',
      'Now in progress.',
      'Now in progress.',
      'Now waiting for customer: Which tap?',
      'Taken up again: It leaks again.',
    ]);
  });

  it('refuses what may not follow, and says what may', async () => {
    const { id } = await desk.raise();
    const closing = changeComplaintStatus(desk.asStaff('admin'), id, { version: 1, status: 'closed' });
    await expect(closing).rejects.toMatchObject({
      code: 'not-allowed',
      data: { allowed: ['in_progress', 'resolved'] },
    });
  });

  it('does not take it up again after seven days', async () => {
    const { id } = await desk.raise({}, NOW);
    await resolveComplaint(desk.asStaff('admin', NOW), id, { version: 1, resolution: 'Mended.' });
    const late = new Date(later(7 * DAY).getTime() + 1);
    const reopening = changeComplaintStatus(desk.asStaff('admin', late), id, { version: 2, status: 'in_progress' });
    await expect(reopening).rejects.toMatchObject({ code: 'not-allowed', data: { allowed: ['closed'] } });
  });

  it('needs the version, the permission, a complaint of the company, and words to resolve', async () => {
    const { id } = await desk.raise();
    const change = changeComplaintStatus;
    const input = { version: 1, status: 'in_progress' } as const;
    await expect(change(desk.asStaff('admin'), id, { ...input, version: 2 })).rejects.toEqual(
      refusal('precondition-failed'),
    );
    await expect(change(desk.asStaff('observer'), id, input)).rejects.toEqual(refusal('forbidden'));
    await expect(change(desk.asCustomer(), id, input)).rejects.toEqual(refusal('forbidden'));
    await expect(change(elsewhere.asStaff('admin'), id, input)).rejects.toEqual(refusal('not-found'));
    await expect(change(desk.asStaff('admin'), id, { version: 1, status: 'resolved' })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ pointer: '/note' }],
    });
    const limited = desk.asStaff('support_agent');
    if (limited.actor.kind !== 'staff') throw new Error('Staff were asked for.');
    const actor = { ...limited.actor, permissions: new Set(['complaints.update'] as const) };
    const resolving = change({ ...limited, actor }, id, { version: 1, status: 'resolved', note: 'Mended.' });
    await expect(resolving).rejects.toEqual(refusal('forbidden'));
  });
});
