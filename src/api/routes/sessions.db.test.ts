import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import * as table from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { createTestCompany, type TestCompany } from '#seeds/test-company.ts';
import { createCall, tokenOf } from '#tests/call-api.ts';
import { textOfPdf } from '#tests/read-pdf.ts';
import { createTestConversation } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

let app: TestApp;
let test: TestCompany<'support_agent' | 'observer' | 'owner'>;
let call: ReturnType<typeof createCall>;
let customer: string;
let other: string;
let agent: string;
const closing: AbortController[] = [];

beforeAll(async () => {
  app = await startTestApp();
  test = await createTestCompany(app.deps.db, { customers: 2, staff: ['support_agent', 'observer', 'owner'] });
  call = createCall(app, test.company.id);
  const token = (kind: 'customer' | 'staff', id = '') => tokenOf(app, test.company.id, { kind, id });
  customer = token('customer', test.customer.id);
  other = token('customer', test.customers[1]?.id);
  agent = token('staff', test.staff.support_agent.id);
});
afterAll(async () => {
  for (const stream of closing) stream.abort();
  await app.close();
});

const guest = () => tokenOf(app, test.company.id, { kind: 'guest', id: newId('guest') });
const talk = (texts: string[], owner: { userId: string } | { guestId: string } = { userId: test.customer.id }) =>
  createTestConversation(app.deps.db, test.company.id, owner, texts);
const say = (text: string, sessionId?: string, as = customer, headers: Record<string, string> = {}) =>
  call('POST /api/v1/chat/message', {
    as,
    body: { text, ...(sessionId && { sessionId }) },
    headers: { Accept: 'application/json', ...headers },
  });

interface Message {
  id: string;
  role: string;
  text: string;
  seq: number;
  reaction?: object;
}
const historyOf = async (sessionId: string, as = customer, more = '') => {
  const { body } = await call(`GET /api/v1/chat/history?sessionId=${sessionId}${more}`, { as });
  return body as { messages: Message[]; nextCursor?: string; speaker: string };
};

/** Reads a session's events; `next` waits for the first that fits among those not read yet. */
async function follow(sessionId: string, as: string, lastEventId?: number) {
  const left = new AbortController();
  closing.push(left);
  const response = await fetch(`${app.url}/api/v1/chat/sessions/${sessionId}/events`, {
    headers: {
      ...{ authorization: `Bearer ${as}`, 'x-company': test.company.id, accept: 'text/event-stream' },
      ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
    },
    signal: left.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const seen: { id?: number; data: Record<string, unknown> }[] = [];
  return {
    status: response.status,
    seen,
    async next(fits: (data: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
      for (;;) {
        for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
          const frame = rest.slice(0, end);
          rest = rest.slice(end + 2);
          const data = /^data: (.*)$/m.exec(frame)?.[1];
          if (!data) continue;
          const id = /^id: (\d+)$/m.exec(frame)?.[1];
          const event = { ...(id && { id: Number(id) }), data: JSON.parse(data) as Record<string, unknown> };
          seen.push(event);
          if (fits(event.data)) return event.data;
        }
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error('The stream has ended.');
        rest += value ?? '';
      }
    },
    leave: () => left.abort(),
  };
}
const ofType = (type: string) => (data: Record<string, unknown>) => data['type'] === type;
const saying = (text: string) => (data: Record<string, unknown>) =>
  (data['message'] as { text?: string } | undefined)?.text === text;

describe('the list of conversations', () => {
  it('is read page by page, last spoken in first', async () => {
    const guestId = newId('guest');
    const as = tokenOf(app, test.company.id, { kind: 'guest', id: guestId });
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await talk([`Talk ${i}`], { guestId }));
    // Three of one moment: the id decides.
    const at = new Date('2026-11-01T10:00:00.000Z');
    for (const id of ids.slice(0, 3))
      await app.deps.db.update(table.conversations).set({ lastMessageAt: at }).where(eq(table.conversations.id, id));
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await call(`GET /api/v1/chat/sessions?limit=2${cursor && `&cursor=${cursor}`}`, { as });
      seen.push(...(body['sessions'] as { id: string }[]).map(({ id }) => id));
      cursor = String(body['nextCursor'] ?? '');
    } while (cursor);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(seen.slice(2)).toEqual(ids.slice(0, 3).toReversed());
  });

  it('is searched by title and by what was said, in one’s own alone, and signs mean themselves', async () => {
    const guestId = newId('guest');
    const as = tokenOf(app, test.company.id, { kind: 'guest', id: guestId });
    const byTitle = await talk(['A leaking tap', 'Which one?'], { guestId });
    const byWord = await talk(['Hello', 'How can I help?', '100% of the geyser'], { guestId });
    await talk(['A leaking tap too']);
    const found = async (q: string) => {
      const { body } = await call(`GET /api/v1/chat/sessions?q=${encodeURIComponent(q)}`, { as });
      return (body['sessions'] as { id: string }[]).map(({ id }) => id);
    };
    expect(await found('leaking')).toEqual([byTitle]);
    expect(await found('GEYSER')).toEqual([byWord]);
    expect(await found('100%')).toEqual([byWord]);
    expect(await found('0_% o')).toEqual([]);
    expect(await found('%')).toEqual([byWord]);
  });
});

