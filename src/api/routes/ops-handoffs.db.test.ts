import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as table from '#src/db/schema/index.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf, type Answer } from '#tests/call-api.ts';
import { createOwnedThings } from '#tests/owned-things.ts';
import { createTestConversation } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

type Roles = 'owner' | 'team_lead' | 'support_agent' | 'observer' | 'finance';
const ROLES: Roles[] = ['owner', 'team_lead', 'support_agent', 'observer', 'finance'];

let app: TestApp;
let test: TestCompany<Roles>;
let elsewhere: TestCompany<'owner'>;
let call: ReturnType<typeof createCall>;
let customer: string;
let staff: Record<Roles, string>;
/** A second one of the same role. */
let colleague: string;

beforeAll(async () => {
  app = await startTestApp();
  const { db } = app.deps;
  test = await createTestCompany(db, { customers: 2, staff: ROLES });
  elsewhere = await createTestCompany(db, { staff: ['owner'] });
  call = createCall(app, test.company.id);
  customer = tokenOf(app, test.company.id, { kind: 'customer', id: test.customer.id });
  const token = (id: string) => tokenOf(app, test.company.id, { kind: 'staff', id });
  staff = Object.fromEntries(ROLES.map((role) => [role, token(test.staff[role].id)])) as typeof staff;
  colleague = token(await secondAgent());
});
afterAll(() => app.close());

async function secondAgent(): Promise<string> {
  const { db } = app.deps;
  const [agent] = await db.select().from(table.staff).where(eq(table.staff.userId, test.staff.support_agent.id));
  const id = 'usr_' + (agent?.id.slice(4) ?? '');
  await db.insert(table.users).values({
    ...{ id, companyId: test.company.id, role: 'ops', name: 'Second Agent' },
    ...{ email: `${id}@example.test`, phone: '+915550000001' },
  });
  await db.insert(table.staff).values({
    ...{ id: `stf_2${agent?.id.slice(5)}`, companyId: test.company.id, userId: id, roleId: agent?.roleId ?? '' },
  });
  return id;
}

const say = (text: string, sessionId?: string, as = customer) =>
  call('POST /api/v1/chat/message', {
    as,
    body: { text, ...(sessionId && { sessionId }) },
    headers: { Accept: 'application/json' },
  });

/** A conversation in which a person was asked for. */
async function waiting(text = 'I want to talk to a real person'): Promise<{ sessionId: string; id: string }> {
  const { body } = await say(text);
  const sessionId = String(body['sessionId']);
  const row = await app.deps.db.query.handoffs.findFirst({ where: (h, { eq }) => eq(h.openKey, sessionId) });
  if (!row) throw new Error(`No handoff after ${JSON.stringify(body)}`);
  return { sessionId, id: row.id };
}

async function taken(as = staff.support_agent): Promise<{ sessionId: string; id: string }> {
  const it = await waiting();
  expect((await call(`POST /api/v1/ops/handoffs/${it.id}/take-over`, { as })).status).toBe(200);
  return it;
}

const act = (id: string, verb: string, as: string, body?: object): Promise<Answer> =>
  call(`POST /api/v1/ops/handoffs/${id}/${verb}`, { as, ...(body && { body }) });
const queueItemOf = (sessionId: string) =>
  app.deps.db.query.priorityQueue.findFirst({ where: (q, { eq }) => eq(q.subjectId, sessionId) });
const eventsOf = async (subjectId: string) => {
  const rows = await app.deps.db.query.events.findMany({ where: (e, { eq }) => eq(e.subjectId, subjectId) });
  return rows.map(({ type }) => type);
};
const historyOf = async (sessionId: string, as = customer) => {
  const { body } = await call(`GET /api/v1/chat/history?sessionId=${sessionId}`, { as });
  return body as { speaker: string; handoff?: string; messages: { role: string; text: string; seq: number }[] };
};

