import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '#src/channels/contract.ts';
import { selectOverdueComplaints } from '#src/db/queries/complaints.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { addComplaintUpdate } from './add-complaint-update.ts';
import { escalateComplaint } from './escalate-complaint.ts';
import { escalateOverdueComplaints } from './escalate-overdue-complaints.ts';
import { getComplaint } from './get-complaint.ts';
import { listComplaintUpdates } from './list-complaint-updates.ts';
import { resolveComplaint } from './resolve-complaint.ts';
import { openDesk, type Desk } from './test-desk.ts';

let app: TestApp;
const sent: OutgoingMessage[] = [];
beforeAll(async () => {
  const outbox = { send: async (message: OutgoingMessage) => void sent.push(message) };
  app = await startTestApp({ overrides: { outbox } });
});
afterAll(() => app.close());

const sentBy = (desk: Desk) => sent.filter(({ companyId }) => companyId === desk.test.company.id);

const NOW = new Date('2026-11-20T09:00:00.000Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const queueItemOf = (id: string) =>
  app.deps.db.query.priorityQueue.findFirst({ where: (q, { eq }) => eq(q.subjectId, id) });
const eventsOf = (id: string) =>
  app.deps.db.query.events.findMany({
    where: (e, { and, eq }) => and(eq(e.subjectId, id), eq(e.type, 'complaint.escalated')),
  });
const refusal = (code: string) => expect.objectContaining({ code }) as unknown;

describe('escalating', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(app.deps);
  });

  it('takes it to the next level at the customer’s request, and up the queue', async () => {
    const { id } = await desk.raise({}, NOW);
    const reason = 'Nobody has called me.';
    const { complaint, eventId } = await escalateComplaint(desk.asCustomer(0, later(7.2)), id, { reason });
    // 7.2 of 72 hours are one point; a level is ten in the queue.
    expect(complaint).toMatchObject({ escalationLevel: 1, priorityScore: 51, status: 'open', version: 2 });
    expect(await queueItemOf(id)).toMatchObject({ priorityScore: 61, status: 'waiting' });
    const { items } = await listComplaintUpdates(desk.asCustomer(), id, {});
    expect(items).toMatchObject([
      { kind: 'escalation', authorKind: 'customer', text: `Escalated to the team lead: ${reason}` },
    ]);
    expect(await eventsOf(id)).toMatchObject([
      { id: eventId, actorKind: 'customer', data: { level: 1, role: 'team_lead', reopened: false } },
    ]);
  });

  it('asks customers for a day’s patience, and staff for none', async () => {
    const { id } = await desk.raise({}, NOW);
    await escalateComplaint(desk.asCustomer(0, later(1)), id, {});
    const again = escalateComplaint(desk.asCustomer(0, later(2)), id, {});
    await expect(again).rejects.toMatchObject({ code: 'not-allowed', data: { reason: 'too-soon' } });
    await escalateComplaint(desk.asStaff('support_agent', later(2)), id, {});
    const { complaint } = await escalateComplaint(desk.asStaff('support_agent', later(2)), id, {});
    expect(complaint.escalationLevel).toBe(3);
    const over = escalateComplaint(desk.asStaff('admin', later(3)), id, {});
    await expect(over).rejects.toMatchObject({ code: 'not-allowed', data: { reason: 'highest' } });
  });

  it('goes one level at a time when two ask at once', async () => {
    const { id } = await desk.raise({}, NOW);
    const ask = () => escalateComplaint(desk.asCustomer(0, later(1)), id, {});
    const results = await Promise.allSettled([ask(), ask(), ask()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getComplaint(desk.asCustomer(), id)).escalationLevel).toBe(1);
  });

  it('takes a resolution back with which the customer is not content', async () => {
    const { id } = await desk.raise({}, NOW);
    await resolveComplaint(desk.asStaff('admin', later(1)), id, { version: 1, resolution: 'It is normal.' });
    const { complaint } = await escalateComplaint(desk.asCustomer(0, later(2)), id, { reason: 'It is not.' });
    expect(complaint).toMatchObject({ status: 'in_progress', resolvedAt: null, resolution: null, escalationLevel: 1 });
    expect(await queueItemOf(id)).toMatchObject({ status: 'waiting', doneAt: null });
  });

  it('is refused for others’ complaints, without the permission, and for guests', async () => {
    const elsewhere = await openDesk(app.deps);
    const { id } = await desk.raise({}, NOW);
    await expect(escalateComplaint(desk.asCustomer(1), id, {})).rejects.toEqual(refusal('not-found'));
    await expect(escalateComplaint(elsewhere.asStaff('admin'), id, {})).rejects.toEqual(refusal('not-found'));
    await expect(escalateComplaint(desk.asStaff('observer'), id, {})).rejects.toEqual(refusal('forbidden'));
    await expect(escalateComplaint(desk.asGuest(), id, {})).rejects.toEqual(refusal('unauthenticated'));
    await expect(escalateComplaint(desk.asCustomer(), id, { reason: '' })).rejects.toEqual(refusal('invalid'));
    expect(await eventsOf(id)).toEqual([]);
  });

  it('is told to those to whose level it goes, without what the customer wrote', async () => {
    const told = await openDesk(app.deps);
    const { id, number } = await told.raise({ description: 'The tap at 7, Hidden Lane leaks.' }, NOW);
    await escalateComplaint(told.asCustomer(0, later(1)), id, { reason: 'Nobody came to Hidden Lane.' });
    const toTeamLead = sentBy(told);
    expect(toTeamLead).toMatchObject([
      { channel: 'email', purpose: 'complaint-escalated', to: told.test.staff.team_lead.email },
    ]);
    expect(toTeamLead[0]?.text).toContain(`${number} (quality, medium priority)`);
    expect(JSON.stringify(toTeamLead)).not.toContain('Hidden Lane');
    // The company has no operations manager: what should go there is the administrator's.
    await escalateComplaint(told.asStaff('admin', later(2)), id, {});
    expect(sentBy(told).slice(1)).toMatchObject([{ to: told.test.staff.admin.email }]);
    const refused = escalateComplaint(told.asCustomer(0, later(3)), id, {});
    await expect(refused).rejects.toEqual(refusal('not-allowed'));
    expect(sentBy(told)).toHaveLength(2);
  });

  it('keeps the longest reason within what an update holds', async () => {
    const { id } = await desk.raise({}, NOW);
    await escalateComplaint(desk.asCustomer(0, NOW), id, { reason: 'x'.repeat(2_000) });
    const { items } = await listComplaintUpdates(desk.asCustomer(), id, {});
    expect(items[0]?.text).toHaveLength(2_000);
  });
});