describe('a conversation', () => {
  it('gets another title from its owner alone', async () => {
    const id = await talk(['Hello']);
    const rename = (as: string, title: string) => call(`PATCH /api/v1/chat/sessions/${id}`, { as, body: { title } });
    expect((await rename(customer, '  AC in the bedroom ')).body).toEqual({ id, title: 'AC in the bedroom' });
    for (const as of [other, guest(), agent]) expect((await rename(as, 'Mine')).status).toBe(404);
    expect((await rename(customer, ' ')).status).toBe(422);
    expect((await rename(customer, 'x'.repeat(121))).status).toBe(422);
    const row = await app.deps.db.query.conversations.findFirst({ where: (c, { eq }) => eq(c.id, id) });
    expect(row?.title).toBe('AC in the bedroom');
  });

  it('is gone for everybody when its owner deletes it', async () => {
    const { body } = await say('What is your refund policy?');
    const id = String(body['sessionId']);
    for (const as of [other, guest(), agent])
      expect((await call(`DELETE /api/v1/chat/sessions/${id}`, { as })).status).toBe(404);
    expect((await call(`DELETE /api/v1/chat/sessions/${id}`, { as: customer })).status).toBe(200);
    expect((await call(`DELETE /api/v1/chat/sessions/${id}`, { as: customer })).status).toBe(404);
    expect((await call(`GET /api/v1/chat/history?sessionId=${id}`, { as: customer })).status).toBe(404);
    expect((await call(`GET /api/v1/chat/sessions/${id}/export`, { as: customer })).status).toBe(404);
    expect((await say('Still there?', id)).status).toBe(404);
    const rows = await app.deps.db.query.messages.findMany({ where: (m, { eq }) => eq(m.conversationId, id) });
    expect(rows).toHaveLength(2);
  });

  it('that is answered at the moment is stopped and then deleted', async () => {
    const id = await talk(['Hello']);
    const running = Promise.allSettled(Array.from({ length: 4 }, () => say('What is your refund policy?', id)));
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect((await call(`DELETE /api/v1/chat/sessions/${id}`, { as: customer })).status).toBe(200);
    await running;
    const rows = await app.deps.db.query.turns.findMany({ where: (t, { eq }) => eq(t.conversationId, id) });
    expect(rows.filter(({ status }) => status === 'running' || status === 'queued')).toEqual([]);
  });

  it('has its history read page by page, to its beginning', async () => {
    const id = await talk(Array.from({ length: 9 }, (_, i) => `Line ${i + 1}`));
    const first = await historyOf(id, customer, '&limit=4');
    expect(first.messages.map(({ seq }) => seq)).toEqual([6, 7, 8, 9]);
    const second = await historyOf(id, customer, `&limit=4&cursor=${first.nextCursor}`);
    expect(second.messages.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
    const third = await historyOf(id, customer, `&limit=4&cursor=${second.nextCursor}`);
    expect(third.messages.map(({ seq }) => seq)).toEqual([1]);
    expect(third.nextCursor).toBeUndefined();
  });
});

describe('an export', () => {
  const exportOf = async (id: string, format: string, as = customer) => {
    const response = await fetch(`${app.url}/api/v1/chat/sessions/${id}/export?format=${format}`, {
      headers: { authorization: `Bearer ${as}`, 'x-company': test.company.id },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it('has every message, however many there are', async () => {
    const id = await talk(Array.from({ length: 450 }, (_, i) => `Line ${i + 1}`));
    const { bytes, response } = await exportOf(id, 'json');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const { messages } = JSON.parse(bytes.toString()) as { messages: Message[] };
    expect(messages.map(({ text }) => text)).toEqual(Array.from({ length: 450 }, (_, i) => `Line ${i + 1}`));
  });

  it('is named after the conversation, safely', async () => {
    const id = await talk(['नल टपक रहा है / "quick"\r\nX: y']);
    const { response } = await exportOf(id, 'markdown');
    const name = response.headers.get('content-disposition') ?? '';
    expect(name).toMatch(/^attachment; filename="[\w.() -]+\.md"; filename\*=UTF-8''%E0%A4%A8[\w.%-]+\.md$/);
    expect(response.headers.get('x')).toBeNull();
  });

  it('in Markdown says who said what, and nothing that was said is markup', async () => {
    const id = await talk(['# Big <img src=x> [a](javascript:b) *now*', '• One\n• Two']);
    const text = (await exportOf(id, 'markdown')).bytes.toString();
    expect(text).toContain('**You** ·');
    expect(text).toContain(`**${test.company.persona.assistantName}** ·`);
    expect(text).toContain('\\# Big \\<img src=x\\> \\[a\\](javascript:b) \\*now\\*');
    expect(text).toContain('• One  \n• Two');
  });

  it('in PDF can be read in English and Hindi, with rupees, over many pages', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `Line ${i + 1}: the visit costs ₹1,299.50 and takes an hour.`);
    const id = await talk(['नमस्ते, मेरा नल टपक रहा है', ...lines]);
    const { bytes, response } = await exportOf(id, 'pdf');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-6).toString()).toContain('%%EOF');
    const text = textOfPdf(bytes);
    expect(text).toContain('नमस्ते');
    expect(text).toContain('₹1,299.50');
    for (const i of [1, 60, 120]) expect(text).toContain(`Line ${i}:`);
    expect(text).not.toContain('\uFFFD');
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  });

  it('is for the owner alone', async () => {
    const id = await talk(['Hello']);
    for (const as of [other, guest(), agent]) expect((await exportOf(id, 'pdf', as)).response.status).toBe(404);
    expect((await exportOf(id, 'docx')).response.status).toBe(422);
  });
});

