import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messages, turns } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { issueToken } from '#src/services/auth/tokens.ts';
import type { TurnEvent } from '#src/turn.ts';
import { ChatAgent, readFrames, textsOf, verifyOrder } from '#tests/ag-ui-client.ts';
import { createScriptedAssistant } from '#tests/scripted-assistant.ts';
import { createTestAccounts, createTestConversation, type TestAccounts } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { turnScript } from '#tests/turn-script.ts';

const whole = (sessionId: string, turnId: string) => ({ events: turnScript(sessionId, turnId) });
const assistant = createScriptedAssistant(whole);
let app: TestApp;
let accounts: TestAccounts;
let customer: Record<string, string>;
let other: Record<string, string>;

beforeAll(async () => {
  app = await startTestApp({ overrides: { assistant } });
  accounts = await createTestAccounts(app.deps.db);
  customer = headersOf(accounts.customer.id);
  other = headersOf(accounts.other.id);
});
afterAll(() => app.close());
beforeEach(() => {
  assistant.script = whole;
});

function headersOf(userId: string): Record<string, string> {
  const scope = { secret: app.deps.config.JWT_SECRET, companyId: accounts.companyId, now: new Date() };
  const token = issueToken(scope, { kind: 'customer', sub: userId }, 3_600);
  return { 'X-Company': accounts.companyId, authorization: `Bearer ${token}` };
}

const get = (path: string, headers: Record<string, string>, signal?: AbortSignal) =>
  fetch(app.url + path, { headers, ...(signal && { signal }) });

const say = (body: unknown, headers: Record<string, string> = customer, signal?: AbortSignal) =>
  fetch(`${app.url}/api/v1/chat/message`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });

const stream = (text: string, signal?: AbortSignal) =>
  say({ text }, { ...customer, accept: 'text/event-stream' }, signal);

async function problem(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as Record<string, unknown>;
}

/** Resolves when the condition has come true; the test's own time-out is the limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('saying something', () => {
  it('is answered with events unless something else is asked for', async () => {
    const response = await say({ text: 'hello' }, { ...customer, accept: '*/*' });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await response.text()).toContain('RUN_FINISHED');
  });

  it('is answered with one JSON object for Accept: application/json', async () => {
    const response = await say({ text: ' hello ' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ turnId: expect.stringMatching(/^trn_/), parts: [{}, {}] });
  });

  it('is refused for an Accept that cannot be met', async () => {
    const response = await say({ text: 'hello' }, { ...customer, accept: 'text/html' });
    expect(response.status).toBe(406);
    expect(await problem(response)).toMatchObject({ code: 'not-acceptable' });
  });

  it.each<[string, unknown, number, string]>([
    ['an empty text', { text: '  ' }, 422, 'must not be empty'],
    ['a text beyond 4,000 characters', { text: 'x'.repeat(4_001) }, 422, 'at most 4,000 characters'],
    ['no text', {}, 422, 'is missing'],
    ['a text that is no text', { text: 7 }, 422, 'must be a string'],
    ['fields that do not exist', { text: 'x', role: 'admin' }, 422, 'is not a field'],
    ['a prototype', '{"text":"x","__proto__":{"role":"admin"}}', 400, 'JSON'],
    ['JSON that is cut off', '{"text":', 400, 'JSON'],
    ['JSON that is no object', '[]', 422, 'must be an object'],
    ['nothing', '', 400, 'JSON'],
    ['100 kB', { text: 'x'.repeat(100_000) }, 413, '64 kB'],
    ['a session that does not exist in any world', { text: 'x', sessionId: 'ses_ü' }, 404, 'conversation'],
  ])('is refused with %s', async (_, body, status, words) => {
    const response = await say(body);
    expect(response.status).toBe(status);
    expect(JSON.stringify(await problem(response))).toContain(words);
  });

  it('is refused in another content type or encoding', async () => {
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-encoding': 'gzip' },
      { 'content-type': 'application/json; charset=latin1' },
    ]) {
      const response = await say({ text: 'x' }, { ...customer, ...headers } as Record<string, string>);
      expect([response.status, (await problem(response))['code']]).toEqual([415, 'unsupported-media-type']);
    }
  });

  it('tells a turn that failed by a problem without its inner reasons', async () => {
    assistant.script = (sessionId, turnId) => ({
      events: [
        { type: 'turn.started', sessionId, turnId },
        { type: 'turn.failed', code: 'internal', message: 'x' },
      ],
    });
    const response = await say({ text: 'hello' });
    expect(response.status).toBe(500);
    expect(await problem(response)).toMatchObject({ code: 'internal' });
  });
});

