import { z } from 'zod';
import type { Ctx } from '#src/context.ts';
import { assertKey } from '#src/services/conversations/assert-key.ts';
import { findOwnMessage } from '#src/services/conversations/find-own-message.ts';
import { messagesBeside } from '../messages-beside.ts';
import { streamAgUi } from '../presenters/ag-ui-stream.ts';
import { defineRoute, type Call } from '../route.ts';
import { CancelRunBody, EditMessageBody, MessageBody, TurnResultBody } from '../schemas.ts';
import type { SseMessage } from '../sse.ts';
import { agUi } from './agui.ts';

/** A turn's wire events after the client's last one. The turn itself goes on when the client leaves. */
async function follow(ctx: Ctx, turnId: string, call: Call): Promise<AsyncIterable<SseMessage>> {
  const log = await ctx.deps.assistant.tailTurn(ctx, turnId, 0, call.signal);
  return streamAgUi(log, { afterId: call.lastEventId, messages: () => messagesBeside(ctx, turnId) });
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
  async handler(ctx, { body: { sessionId, ...message } }, call) {
    if (sessionId !== undefined) assertKey(sessionId, 'There is no such conversation.');
    const channel = call.accept === 'text/event-stream' ? 'web' : 'api';
    const key = call.idempotencyKey;
    const turn = await ctx.deps.assistant.startTurn(ctx, { ...message, channel, key, ...(sessionId && { sessionId }) });
    if (call.accept === 'application/json') return { body: await turn.result };
    return { events: await follow(ctx, turn.turnId, { ...call, lastEventId: 0 }) };
  },
});

export const editMessageRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/chat/messages/{id}/edit',
  summary: 'Say one of your messages anew; what came after it is gone, unless something was changed that stays.',
  auth: 'guest',
  idempotent: true,
  params: z.strictObject({ id: z.string() }),
  body: EditMessageBody,
  maxBodyBytes: 64 * 1024,
  problems: ['not-found', 'not-allowed'],
  response: TurnResultBody,
  sse: agUi,
  status: 200,
  async handler(ctx, { params: { id }, body: { text } }, call) {
    const { conversationId: sessionId } = await findOwnMessage(ctx, id, { alsoReplaced: true });
    const channel = call.accept === 'text/event-stream' ? 'web' : 'api';
    const said = { text, sessionId, channel, edits: id, key: call.idempotencyKey } as const;
    const turn = await ctx.deps.assistant.startTurn(ctx, said);
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

export const cancelRunRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/chat/runs/{turnId}/cancel',
  summary: 'Stop a turn. What it has done by then stays and is told; one that has ended stays as it is.',
  auth: 'guest',
  params: z.strictObject({ turnId: z.string() }),
  response: CancelRunBody,
  status: 200,
  async handler(ctx, { params: { turnId } }) {
    assertKey(turnId, 'There is no such turn.');
    return { body: { turnId, isCancelled: await ctx.deps.assistant.cancelTurn(ctx, turnId) } };
  },
});