describe('an edited message', () => {
  const edit = (id: string, text: string, as = customer, headers: Record<string, string> = {}) =>
    call(`POST /api/v1/chat/messages/${id}/edit`, {
      as,
      body: { text },
      headers: { Accept: 'application/json', ...headers },
    });

  it('is answered in place of the first, and what came after it is gone from the talk', async () => {
    const first = await say('my AC is not cooling');
    const sessionId = String(first.body['sessionId']);
    await say('560001', sessionId);
    const before = await historyOf(sessionId);
    const second = before.messages[2];
    const edited = await edit(second?.id ?? '', test.pincode.pincode);
    expect(edited.status).toBe(200);
    const after = await historyOf(sessionId);
    expect(after.messages.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'my AC is not cooling'],
      ['assistant', first.body['text']],
      ['user', test.pincode.pincode],
      ['assistant', edited.body['text']],
    ]);
    const kept = await app.deps.db.query.messages.findMany({ where: (m, { eq }) => eq(m.conversationId, sessionId) });
    expect(kept).toHaveLength(6);
    expect(kept.filter(({ replacedAt }) => replacedAt)).toHaveLength(2);
    expect((await edit(second?.id ?? '', 'again')).status).toBe(404);
  });

  it('makes the assistant forget what was said after it: the flow goes on as if it had never been', async () => {
    const first = await say('my AC is not cooling');
    const sessionId = String(first.body['sessionId']);
    await say('never mind', sessionId);
    const { messages } = await historyOf(sessionId);
    const edited = await edit(messages[2]?.id ?? '', test.pincode.pincode);
    // The booking is open again, and goes on to its next question.
    expect(edited.body['ask']).toMatchObject({ slot: 'date' });
    expect((await say('never mind', sessionId)).body['text']).toMatch(/stopped|cancelled|dropped|no problem|left/i);
  });

  it('may be the first: then the talk begins anew', async () => {
    const first = await say('my AC is not cooling');
    const sessionId = String(first.body['sessionId']);
    const [message] = (await historyOf(sessionId)).messages;
    const edited = await edit(message?.id ?? '', 'hello');
    expect(edited.body['ask']).toMatchObject({ kind: 'clarify' });
    const yes = await say('yes', sessionId);
    expect(yes.body['effects']).toEqual([]);
    expect((await historyOf(sessionId)).messages.map(({ text }) => text)).toEqual([
      'hello',
      edited.body['text'],
      'yes',
      yes.body['text'],
    ]);
  });

  it('is refused after a change that stays, with the reason', async () => {
    const first = await say('Hello');
    const sessionId = String(first.body['sessionId']);
    await say('I want to talk to a real person', sessionId);
    const [message] = (await historyOf(sessionId)).messages;
    const refused = await edit(message?.id ?? '', 'Good morning');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'not-allowed',
      detail: expect.stringContaining('a person of our team') as string,
    });
    expect((await historyOf(sessionId)).messages).toHaveLength(4);
  });

  it('is only one’s own, and only what one has said', async () => {
    const { body } = await say('Hello');
    const { messages } = await historyOf(String(body['sessionId']));
    for (const as of [other, guest(), agent]) expect((await edit(messages[0]?.id ?? '', 'Ha', as)).status).toBe(404);
    expect((await edit(messages[1]?.id ?? '', 'Ha')).body).toMatchObject({ code: 'not-allowed' });
    expect((await edit('msg_none', 'Ha')).status).toBe(404);
  });

  it('counts once, however often it is sent with one key', async () => {
    const { body } = await say('Hello');
    const sessionId = String(body['sessionId']);
    const [message] = (await historyOf(sessionId)).messages;
    const send = () => edit(message?.id ?? '', 'Good morning', customer, { 'Idempotency-Key': newId('event') });
    const key = { 'Idempotency-Key': newId('event') };
    const once = () => edit(message?.id ?? '', 'Good morning', customer, key);
    const [a, b] = [await once(), await once()];
    expect([a.status, b.status]).toEqual([200, 200]);
    expect(a.body['turnId']).toBe(b.body['turnId']);
    expect((await send()).status).toBe(404);
    expect((await historyOf(sessionId)).messages).toHaveLength(2);
  });

  it('has one winner of two at once', async () => {
    const { body } = await say('Hello');
    const sessionId = String(body['sessionId']);
    const [message] = (await historyOf(sessionId)).messages;
    const answers = await Promise.all(['One', 'Two'].map((text) => edit(message?.id ?? '', text)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    expect((await historyOf(sessionId)).messages).toHaveLength(2);
  });

  it('is refused while a person speaks', async () => {
    const { body } = await say('Hello');
    const sessionId = String(body['sessionId']);
    await call('POST /api/v1/ops/handoffs', { as: agent, body: { conversationId: sessionId } });
    const [message] = (await historyOf(sessionId)).messages;
    expect((await edit(message?.id ?? '', 'Good morning')).body).toMatchObject({ code: 'not-allowed' });
  });
});