describe('guests', () => {
  const company = () => ({ 'X-Company': accounts.companyId });

  it('are given an identity by cookie and header, and keep it by the cookie', async () => {
    const first = await say({ text: 'hello' }, company());
    const [cookie = '', ...attributes] = (first.headers.get('set-cookie') ?? '').split('; ');
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/api']));
    expect(cookie).toBe(`guest=${first.headers.get('x-guest-token')}`);
    const { turnId } = (await first.json()) as { turnId: string };

    const path = `/api/v1/chat/runs/${turnId}/events`;
    const again = await get(path, { ...company(), cookie });
    expect(again.status).toBe(200);
    expect(again.headers.get('set-cookie')).toBeNull();
    await again.text();
    expect((await get(path, { ...company(), authorization: `Bearer ${cookie.slice(6)}` })).status).toBe(200);
    expect((await get(path, company())).status).toBe(404);
  });

  it('become somebody new with a cookie that is forged or of another company', async () => {
    const elsewhere = await createTestAccounts(app.deps.db);
    const theirs = await say({ text: 'hello' }, { 'X-Company': elsewhere.companyId });
    for (const cookie of [`guest=${theirs.headers.get('x-guest-token')}`, 'guest=nonsense'])
      expect((await say({ text: 'hello' }, { ...company(), cookie })).headers.get('x-guest-token')).toBeTruthy();
  });

  it('get a secure cookie in production', async () => {
    const production = await startTestApp({
      overrides: { assistant, language: app.deps.language },
      settings: { NODE_ENV: 'production' },
    });
    const response = await fetch(`${production.url}/api/v1/chat/sessions`, { headers: company() });
    expect(response.headers.get('set-cookie')).toMatch(/; Secure$/);
    await production.close();
  });
});

describe('the stream of a turn', () => {
  it('is accepted by AG-UI’s own client', async () => {
    const agent = new ChatAgent({ url: `${app.url}/api/v1/chat/message`, headers: customer });
    const events = await agent.say('hello');
    expect(events[0]?.type).toBe('RUN_STARTED');
    expect(events.at(-1)?.type).toBe('RUN_FINISHED');
    expect(textsOf(agent)).toEqual(['You get it all back.\n\n• until 24 h before', 'Shall I book it?']);
  });

  it('comes with the headers that keep proxies from holding it back, at once', async () => {
    const gate = Promise.withResolvers<void>();
    assistant.script = (sessionId, turnId) => ({ ...whole(sessionId, turnId), gates: { 0: gate.promise } });
    const response = await stream('hello');
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    gate.resolve();
    expect((await readFrames(response)).at(-1)?.event.type).toBe('RUN_FINISHED');
  });

  it('goes on after a lost connection with exactly what was missing', async () => {
    const gate = Promise.withResolvers<void>();
    assistant.script = (sessionId, turnId) => ({ ...whole(sessionId, turnId), gates: { 6: gate.promise } });
    const before = await readFrames(await stream('hello'), 5);
    const turnId = String(before[0]?.event['runId']);
    const lastId = String(before.at(-1)?.id);
    gate.resolve();
    const path = `/api/v1/chat/runs/${turnId}/events`;
    const after = await readFrames(await get(path, { ...customer, 'last-event-id': lastId }));
    const all = await readFrames(await get(path, customer));
    expect([...before, ...after]).toEqual(all);
    expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1));
    await verifyOrder([...before, ...after].map(({ event }) => event));
  });

  it('ends with RUN_ERROR when the turn fails', async () => {
    const failed: TurnEvent = { type: 'turn.failed', code: 'internal', message: 'Please try again.' };
    assistant.script = (sessionId, turnId) => ({ events: [...turnScript(sessionId, turnId).slice(0, 4), failed] });
    const frames = await readFrames(await stream('hello'));
    expect(frames.at(-1)?.event).toEqual({ type: 'RUN_ERROR', code: 'internal', message: 'Please try again.' });
    await verifyOrder(frames.map(({ event }) => event));
  });

  it('ends with RUN_ERROR, without inner reasons, when the log breaks after the headers', async () => {
    assistant.script = (sessionId, turnId) => ({ ...whole(sessionId, turnId), breaksAt: 4 });
    const frames = await readFrames(await stream('hello'));
    const last = frames.at(-1)?.event;
    expect(last).toMatchObject({ type: 'RUN_ERROR', code: 'internal' });
    expect(JSON.stringify(last)).not.toContain('secret-host');
    await verifyOrder(frames.map(({ event }) => event));
  });

  it('stops following, not working, when the client leaves', async () => {
    const gate = Promise.withResolvers<void>();
    assistant.script = (sessionId, turnId) => ({ ...whole(sessionId, turnId), gates: { 6: gate.promise } });
    const finished = assistant.finishedTurns();
    const leaving = new AbortController();
    const response = await stream('hello', leaving.signal);
    await until(() => assistant.followers() === 1);
    leaving.abort();
    await until(() => assistant.followers() === 0);
    expect(assistant.finishedTurns()).toBe(finished);
    gate.resolve();
    await until(() => assistant.finishedTurns() === finished + 1);
    await expect(response.text()).rejects.toThrow('abort');
  });

  it('is hidden from everybody else, and unknown turns do not exist', async () => {
    const [first] = await readFrames(await stream('hello'), 1);
    const path = `/api/v1/chat/runs/${String(first?.event['runId'])}/events`;
    for (const response of [
      await get(path, other),
      await get('/api/v1/chat/runs/trn_nothing/events', customer),
      await get('/api/v1/chat/runs/%E0%A4%A/events', customer),
      await get('/api/v1/chat/runs/%F0%9F%98%80/events', customer),
    ])
      expect([response.status, (await problem(response))['code']]).toEqual([404, 'not-found']);
  });

  it('answers HEAD without following anything', async () => {
    const [first] = await readFrames(await stream('hello'), 1);
    const url = `${app.url}/api/v1/chat/runs/${String(first?.event['runId'])}/events`;
    const response = await fetch(url, { method: 'HEAD', headers: customer });
    expect(response.status).toBe(200);
    await until(() => assistant.followers() === 0);
  });
});

