import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#src/ids.ts';
import { createLocalMaker } from '#src/language/local/local-maker.ts';
import { readFrames, verifyOrder, type Frame } from '#tests/ag-ui-client.ts';
import { createCall, tokenOf } from '#tests/call-api.ts';
import { createTestAccounts, type TestAccounts } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

const local = createLocalMaker();
let release = () => undefined as void;
const held = new Promise<void>((resolve) => (release = resolve));
let app: TestApp;
let neighbour: TestApp;
let accounts: TestAccounts;

beforeAll(async () => {
  const language: typeof local = {
    ...local,
    async understand(input) {
      if (input.text.includes('slow')) await held;
      return local.understand(input);
    },
  };
  app = await startTestApp({ overrides: { language } });
  neighbour = await startTestApp({ overrides: { language: local } });
  accounts = await createTestAccounts(app.deps.db);
});
afterAll(async () => {
  release();
  await neighbour.close();
  await app.close();
});

const PATH = '/api/v1/chat/message';

/** A guest whose first message is being worked on. */
async function busy() {
  const as = tokenOf(app, accounts.companyId, { id: newId('guest'), kind: 'guest' });
  const headers = { Authorization: `Bearer ${as}`, 'X-Company': accounts.companyId };
  const response = await fetch(app.url + PATH, {
    method: 'POST',
    headers: { ...headers, Accept: 'text/event-stream', 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: 'slow: hello' }),
  });
  const reading = response.body?.tee() ?? [];
  const [first] = await readFrames(new Response(reading[0]), 1);
  const { threadId: sessionId, runId: turnId } = (first as Frame).event as unknown as {
    threadId: string;
    runId: string;
  };
  const rest = readFrames(new Response(reading[1]));
  return { as, headers, sessionId, turnId, rest };
}

it('stops a turn from another process; its stream ends in order, and asking again changes nothing', async () => {
  const { as, turnId, rest } = await busy();
  const there = createCall(neighbour, accounts.companyId);
  const cancel = (token: string) => there(`POST /api/v1/chat/runs/${turnId}/cancel`, { as: token });
  const stranger = tokenOf(app, accounts.companyId, { id: newId('guest'), kind: 'guest' });
  expect((await cancel(stranger)).status).toBe(404);
  expect((await cancel(as)).body).toEqual({ turnId, isCancelled: true });
  const frames = await rest;
  expect(frames.map(({ id }) => id)).toEqual(frames.map((_, i) => i + 1));
  await verifyOrder(frames.map(({ event }) => event));
  expect(frames.at(-1)?.event).toMatchObject({ type: 'RUN_FINISHED' });
  expect((await cancel(as)).body).toEqual({ turnId, isCancelled: false });
});

it('is told at once which turn a message has set off, though it waits, and can take it back', async () => {
  const { headers, as, sessionId, turnId } = await busy();
  const response = await fetch(neighbour.url + PATH, {
    method: 'POST',
    headers: { ...headers, Accept: 'text/event-stream', 'Content-Type': 'application/json' },
    body: JSON.stringify({ sessionId, text: 'what is your refund policy?' }),
  });
  const [one, two] = response.body?.tee() ?? [];
  const [first] = await readFrames(new Response(one), 1);
  const waiting = ((first as Frame).event as unknown as { runId: string }).runId;
  const here = createCall(app, accounts.companyId);
  expect((await here(`POST /api/v1/chat/runs/${waiting}/cancel`, { as })).body).toMatchObject({ isCancelled: true });
  expect((await readFrames(new Response(two))).at(-1)?.event.type).toBe('RUN_FINISHED');
  await here(`POST /api/v1/chat/runs/${turnId}/cancel`, { as });
});

it('refuses a message that does not want to wait, and one that wants what there is not', async () => {
  const { as, sessionId, turnId } = await busy();
  const call = createCall(neighbour, accounts.companyId);
  const say = (whenBusy: string) =>
    call(`POST ${PATH}`, {
      ...{ as, body: { sessionId, text: 'hello?', whenBusy } },
      headers: { Accept: 'application/json' },
    });
  const refused = await say('reject');
  expect([refused.status, refused.body['code']]).toEqual([409, 'session-busy']);
  expect((await say('shout')).status).toBe(422);
  const answered = await say('interrupt');
  expect([answered.status, answered.body['outcome']]).toEqual([200, 'answered']);
  const cancelled = await call(`POST /api/v1/chat/runs/${turnId}/cancel`, { as });
  expect(cancelled.body).toEqual({ turnId, isCancelled: false });
});

it('leaves what waits to other processes when it is shut down', async () => {
  const leaving = await startTestApp({ overrides: { language: app.deps.language } });
  const { as, sessionId, turnId } = await busy();
  const waiting = createCall(leaving, accounts.companyId)(`POST ${PATH}`, {
    ...{ as, body: { sessionId, text: 'what is your refund policy?' } },
    headers: { Accept: 'application/json', 'Idempotency-Key': 'w-1' },
  }).catch(() => undefined);
  await expect
    .poll(
      async () =>
        (await createCall(app, accounts.companyId)(`GET /api/v1/chat/history?sessionId=${sessionId}`, { as })).text,
    )
    .toContain('refund');
  await leaving.deps.assistant.close();
  neighbour.deps.assistant.keepWatch();
  await createCall(app, accounts.companyId)(`POST /api/v1/chat/runs/${turnId}/cancel`, { as });
  const again = await createCall(neighbour, accounts.companyId)(`POST ${PATH}`, {
    ...{ as, body: { sessionId, text: 'what is your refund policy?' } },
    headers: { Accept: 'application/json', 'Idempotency-Key': 'w-1' },
  });
  expect([again.status, again.body['outcome']]).toEqual([200, 'answered']);
  expect((await waiting)?.status).toBe(503);
  await leaving.close();
});
