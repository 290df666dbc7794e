import { z } from 'zod';
import type { Ctx } from '#src/context.ts';
import { assertKey } from '#src/services/conversations/assert-key.ts';
import { getHistory } from '#src/services/conversations/get-history.ts';
import { listSessions } from '#src/services/conversations/list-sessions.ts';
import { runError, streamAgUi } from '../presenters/ag-ui.ts';
import { presentMessage } from '../presenters/history.ts';
import { defineRoute, type Call, type Sse } from '../route.ts';
import { HistoryBody, MessageBody, SessionsBody, TurnResultBody } from '../schemas.ts';
import type { SseMessage } from '../sse.ts';

const agUi: Sse = {
  onProblem: ({ detail, title, code }) => runError({ message: detail ?? title, code }),
};

/** A turn's wire events after the client's last one. The turn itself goes on when the client leaves. */
async function follow(ctx: Ctx, turnId: string, call: Call): Promise<AsyncIterable<SseMessage>> {
  const log = await ctx.deps.assistant.tailTurn(ctx, turnId, 0, call.signal);
  return streamAgUi(log, call.lastEventId);
}

export const messageRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/chat/message',
  summary: 'Say something; answered as one JSON object or, on request, as AG-UI events while it is worked out.',
  auth: 'guest',
  idempotent: true,
  body: MessageBody,
  maxBodyBytes: 64 * 1024,
  problems: ['session-busy'],
  response: TurnResultBody,
  sse: agUi,
  status: 200,
  async handler(ctx, { body: { sessionId, text } }, call) {
    if (sessionId !== undefined) assertKey(sessionId, 'There is no such conversation.');
    const channel = call.accept === 'text/event-stream' ? 'web' : 'api';
    const key = call.idempotencyKey;
    const turn = await ctx.deps.assistant.startTurn(ctx, { text, channel, key, ...(sessionId && { sessionId }) });
    if (call.accept === 'application/json') return { body: await turn.result };
    return { events: await follow(ctx, turn.turnId, { ...call, lastEventId: 0 }) };
  },
});

export const runEventsRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/chat/runs/{turnId}/events',
  summary: 'The AG-UI events of a turn, from the start or after `Last-Event-ID`, until it ends.',
  auth: 'guest',
  params: z.strictObject({ turnId: z.string() }),
  sse: agUi,
  status: 200,
  async handler(ctx, { params: { turnId } }, call) {
    assertKey(turnId, 'There is no such turn.');
    return { events: await follow(ctx, turnId, call) };
  },
});

export const sessionsRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/chat/sessions',
  summary: 'The caller’s conversations, last spoken in first.',
  auth: 'guest',
  query: z.strictObject({}),
  response: SessionsBody,
  status: 200,
  async handler(ctx) {
    const sessions = await listSessions(ctx);
    return { body: { sessions: sessions.map((s) => ({ ...s, lastMessageAt: s.lastMessageAt.toISOString() })) } };
  },
});

export const historyRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/chat/history',
  summary: 'The last 200 messages of one conversation, oldest first, and the turn that still runs.',
  auth: 'guest',
  query: z.strictObject({
    sessionId: z.string().min(1, 'must not be empty').max(64, 'must have at most 64 characters'),
  }),
  response: HistoryBody,
  status: 200,
  async handler(ctx, { query: { sessionId } }) {
    const { messages, runningTurnId } = await getHistory(ctx, sessionId);
    return {
      body: {
        sessionId,
        messages: messages.map(presentMessage).filter((message) => message !== undefined),
        ...(runningTurnId && { running: { turnId: runningTurnId } }),
      },
    };
  },
});