describe('the queue', () => {
  it('has a conversation with its score and what it is about, until somebody is done with it', async () => {
    const { sessionId, id } = await waiting('My AC leaks and nobody helps, get me a human');
    expect(await queueItemOf(sessionId)).toMatchObject({ status: 'waiting', priorityScore: 50, doneAt: null });
    expect((await queueItemOf(sessionId))?.summary).toContain('My AC leaks and nobody helps');
    expect((await historyOf(sessionId)).handoff).toBe('waiting');

    await act(id, 'take-over', staff.support_agent);
    const agent = test.staff.support_agent.id;
    expect(await queueItemOf(sessionId)).toMatchObject({ status: 'claimed', assignedTo: agent });
    await act(id, 'hand-back', staff.support_agent);
    expect(await queueItemOf(sessionId)).toMatchObject({ status: 'done', doneAt: expect.any(Date) as Date });
    expect(await eventsOf(id)).toEqual(['handoff.requested', 'handoff.taken_over', 'handoff.ended']);
  });

  it('is read page by page, most pressing first, and the look is noted', async () => {
    const own = await createTestCompany(app.deps.db, { staff: ['observer'] });
    const callThere = createCall(app, own.company.id);
    const as = tokenOf(app, own.company.id, { kind: 'staff', id: own.staff.observer.id });
    const member = tokenOf(app, own.company.id, { kind: 'customer', id: own.customer.id });
    for (let i = 0; i < 5; i++)
      await callThere('POST /api/v1/chat/message', {
        as: member,
        body: { text: 'I want to talk to a person' },
        headers: { Accept: 'application/json' },
      });
    const all = await app.deps.db.query.handoffs.findMany({ where: (h, { eq }) => eq(h.companyId, own.company.id) });
    const pressing = all[3];
    await app.deps.db
      .update(table.handoffs)
      .set({ score: 95 })
      .where(eq(table.handoffs.id, pressing?.id ?? ''));
    await app.deps.db
      .update(table.priorityQueue)
      .set({ priorityScore: 95 })
      .where(eq(table.priorityQueue.subjectId, pressing?.conversationId ?? ''));

    const seen: string[] = [];
    let cursor = '';
    do {
      const { status, body } = await callThere(`GET /api/v1/ops/handoffs?limit=2${cursor && `&cursor=${cursor}`}`, {
        as,
      });
      expect(status).toBe(200);
      const page = body as { items: { id: string }[]; nextCursor?: string };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    const [first, ...rest] = seen;
    expect(first).toBe(pressing?.id);
    expect(rest).toEqual(all.map(({ id }) => id).filter((id) => id !== first));
    const looks = await app.deps.db.query.staffActivityLog.findMany({
      where: (l, { eq }) => eq(l.userId, own.staff.observer.id),
    });
    expect(looks.filter(({ action }) => action === 'handoff.listed')).toHaveLength(3);
    expect((await callThere('GET /api/v1/ops/handoffs?status=ended', { as })).body).toEqual({ items: [] });
  });

  it('moves a conversation up when something more pressing happens in it', async () => {
    const { sessionId, id } = await waiting();
    await say('there are sparks and burning smell from the AC your man repaired, I want to complain', sessionId);
    await say('not about a booking', sessionId);
    await say('yes', sessionId);
    const handoff = await app.deps.db.query.handoffs.findFirst({ where: (h, { eq }) => eq(h.id, id) });
    expect(handoff).toMatchObject({ reason: 'safety', status: 'waiting', score: 95 });
    expect(handoff?.summary).toContain('sparks');
    expect(await queueItemOf(sessionId)).toMatchObject({ priorityScore: 95, summary: handoff?.summary.slice(0, 255) });
    expect(await eventsOf(id)).toEqual(['handoff.requested', 'handoff.pressed']);
  });
});

describe('taking over', () => {
  it('makes one of two who try at once the speaker', async () => {
    const { sessionId, id } = await waiting();
    const answers = await Promise.all([act(id, 'take-over', staff.support_agent), act(id, 'take-over', colleague)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'conflict' });
    expect(await eventsOf(id)).toEqual(['handoff.requested', 'handoff.taken_over']);
    expect((await historyOf(sessionId)).speaker).toBe('person');
  });

  it('is no news for whoever has it already', async () => {
    const { id } = await taken();
    expect((await act(id, 'take-over', staff.support_agent)).body).toMatchObject({ status: 'active' });
    expect(await eventsOf(id)).toEqual(['handoff.requested', 'handoff.taken_over']);
  });

  it('needs no request: staff join by themselves, once', async () => {
    const { body } = await say('What is your refund policy?');
    const conversationId = String(body['sessionId']);
    const start = (as: string) => call('POST /api/v1/ops/handoffs', { as, body: { conversationId } });
    const answers = await Promise.all([start(staff.support_agent), start(colleague), start(staff.owner)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const won = answers.find(({ status }) => status === 201)?.body;
    expect(won).toMatchObject({ reason: 'staff_took_over', status: 'active', conversationId });
    expect(won?.['summary']).toContain('What is your refund policy?');
    expect(await queueItemOf(conversationId)).toMatchObject({ status: 'claimed', userId: test.customer.id });
  });

  it('takes what waits when staff join it by its conversation', async () => {
    const { sessionId, id } = await waiting();
    const { body } = await call('POST /api/v1/ops/handoffs', { as: staff.owner, body: { conversationId: sessionId } });
    expect(body).toMatchObject({ id, reason: 'customer_asked', status: 'active' });
  });

  it('is refused to those who may only look', async () => {
    const { id } = await waiting();
    expect((await act(id, 'take-over', staff.observer)).status).toBe(403);
    expect((await call(`GET /api/v1/ops/handoffs/${id}`, { as: staff.observer })).status).toBe(200);
    expect((await call(`GET /api/v1/ops/handoffs/${id}`, { as: staff.finance })).status).toBe(403);
    expect((await act(id, 'take-over', customer)).status).toBe(403);
  });

  it('is not to be had in another company', async () => {
    const { sessionId, id } = await waiting();
    const there = createCall(app, elsewhere.company.id);
    const as = tokenOf(app, elsewhere.company.id, { kind: 'staff', id: elsewhere.staff.owner.id });
    for (const verb of ['take-over', 'hand-back'])
      expect((await there(`POST /api/v1/ops/handoffs/${id}/${verb}`, { as })).status).toBe(404);
    expect((await there('POST /api/v1/ops/handoffs', { as, body: { conversationId: sessionId } })).status).toBe(404);
    expect((await there(`GET /api/v1/ops/handoffs/${id}`, { as })).status).toBe(404);
  });
});

describe('while a person speaks', () => {
  it('the assistant is silent, and messages wait for nobody', async () => {
    const { sessionId } = await taken();
    const { status, body } = await say('Is anybody there?', sessionId);
    expect([status, body['outcome'], body['text']]).toEqual([200, 'silent', '']);
    expect((await historyOf(sessionId)).messages.at(-1)).toMatchObject({ role: 'user', text: 'Is anybody there?' });
    expect(await eventsOf(sessionId)).toContain('conversation.message_received');
  });

  it('what they say reaches the customer, whom it does not name', async () => {
    const { sessionId, id } = await taken();
    const { status, body } = await act(id, 'messages', staff.support_agent, { text: 'The plumber comes at 5 pm.' });
    expect(status).toBe(201);
    const last = (await historyOf(sessionId)).messages.at(-1);
    expect(last).toMatchObject({ id: body['messageId'], role: 'operator', text: 'The plumber comes at 5 pm.' });
    expect(JSON.stringify(last)).not.toContain(test.staff.support_agent.id);
    const row = await app.deps.db.query.messages.findFirst({
      where: (m, { eq }) => eq(m.id, String(body['messageId'])),
    });
    expect(row?.authorId).toBe(test.staff.support_agent.id);
  });

  it('only the holder speaks, or somebody above them', async () => {
    const { id } = await taken();
    const text = 'Hello';
    expect((await act(id, 'messages', colleague, { text })).body).toMatchObject({ code: 'forbidden' });
    expect((await act(id, 'hand-back', colleague)).body).toMatchObject({ code: 'forbidden' });
    expect((await act(id, 'messages', staff.team_lead, { text })).status).toBe(201);
    expect((await act(id, 'hand-back', staff.owner)).status).toBe(200);
    expect((await act(id, 'messages', staff.support_agent, { text })).body).toMatchObject({ code: 'not-allowed' });
  });

  it('nobody speaks who has not taken over', async () => {
    const { id } = await waiting();
    expect((await act(id, 'messages', staff.owner, { text: 'Hello' })).body).toMatchObject({ code: 'not-allowed' });
    expect((await act(id, 'hand-back', staff.owner)).body).toMatchObject({ code: 'not-allowed' });
  });

  it('says a thing once, however often it is sent with one key', async () => {
    const { sessionId, id } = await taken();
    const headers = { 'Idempotency-Key': 'the-same' };
    const send = () =>
      call(`POST /api/v1/ops/handoffs/${id}/messages`, { as: staff.support_agent, body: { text: 'Once' }, headers });
    expect((await send()).body).toEqual((await send()).body);
    expect((await historyOf(sessionId)).messages.filter(({ text }) => text === 'Once')).toHaveLength(1);
  });

  it('notes are for colleagues alone', async () => {
    const { sessionId, id } = await taken();
    expect((await act(id, 'notes', colleague, { text: 'Rude last time.' })).status).toBe(201);
    expect(JSON.stringify(await historyOf(sessionId))).not.toContain('Rude');
    const exported = await call(`GET /api/v1/chat/sessions/${sessionId}/export`, { as: customer });
    expect(exported.text).not.toContain('Rude');
    const { body } = await call(`GET /api/v1/ops/handoffs/${id}`, { as: staff.observer });
    expect(body['messages']).toContainEqual(
      expect.objectContaining({ role: 'system', text: 'Rude last time.', author: 'Second Agent' }),
    );
  });
});

describe('handing back', () => {
  it('lets the assistant say so and answer again', async () => {
    const { sessionId, id } = await taken();
    await act(id, 'hand-back', staff.support_agent);
    const history = await historyOf(sessionId);
    expect(history).toMatchObject({ speaker: 'assistant' });
    expect(history.handoff).toBeUndefined();
    expect(history.messages.at(-1)).toMatchObject({
      role: 'assistant',
      text: expect.stringContaining('I am back') as string,
    });
    expect((await say('What is your refund policy?', sessionId)).body).toMatchObject({ outcome: 'answered' });
    expect((await act(id, 'take-over', staff.support_agent)).body).toMatchObject({ code: 'not-allowed' });
    const again = await say('I want to talk to a real person', sessionId);
    expect(again.body['effects']).toMatchObject([{ type: 'handoff.requested' }]);
    expect(await queueItemOf(sessionId)).toMatchObject({ status: 'waiting', assignedTo: null, doneAt: null });
  });

  it('ends a handoff once, of two at once', async () => {
    const { sessionId, id } = await taken();
    const answers = await Promise.all([act(id, 'hand-back', staff.support_agent), act(id, 'hand-back', staff.owner)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const said = (await historyOf(sessionId)).messages.filter(({ text }) => text.includes('I am back'));
    expect(said).toHaveLength(1);
  });
});

describe('what whoever takes over sees', () => {
  it('is the talk and what the customer has with us, as far as they may see it; the look is logged', async () => {
    await createOwnedThings(app.deps.db, test, test.staff.team_lead.id);
    const { id } = await waiting();
    const { body } = await call(`GET /api/v1/ops/handoffs/${id}`, { as: staff.support_agent });
    expect(body).toMatchObject({
      customer: { id: test.customer.id },
      contacts: { email: test.customer.email },
      bookings: [{ status: 'confirmed', items: [test.rateCards.tapRepair.name] }],
      complaints: expect.arrayContaining([expect.objectContaining({ category: 'quality' })]) as unknown,
    });
    expect(body['messages']).toMatchObject([{ role: 'user' }, { role: 'assistant' }]);
    const looks = await app.deps.db.query.staffActivityLog.findMany({
      where: (l, { and, eq }) => and(eq(l.userId, test.staff.support_agent.id), eq(l.subjectId, id)),
    });
    expect(looks).toMatchObject([{ action: 'handoff.viewed', data: { customerId: test.customer.id } }]);
  });

  it('is nothing of a conversation that the customer has deleted', async () => {
    const { sessionId, id } = await taken();
    expect((await call(`DELETE /api/v1/chat/sessions/${sessionId}`, { as: customer })).status).toBe(200);
    expect((await call(`GET /api/v1/ops/handoffs/${id}`, { as: staff.owner })).status).toBe(404);
    expect((await act(id, 'messages', staff.support_agent, { text: 'Hello?' })).status).toBe(404);
    expect(await queueItemOf(sessionId)).toMatchObject({ status: 'done' });
  });

  it('is a guest’s talk as well', async () => {
    const sessionId = await createTestConversation(app.deps.db, test.company.id, { guestId: 'gst_someone' });
    const started = await call('POST /api/v1/ops/handoffs', { as: staff.owner, body: { conversationId: sessionId } });
    const { body } = await call(`GET /api/v1/ops/handoffs/${String(started.body['id'])}`, { as: staff.owner });
    expect(body['customer']).toBeUndefined();
    expect(body['messages']).toHaveLength(2);
  });
});
