import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TurnResult } from '#src/turn.ts';
import { ChatAgent, readFrames, verifyOrder } from '#tests/ag-ui-client.ts';
import { createTestAccounts, type TestAccounts } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

let app: TestApp;
let accounts: TestAccounts;

beforeAll(async () => {
  app = await startTestApp();
  accounts = await createTestAccounts(app.deps.db);
});
afterAll(() => app.close());

interface Person {
  token: string;
  get<T>(path: string, headers?: Record<string, string>): Promise<{ status: number; body: T }>;
  say(text: string, sessionId?: string): Promise<{ status: number; body: TurnResult }>;
}

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(app.url + path, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-company': accounts.companyId,
      ...headers,
    },
    body: JSON.stringify(body),
  });

function person(token: string): Person {
  const headers = { authorization: `Bearer ${token}`, 'x-company': accounts.companyId };
  return {
    token,
    async get<T>(path: string, more: Record<string, string> = {}) {
      const response = await fetch(app.url + path, { headers: { ...headers, ...more } });
      return { status: response.status, body: (await response.json()) as T };
    },
    async say(text, sessionId) {
      const response = await post('/api/v1/chat/message', { text, ...(sessionId && { sessionId }) }, headers);
      return { status: response.status, body: (await response.json()) as TurnResult };
    },
  };
}

async function guest(): Promise<Person> {
  const { accessToken } = (await (await post('/api/v1/auth/guest', {})).json()) as { accessToken: string };
  return person(accessToken);
}

async function customer(guestToken?: string): Promise<Person> {
  const { email, password } = accounts.customer;
  const response = await post('/api/v1/auth/login', { email, password, ...(guestToken && { guestToken }) });
  return person(((await response.json()) as { accessToken: string }).accessToken);
}

interface History {
  messages: { role: string; text: string }[];
}

describe('a conversation over HTTP', () => {
  it('is kept over its turns and shown again', async () => {
    const visitor = await guest();
    const first = await visitor.say('What is your refund policy?');
    expect(first.status).toBe(200);
    expect(first.body.text).not.toBe('');
    const { sessionId } = first.body;
    const second = await visitor.say('Thank you', sessionId);
    expect(second.body.sessionId).toBe(sessionId);
    const { body } = await visitor.get<History>(`/api/v1/chat/history?sessionId=${sessionId}`);
    expect(body.messages.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'What is your refund policy?'],
      ['assistant', first.body.text],
      ['user', 'Thank you'],
      ['assistant', second.body.text],
    ]);
    const listed = await visitor.get<{ sessions: { id: string; messageCount: number }[] }>('/api/v1/chat/sessions');
    expect(listed.body.sessions).toMatchObject([{ id: sessionId, messageCount: 4 }]);
  });

  it('streams a turn that AG-UI’s own client accepts, and again from any point of it', async () => {
    const { token } = await customer();
    const headers = { authorization: `Bearer ${token}`, 'x-company': accounts.companyId };
    const agent = new ChatAgent({ url: `${app.url}/api/v1/chat/message`, headers });
    const events = await agent.say('My AC is not cooling, can someone come tomorrow at 5 pm?');
    expect(events[0]?.type).toBe('RUN_STARTED');
    expect(events.at(-1)).toMatchObject({ type: 'RUN_FINISHED', result: { turnId: events[0]?.['runId'] } });
    expect(agent.messages.length).toBeGreaterThan(0);

    const path = `${app.url}/api/v1/chat/runs/${String(events[0]?.['runId'])}/events`;
    const replayed = await readFrames(await fetch(path, { headers }));
    expect(replayed.map(({ event }) => event.type)).toEqual(events.map(({ type }) => type));
    const rest = await readFrames(await fetch(path, { headers: { ...headers, 'last-event-id': '3' } }));
    expect(rest).toEqual(replayed.slice(3));
    await verifyOrder(replayed.map(({ event }) => event));
  });

  it('goes on in the account when its guest signs in', async () => {
    const visitor = await guest();
    const { sessionId } = (await visitor.say('Hello')).body;
    const member = await customer(visitor.token);
    expect((await member.say('Hello again', sessionId)).status).toBe(200);
    expect((await visitor.say('And me?', sessionId)).status).toBe(404);
  });

  it('is closed to everybody else', async () => {
    const owner = await guest();
    const { sessionId, turnId } = (await owner.say('Hello')).body;
    const stranger = await guest();
    expect((await stranger.say('Let me in', sessionId)).status).toBe(404);
    expect((await stranger.get(`/api/v1/chat/history?sessionId=${sessionId}`)).status).toBe(404);
    expect((await stranger.get(`/api/v1/chat/runs/${turnId}/events`)).status).toBe(404);
    const { body } = await owner.get<History>(`/api/v1/chat/history?sessionId=${sessionId}`);
    expect(body.messages).toHaveLength(2);
  });

  it('that is unknown is not begun by naming it', async () => {
    const visitor = await guest();
    const { status, body } = await visitor.say('Hello', 'ses_01k00000000000000000000000');
    expect([status, body]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
    expect((await visitor.get('/api/v1/chat/sessions')).body).toEqual({ sessions: [] });
  });
});