describe('escalating what is overdue', () => {
  it('goes up a level each time that time has run out, and not between', async () => {
    const desk = await openDesk(app.deps);
    const { id, number } = await desk.raise({ category: 'safety' }, NOW);
    const calm = await desk.raise({ category: 'delay' }, NOW);
    const run = (minutes: number) => escalateOverdueComplaints(desk.asSystem(later(minutes / 60)));
    const level = async () => (await getComplaint(desk.asCustomer(), id)).escalationLevel;
    // The answer is due after 30 minutes.
    expect(await run(30)).toEqual([]);
    expect(await run(31)).toEqual([number]);
    expect(await run(31)).toEqual([]);
    expect(await run(60)).toEqual([]);
    expect(await level()).toBe(1);
    expect(await run(61)).toEqual([number]);
    // Answered: from now on only the resolution counts, due after 240 minutes.
    await addComplaintUpdate(desk.asStaff('admin', later(1.1)), id, { text: 'We are on our way.' });
    expect(await run(240)).toEqual([]);
    expect(await run(241)).toEqual([number]);
    expect(await level()).toBe(3);
    expect(await run(2_000)).toEqual([calm.number]);
    const { items } = await listComplaintUpdates(desk.asCustomer(), id, {});
    const system = items.filter(({ authorKind }) => authorKind === 'system');
    expect(system.map(({ text }) => text)).toEqual([
      'Escalated to the team lead: the promised time has passed.',
      'Escalated to the operations manager: the promised time has passed.',
      'Escalated to the admin: the promised time has passed.',
    ]);
    expect((await eventsOf(id)).map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual(
      [1, 2, 3].map(() => ['system', null]),
    );
  });

  it('goes by the last escalation of the complaint itself', async () => {
    const desk = await openDesk(app.deps);
    const raised = [await desk.raise({}, NOW), await desk.raise({}, NOW), await desk.raise({}, NOW)];
    const [first, second, third] = raised.map(({ id }) => id).toSorted();
    await escalateComplaint(desk.asStaff('admin', later(1)), first ?? '', {});
    await escalateComplaint(desk.asStaff('admin', later(2)), second ?? '', {});
    await escalateComplaint(desk.asStaff('admin', later(10.5)), second ?? '', {});
    await addComplaintUpdate(desk.asCustomer(0, later(10)), third ?? '', { text: 'Hello?' });
    const now = later(11);
    const where = { companyId: desk.test.company.id, now, belowLevel: 3, afterId: '', limit: 10 };
    const found = await selectOverdueComplaints(app.deps.db, where);
    expect(found.map(({ complaint, lastEscalatedAt }) => [complaint.id, lastEscalatedAt])).toEqual([
      [first, later(1)],
      [second, later(10.5)],
      [third, undefined],
    ]);
    // Answers were due every 2 or 8 hours: the second has gone up since then.
    const escalated = await escalateOverdueComplaints(desk.asSystem(now));
    const expected = raised.filter(({ id }) => id !== second).map(({ number }) => number);
    expect(escalated.toSorted()).toEqual(expected.toSorted());
  });

  it('does it once when it runs twice at once', async () => {
    const desk = await openDesk(app.deps);
    const raised = [await desk.raise({}, NOW), await desk.raise({}, NOW), await desk.raise({}, NOW)];
    const runs = await Promise.all([1, 2, 3].map(() => escalateOverdueComplaints(desk.asSystem(later(9)))));
    expect(runs.flat().toSorted()).toEqual(raised.map(({ number }) => number).toSorted());
    expect(sentBy(desk).map(({ to }) => to)).toEqual(raised.map(() => desk.test.staff.team_lead.email));
  });

  it('leaves what is settled, and what other companies have', async () => {
    const [desk, elsewhere] = await Promise.all([openDesk(app.deps), openDesk(app.deps)]);
    const { id } = await desk.raise({}, NOW);
    await elsewhere.raise({}, NOW);
    await resolveComplaint(desk.asStaff('admin', later(1)), id, { version: 1, resolution: 'Mended.' });
    expect(await escalateOverdueComplaints(desk.asSystem(later(1_000)))).toEqual([]);
  });

  it('is for the system only', async () => {
    const desk = await openDesk(app.deps);
    await expect(escalateOverdueComplaints(desk.asStaff('admin'))).rejects.toEqual(refusal('forbidden'));
    await expect(escalateOverdueComplaints(desk.asCustomer())).rejects.toEqual(refusal('forbidden'));
  });
});