describe('thumbs', () => {
  const react = (id: string, as: string, body: object) =>
    call(`PUT /api/v1/chat/messages/${id}/reaction`, { as, body });

  it('are given, changed and taken back by the owner, and shown to them', async () => {
    const id = await talk(['Hello', 'How can I help?']);
    const answer = async () => (await historyOf(id)).messages[1];
    const messageId = (await answer())?.id ?? '';
    expect((await react(messageId, customer, { value: 'down', reason: 'Too vague' })).status).toBe(200);
    expect((await answer())?.reaction).toEqual({ value: 'down', reason: 'Too vague' });
    await Promise.all([react(messageId, customer, { value: 'up' }), react(messageId, customer, { value: 'up' })]);
    expect((await answer())?.reaction).toEqual({ value: 'up' });
    expect((await call(`DELETE /api/v1/chat/messages/${messageId}/reaction`, { as: customer })).status).toBe(200);
    expect((await answer())?.reaction).toBeUndefined();
    expect((await call(`DELETE /api/v1/chat/messages/${messageId}/reaction`, { as: customer })).status).toBe(200);
  });

  it('are not for others, nor for one’s own words', async () => {
    const id = await talk(['Hello', 'How can I help?']);
    const [mine, answer] = (await historyOf(id)).messages;
    for (const as of [other, guest(), agent])
      expect((await react(answer?.id ?? '', as, { value: 'up' })).status).toBe(404);
    expect((await react(mine?.id ?? '', customer, { value: 'up' })).body).toMatchObject({ code: 'not-allowed' });
    expect((await react(answer?.id ?? '', customer, { value: 'sideways' })).status).toBe(422);
  });

  it('go with a guest who signs in', async () => {
    const guestId = newId('guest');
    const guestToken = tokenOf(app, test.company.id, { kind: 'guest', id: guestId });
    const id = await talk(['Hello', 'How can I help?'], { guestId });
    const messageId = (await historyOf(id, guestToken)).messages[1]?.id ?? '';
    await react(messageId, guestToken, { value: 'up' });
    const { email, password } = test.customer;
    await call('POST /api/v1/auth/login', { body: { email, password, guestToken } });
    expect((await historyOf(id)).messages[1]?.reaction).toEqual({ value: 'up' });
  });

  it('are counted for staff who may see figures, by day', async () => {
    const own = await createTestCompany(app.deps.db, { staff: ['owner', 'support_agent'] });
    const there = createCall(app, own.company.id);
    const as = (kind: 'customer' | 'staff', id: string) => tokenOf(app, own.company.id, { kind, id });
    const id = await createTestConversation(app.deps.db, own.company.id, { userId: own.customer.id }, [
      'a',
      'b',
      'c',
      'd',
    ]);
    const rows = await app.deps.db.query.messages.findMany({ where: (m, { eq }) => eq(m.conversationId, id) });
    for (const { id: messageId, role } of rows.filter(({ role }) => role === 'assistant'))
      await there(`PUT /api/v1/chat/messages/${messageId}/reaction`, {
        as: as('customer', own.customer.id),
        body: { value: role === 'assistant' && messageId === rows[1]?.id ? 'up' : 'down' },
      });
    // 22 November in India, 21 in UTC.
    const given = new Date('2026-11-21T19:00:00.000Z');
    await app.deps.db
      .update(table.messageReactions)
      .set({ createdAt: given })
      .where(eq(table.messageReactions.companyId, own.company.id));
    const ask = (range: string, by: string) => there(`GET /api/v1/ops/reactions?${range}`, { as: as('staff', by) });
    expect((await ask('from=2026-11-21&to=2026-11-23', own.staff.owner.id)).body).toEqual({
      ...{ from: '2026-11-21', to: '2026-11-23', up: 1, down: 1 },
      days: [{ date: '2026-11-22', up: 1, down: 1 }],
    });
    expect((await ask('from=2026-11-20&to=2026-11-21', own.staff.owner.id)).body).toMatchObject({ up: 0, days: [] });
    expect((await ask('from=2026-11-20&to=2026-11-21', own.staff.support_agent.id)).status).toBe(403);
    expect((await ask('from=2026-11-21&to=2026-11-20', own.staff.owner.id)).status).toBe(422);
  });
});