describe('the history', () => {
  it('lists the caller’s own conversations, last spoken in first', async () => {
    const { companyId, customer: owner } = await createTestAccounts(app.deps.db);
    const scope = { secret: app.deps.config.JWT_SECRET, companyId, now: new Date() };
    const token = issueToken(scope, { kind: 'customer', sub: owner.id }, 60);
    const first = await createTestConversation(app.deps.db, companyId, { userId: owner.id }, ['Older']);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await createTestConversation(app.deps.db, companyId, { userId: owner.id }, ['Newer', 'Yes?']);
    await createTestConversation(app.deps.db, companyId, { guestId: 'gst_somebody' });
    const response = await get('/api/v1/chat/sessions', { 'X-Company': companyId, authorization: `Bearer ${token}` });
    expect(await response.json()).toEqual({
      sessions: [
        { id: second, title: 'Newer', lastMessageAt: expect.any(String), messageCount: 2 },
        { id: first, title: 'Older', lastMessageAt: expect.any(String), messageCount: 1 },
      ],
    });
  });

  it('tells the last 200 messages, oldest first, with what the widget needs to show them', async () => {
    const { db } = app.deps;
    const texts = Array.from({ length: 203 }, (_, index) => `message ${index + 1}`);
    const sessionId = await createTestConversation(db, accounts.companyId, { userId: accounts.customer.id }, texts);
    const [, last] = turnScript(sessionId, 'trn_x').flatMap((e) => (e.type === 'part' ? [e.part] : []));
    if (!last) throw new Error('The script has two parts.');
    const payload = { parts: [last], effects: [] };
    const row = { id: newId('message'), companyId: accounts.companyId, conversationId: sessionId, seq: 204 };
    await db.insert(messages).values({ ...row, role: 'assistant', text: last.text, payload });
    await db.insert(messages).values({ ...row, id: newId('message'), seq: 205, role: 'system', text: 'internal' });
    const response = await get(`/api/v1/chat/history?sessionId=${sessionId}`, customer);
    const body = (await response.json()) as { sessionId: string; messages: { text: string }[] };
    expect(Object.keys(body)).toEqual(['sessionId', 'speaker', 'messages', 'nextCursor']);
    expect(body.messages).toHaveLength(200);
    expect(body.messages[0]?.text).toBe('message 5');
    expect(body.messages.at(-1)).toEqual({
      id: row.id,
      seq: 204,
      role: 'assistant',
      text: last.text,
      parts: [last],
      createdAt: expect.stringMatching(/^\d{4}-.+Z$/),
    });
  });

  it('names the turn that still runs', async () => {
    const { db } = app.deps;
    const sessionId = await createTestConversation(db, accounts.companyId, { userId: accounts.customer.id });
    const turn = (status: 'running' | 'finished') => ({
      id: newId('turn'),
      companyId: accounts.companyId,
      conversationId: sessionId,
      status,
      startedAt: new Date(),
    });
    const running = turn('running');
    await db.insert(turns).values([turn('finished'), running]);
    const response = await get(`/api/v1/chat/history?sessionId=${sessionId}`, customer);
    expect(await response.json()).toMatchObject({ running: { turnId: running.id } });
  });

  it('does not know conversations of somebody else, of another company, or of nobody', async () => {
    const elsewhere = await createTestAccounts(app.deps.db);
    const { db } = app.deps;
    const ids = [
      await createTestConversation(db, accounts.companyId, { userId: accounts.customer.id }),
      await createTestConversation(db, elsewhere.companyId, { userId: elsewhere.customer.id }),
      await createTestConversation(db, accounts.companyId, { guestId: 'gst_somebody' }),
      'ses_unknown',
      'ses_😀',
    ];
    for (const id of ids) {
      const response = await get(`/api/v1/chat/history?sessionId=${encodeURIComponent(id)}`, other);
      expect([response.status, (await problem(response))['code']]).toEqual([404, 'not-found']);
    }
  });

  it('says what is wrong with the query', async () => {
    const response = await get('/api/v1/chat/history?session=1', customer);
    expect((await problem(response))['errors']).toEqual([
      { pointer: '/query/sessionId', detail: 'is missing' },
      { pointer: '/query/session', detail: 'is not a field of this request' },
    ]);
    const twice = await get('/api/v1/chat/history?sessionId=a&sessionId=b', customer);
    expect(twice.status).toBe(422);
    await twice.text();
  });
});
