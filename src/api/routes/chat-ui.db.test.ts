import { eq } from 'drizzle-orm';
import { DefaultChatTransport, type UIMessageChunk } from 'ai';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { messages, turns } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { readByAgUi, readFrames, textsOf as agUiTextsOf } from '#tests/ag-ui-client.ts';
import { createCall, tokenOf } from '#tests/call-api.ts';
import { createGatedLanguage } from '#tests/gated-language.ts';
import { createTestAccounts, type TestAccounts } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';
import { Chat, readMessage, send, textsOf, userMessage, type ChatMessage } from '#tests/ui-client.ts';

const language = createGatedLanguage();
let app: TestApp;
let accounts: TestAccounts;
let customer: string;
let other: string;

beforeAll(async () => {
  app = await startTestApp({ overrides: { language } });
  accounts = await createTestAccounts(app.deps.db);
  Object.assign(app.deps.config, { DEFAULT_COMPANY: accounts.companyId });
  customer = tokenOf(app, accounts.companyId, { kind: 'customer', id: accounts.customer.id });
  other = tokenOf(app, accounts.companyId, { kind: 'customer', id: accounts.other.id });
});
afterAll(() => app.close());
afterEach(() => language.open());

const url = () => `${app.url}/api/v1/chat/ui`;
const transport = (token = customer) =>
  new DefaultChatTransport<ChatMessage>({ api: url(), headers: { Authorization: `Bearer ${token}` } });
const chat = (id: string = crypto.randomUUID(), token = customer) => new Chat(id, transport(token));
const metadataOf = (message: ChatMessage | undefined) => message?.metadata ?? { sessionId: '', turnId: '' };
const saidIn = (sessionId: string) =>
  app.deps.db.select().from(messages).where(eq(messages.conversationId, sessionId)).orderBy(messages.seq);