describe('the events of a session', () => {
  async function taken(): Promise<{ sessionId: string; id: string }> {
    const { body } = await say('Hello');
    const sessionId = String(body['sessionId']);
    const started = await call('POST /api/v1/ops/handoffs', { as: agent, body: { conversationId: sessionId } });
    return { sessionId, id: String(started.body['id']) };
  }
  const reply = (id: string, text: string) =>
    call(`POST /api/v1/ops/handoffs/${id}/messages`, { as: agent, body: { text } });

  it('bring the person’s words, who speaks and who writes, as they happen', async () => {
    const { body } = await say('Hello');
    const sessionId = String(body['sessionId']);
    const feed = await follow(sessionId, customer);
    expect(await feed.next(ofType('speaker'))).toMatchObject({ speaker: 'assistant', handoff: 'none' });
    const started = await call('POST /api/v1/ops/handoffs', { as: agent, body: { conversationId: sessionId } });
    const id = String(started.body['id']);
    expect(await feed.next(ofType('speaker'))).toMatchObject({ speaker: 'person', handoff: 'active' });
    expect((await call(`POST /api/v1/chat/sessions/${sessionId}/typing`, { as: agent })).body).toEqual({ told: true });
    expect(await feed.next(ofType('typing'))).toEqual({ type: 'typing', by: 'person' });
    await reply(id, 'I am looking into it.');
    expect(await feed.next(ofType('message'))).toMatchObject({
      message: { role: 'operator', text: 'I am looking into it.' },
    });
    await call(`POST /api/v1/ops/handoffs/${id}/hand-back`, { as: agent });
    expect(await feed.next(ofType('message'))).toMatchObject({ message: { role: 'assistant' } });
    expect(await feed.next(ofType('speaker'))).toMatchObject({ speaker: 'assistant', handoff: 'none' });
    feed.leave();
  });

  it('go on where a client left off, each message once', async () => {
    const { sessionId, id } = await taken();
    const seq = (await historyOf(sessionId)).messages.at(-1)?.seq ?? 0;
    await reply(id, 'One');
    await call(`POST /api/v1/ops/handoffs/${id}/notes`, { as: agent, body: { text: 'Between us' } });
    await reply(id, 'Two');
    const feed = await follow(sessionId, customer, seq);
    await feed.next(saying('Two'));
    await reply(id, 'Three');
    await feed.next(saying('Three'));
    feed.leave();
    const messages = feed.seen.filter(({ data }) => data['type'] === 'message');
    expect(messages.map(({ data }) => (data['message'] as Message).text)).toEqual(['One', 'Two', 'Three']);
    const again = await follow(sessionId, customer, messages[1]?.id);
    await again.next(saying('Three'));
    expect(again.seen.filter(({ data }) => data['type'] === 'message')).toHaveLength(1);
    again.leave();
  });

  it('bring staff the customer’s words and the notes of colleagues', async () => {
    const { sessionId, id } = await taken();
    const feed = await follow(sessionId, agent);
    await feed.next(ofType('speaker'));
    await call(`POST /api/v1/chat/sessions/${sessionId}/typing`, { as: customer });
    expect(await feed.next(ofType('typing'))).toEqual({ type: 'typing', by: 'customer' });
    await say('Are you there?', sessionId);
    expect(await feed.next(ofType('message'))).toMatchObject({ message: { role: 'user', text: 'Are you there?' } });
    await call(`POST /api/v1/ops/handoffs/${id}/notes`, { as: agent, body: { text: 'Check the invoice' } });
    expect(await feed.next(ofType('message'))).toMatchObject({
      message: { role: 'system', text: 'Check the invoice' },
    });
    feed.leave();
    const looks = await app.deps.db.query.staffActivityLog.findMany({
      where: (l, { eq }) => eq(l.subjectId, sessionId),
    });
    expect(looks.map(({ action }) => action)).toContain('conversation.viewed');
  });

  it('end when the conversation is deleted', async () => {
    const { sessionId } = await taken();
    const feed = await follow(sessionId, agent);
    await feed.next(ofType('speaker'));
    await call(`DELETE /api/v1/chat/sessions/${sessionId}`, { as: customer });
    await expect(feed.next(() => false)).rejects.toThrow('The stream has ended.');
  });

  it('are for the owner and those who may read conversations', async () => {
    const { sessionId } = await taken();
    for (const as of [other, guest()]) expect((await follow(sessionId, as)).status).toBe(404);
    const elsewhere = await createTestCompany(app.deps.db, { staff: ['owner'] });
    const foreign = tokenOf(app, elsewhere.company.id, { kind: 'staff', id: elsewhere.staff.owner.id });
    const there = createCall(app, elsewhere.company.id);
    expect((await there(`GET /api/v1/chat/sessions/${sessionId}/events`, { as: foreign })).status).toBe(404);
    expect((await there(`POST /api/v1/chat/sessions/${sessionId}/typing`, { as: foreign })).status).toBe(404);
  });

  it('tell of writing at most once a second, and only of those who may answer', async () => {
    const { sessionId } = await taken();
    const type = (as: string) => call(`POST /api/v1/chat/sessions/${sessionId}/typing`, { as });
    expect([(await type(customer)).body, (await type(customer)).body]).toEqual([{ told: true }, { told: false }]);
    const observer = tokenOf(app, test.company.id, { kind: 'staff', id: test.staff.observer.id });
    expect((await type(observer)).status).toBe(403);
    expect((await type(other)).status).toBe(404);
  });
});
