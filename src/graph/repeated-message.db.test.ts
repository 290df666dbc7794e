import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversations, messages, turns } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { readFrames } from '#tests/ag-ui-client.ts';
import { createCall, tokenOf } from '#tests/call-api.ts';
import { createTestAccounts, type TestAccounts } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

const PATH = '/api/v1/chat/message';
let app: TestApp;
/** Another process, as far as memory goes. */
let neighbour: TestApp;
let accounts: TestAccounts;
let call: ReturnType<typeof createCall>;

beforeAll(async () => {
  app = await startTestApp();
  neighbour = await startTestApp({ overrides: { language: app.deps.language } });
  accounts = await createTestAccounts(app.deps.db);
  call = createCall(app, accounts.companyId);
});
afterAll(async () => {
  await neighbour.close();
  await app.close();
});

/** A guest of their own for each test. */
function visitor() {
  const id = newId('guest');
  const as = tokenOf(app, accounts.companyId, { id, kind: 'guest' });
  const headers = (key: string, accept = 'application/json') => ({ Accept: accept, 'Idempotency-Key': key });
  const conversationsOf = () => app.deps.db.select().from(conversations).where(eq(conversations.guestId, id));
  return {
    say: (key: string, body: object, at = call) => at(`POST ${PATH}`, { as, body, headers: headers(key) }),
    async stream(key: string, text: string) {
      const response = await fetch(app.url + PATH, {
        method: 'POST',
        headers: {
          ...headers(key, 'text/event-stream'),
          ...{ Authorization: `Bearer ${as}`, 'X-Company': accounts.companyId, 'Content-Type': 'application/json' },
        },
        body: JSON.stringify({ text }),
      });
      return readFrames(response);
    },
    conversationsOf,
    async said() {
      const [conversation] = await conversationsOf();
      const mine = and(eq(messages.conversationId, conversation?.id ?? ''), eq(messages.role, 'user'));
      return (await app.deps.db.select().from(messages).where(mine)).map(({ text }) => text);
    },
  };
}

describe('a first message that is sent again because its answer was lost', () => {
  it('is answered by the turn that it has set off, in the one conversation', async () => {
    const guest = visitor();
    const first = await guest.say('m-1', { text: 'what does AC repair cost?' });
    const again = await guest.say('m-1', { text: 'what does AC repair cost?' });
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await guest.conversationsOf()).toHaveLength(1);
    expect(await guest.said()).toEqual(['what does AC repair cost?']);
  });

  it('is streamed from the beginning, with the same events, also after it was asked for as JSON', async () => {
    const guest = visitor();
    const first = await guest.stream('m-1', 'hello');
    expect(first.at(-1)?.event.type).toBe('RUN_FINISHED');
    expect(await guest.stream('m-1', 'hello')).toEqual(first);
    const { body } = await guest.say('m-1', { text: 'hello' });
    expect(first[0]?.event).toMatchObject({ runId: body['turnId'], threadId: body['sessionId'] });
    expect(await guest.said()).toEqual(['hello']);
  });

  it('sets off one turn however many arrive at once, in two processes', async () => {
    const guest = visitor();
    const there = createCall(neighbour, accounts.companyId);
    const text = 'my AC is not cooling';
    const answers = await Promise.all([call, there, call, there, call].map((at) => guest.say('m-1', { text }, at)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body['turnId'])).size).toBe(1);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await guest.conversationsOf()).toHaveLength(1);
  });

  it('is refused with another text, and with what is no key', async () => {
    const guest = visitor();
    await guest.say('m-1', { text: 'hello' });
    const other = await guest.say('m-1', { text: 'good bye' });
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency-mismatch']);
    expect((await guest.say('two words', { text: 'hello' })).body['code']).toBe('invalid');
    expect(await guest.said()).toEqual(['hello']);
  });

  it('is somebody else’s first message with the same key', async () => {
    const [one, other] = [visitor(), visitor()];
    const first = await one.say('m-1', { text: 'hello' });
    expect((await other.say('m-1', { text: 'hello' })).body['turnId']).not.toBe(first.body['turnId']);
  });

  it('sets off another turn when the first one failed', async () => {
    const guest = visitor();
    const first = await guest.say('m-1', { text: 'hello' });
    const turn = eq(turns.id, String(first.body['turnId']));
    await app.deps.db.update(turns).set({ status: 'failed' }).where(turn);
    const again = await Promise.all([1, 2, 3].map(() => guest.say('m-1', { text: 'hello' })));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    const ids = new Set(again.map(({ body }) => body['turnId']));
    expect([ids.size, ids.has(first.body['turnId'])]).toEqual([1, false]);
  });
});

describe('a first message whose process died over it', () => {
  it('is answered by its turn, once another process has taken that over', async () => {
    const guest = visitor();
    const first = await guest.say('m-1', { text: 'hello' });
    const turnId = String(first.body['turnId']);
    // As if it had come to nothing.
    await app.deps.db.delete(messages).where(and(eq(messages.turnId, turnId), eq(messages.role, 'assistant')));
    await app.deps.db.update(turns).set({ status: 'running', finishedAt: null }).where(eq(turns.id, turnId));
    await app.deps.redis.del(`turn:${turnId}:events`);
    const again = guest.say('m-1', { text: 'hello' });
    app.deps.assistant.keepWatch();
    const { status, body } = await again;
    expect([status, body['turnId'], body['text']]).toEqual([200, turnId, first.body['text']]);
    expect(await guest.said()).toEqual(['hello']);
  });
});

describe('a later message', () => {
  it('is said once, although the one before it may still be worked on', async () => {
    const guest = visitor();
    const { sessionId } = (await guest.say('m-1', { text: 'hello' })).body;
    const next = () => guest.say('m-2', { text: 'what is your refund policy?', sessionId });
    const answers = await Promise.all([next(), next(), next()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body['turnId'])).size).toBe(1);
    expect(await guest.said()).toEqual(['hello', 'what is your refund policy?']);
    const moved = await guest.say('m-2', { text: 'what is your refund policy?' });
    expect(moved.body['code']).toBe('idempotency-mismatch');
  });
});