const turnsIn = (sessionId: string) => app.deps.db.select().from(turns).where(eq(turns.conversationId, sessionId));
const post = (body: object) =>
  fetch(url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${customer}` },
    body: JSON.stringify(body),
  });

describe('the AI SDK’s chat', () => {
  it('talks to the assistant over several messages, and books', async () => {
    const booking = chat();
    await booking.sendMessage({ text: 'need tap repair day after tomorrow 4 pm at home' });
    const { sessionId } = metadataOf(booking.lastMessage);
    expect(booking.status).toBe('ready');
    const typesOf = (message: ChatMessage | undefined) => message?.parts.map(({ type }) => type) ?? [];
    expect(typesOf(booking.lastMessage)).toEqual(
      expect.arrayContaining(['text', 'data-part', 'data-card', 'data-ask', 'data-draft']),
    );
    await booking.sendMessage({ text: 'yes' });
    expect(metadataOf(booking.lastMessage)).toMatchObject({ sessionId, outcome: 'answered' });
    expect(typesOf(booking.lastMessage)).toContain('data-effect');
    const stored = await saidIn(sessionId);
    expect(stored).toHaveLength(4);
    expect(booking.messages.map((m) => textsOf(m).join('\n\n'))).toEqual(stored.map(({ text }) => text));
  });

  it('shows the same as an AG-UI client, in the same order, of the turns of a real conversation', async () => {
    const token = tokenOf(app, accounts.companyId, { kind: 'guest', id: newId('guest') });
    const headers = { authorization: `Bearer ${token}` };
    const talk = chat(crypto.randomUUID(), token);
    const texts = ['AC not cooling and what is your refund policy?', '560034', 'is painting available?', 'never mind'];
    for (const text of texts) await talk.sendMessage({ text });
    const answers = talk.messages.filter(({ role }) => role === 'assistant');
    expect(answers).toHaveLength(texts.length);
    for (const answer of answers) {
      const path = `${app.url}/api/v1/chat/runs/${answer.id}/events`;
      const frames = await readFrames(await fetch(path, { headers }));
      const agent = await readByAgUi(frames.map(({ event }) => event));
      expect(agUiTextsOf(agent)).toEqual(textsOf(answer));
      const draft = answer.parts.find((part) => part.type === 'data-draft')?.data ?? [];
      expect(agent.state).toEqual({ ...(draft[0] && { draft: draft[0] }), waiting: draft.slice(1) });
    }
  });

  it('gets the same answer again when it asks for it once more, and nothing is said twice', async () => {
    const talk = chat();
    await talk.sendMessage({ text: 'what is your refund policy?' });
    const first = structuredClone(talk.lastMessage);
    await talk.regenerate();
    expect(talk.lastMessage).toEqual(first);
    expect(await turnsIn(metadataOf(first).sessionId)).toHaveLength(1);
  });

  it('says an edited message as another one', async () => {
    const talk = chat();
    await talk.sendMessage({ text: 'hello' });
    const messageId = talk.messages[0]?.id ?? '';
    await talk.sendMessage({ text: 'thank you', messageId });
    expect((await saidIn(metadataOf(talk.lastMessage).sessionId)).map(({ text }) => text)).toContain('thank you');
  });

  it('has a name for its conversation that is another one for everybody else', async () => {
    const [mine, theirs] = [chat('default'), chat('default', other)];
    await Promise.all([mine.sendMessage({ text: 'hello' }), theirs.sendMessage({ text: 'hello' })]);
    expect(metadataOf(mine.lastMessage).sessionId).not.toBe(metadataOf(theirs.lastMessage).sessionId);
  });

  it('shows why a message is refused', async () => {
    const talk = chat();
    await talk.sendMessage({ text: 'x'.repeat(4_001) });
    expect(talk.status).toBe('error');
    expect(talk.error?.message).toContain('4,000 characters');
  });

  it('hears of a turn that was stopped', async () => {
    language.shut();
    const stream = await send(transport(), { chatId: crypto.randomUUID(), messages: [userMessage('m1', 'hello')] });
    const chunks: UIMessageChunk[] = [];
    for await (const chunk of stream) {
      chunks.push(chunk);
      if (chunk.type !== 'start') continue;
      const call = createCall(app, accounts.companyId);
      await call(`POST /api/v1/chat/runs/${chunk.messageId}/cancel`, { as: customer });
    }
    expect(chunks.at(-1)).toEqual({ type: 'abort', reason: 'customer' });
  });
});

describe('the stream of a turn that runs', () => {
  it('goes on when the client leaves, and is told from the start to the one that resumes', async () => {
    language.shut();
    const talk = chat();
    const sent = talk.sendMessage({ text: 'what is your refund policy?' });
    await expect.poll(() => talk.messages.length).toBe(2);
    await talk.stop();
    await sent;
    const resumed = talk.resumeStream();
    language.open();
    await resumed;
    expect(talk.messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
    const stored = await saidIn(metadataOf(talk.lastMessage).sessionId);
    expect(textsOf(talk.lastMessage).join('\n\n')).toBe(stored[1]?.text);
  });

  it('can be followed by another page, and after any of its chunks', async () => {
    language.shut();
    const id = crypto.randomUUID();
    const stream = await send(transport(), {
      chatId: id,
      messages: [userMessage('m1', 'what is your refund policy?')],
    });
    const path = `${url()}/${id}/stream`;
    const authorization = `Bearer ${customer}`;
    const [whole, rest] = await Promise.all([
      fetch(path, { headers: { authorization } }),
      fetch(path, { headers: { authorization, 'last-event-id': '2' } }),
    ]);
    expect(whole.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    language.open();
    const [all, some] = await Promise.all([whole.text(), rest.text()]);
    expect(all.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(`${all.split('\n\n').slice(0, 2).join('\n\n')}\n\n${some}`).toBe(all);
    expect(textsOf(await readMessage(stream)).length).toBeGreaterThan(0);
  });

  it('is nothing (204) when none runs, or the conversation is somebody else’s', async () => {
    const talk = chat();
    await talk.sendMessage({ text: 'hello' });
    language.shut();
    const running = chat();
    const sent = running.sendMessage({ text: 'hello' });
    await expect.poll(() => running.messages.length).toBe(2);
    const statusOf = async (id: string, token: string) =>
      (await fetch(`${url()}/${encodeURIComponent(id)}/stream`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    const { sessionId } = metadataOf(running.lastMessage);
    expect(await statusOf(sessionId, other)).toBe(204);
    for (const id of [talk.id, 'a/b ü', newId('conversation')]) expect(await statusOf(id, customer)).toBe(204);
    expect(await transport().reconnectToStream({ chatId: talk.id })).toBeNull();
    language.open();
    await sent;
  });
});

describe('what is no message', () => {
  const text = [{ type: 'text', text: 'hello' }];

  it.each<[string, object, string]>([
    ['no messages', { id: 'c', messages: [] }, '/messages'],
    ['an answer at the end', { id: 'c', messages: [{ id: 'a', role: 'assistant', parts: text }] }, '/messages'],
    ['no words', { id: 'c', messages: [{ id: 'a', role: 'user', parts: [{ type: 'file' }] }] }, '/messages/0/parts'],
    ['no conversation', { messages: [{ id: 'a', role: 'user', parts: text }] }, '/id'],
  ])('is refused: %s', async (_, body, pointer) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json())).toContain(pointer);
  });
});
