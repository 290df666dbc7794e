import { z } from 'zod';
import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { findRunningTurn } from '#src/services/conversations/find-running-turn.ts';
import { streamUi } from '../presenters/ui-stream.ts';
import { readText } from '../read-run-input.ts';
import { sayInThread } from '../say-in-thread.ts';
import { defineRoute, type Call, type Sse } from '../route.ts';
import { ThreadId, UiChatBody, wordsOf } from '../schemas/chat-protocols.ts';

const uiStream: Sse = {
  format: 'one chunk of the Vercel AI SDK’s UI message stream as JSON, the last one `[DONE]`',
  onProblem: ({ detail, title }) => ({ type: 'error', errorText: detail ?? title }),
};
const headers = { 'x-vercel-ai-ui-message-stream': 'v1' };

const follow = async (ctx: Ctx, turnId: string, { signal }: Call, afterId: number) =>
  streamUi(await ctx.deps.assistant.tailTurn(ctx, turnId, 0, signal), afterId);

const chatUiRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/chat/ui',
  summary: 'Say something from a Vercel AI SDK client; answered as its UI message stream.',
  auth: 'guest',
  idempotent: true,
  body: UiChatBody,
  // Clients send the whole conversation with every message.
  maxBodyBytes: 4 * 1024 * 1024,
  maxBodyMembers: 200_000,
  problems: ['not-found', 'session-busy'],
  sse: uiStream,
  status: 200,
  async handler(ctx, { body: { id, messages } }, call) {
    const last = messages.at(-1);
    if (last?.role !== 'user') {
      const issues = [{ pointer: '/messages', detail: 'must end with a message of the user' }];
      throw new AppError({ code: 'invalid', detail: 'The messages must end with one of the user.', issues });
    }
    const text = readText(wordsOf(last.parts), ['messages', String(messages.length - 1), 'parts']);
    // The same message sent again, as "regenerate" does, is answered by the turn that it set off; an edited one is another.
    const name = `message ${last.id ?? crypto.randomUUID()}`;
    const { turnId } = await sayInThread(ctx, { threadId: id, text, name, key: call.idempotencyKey });
    return { events: await follow(ctx, turnId, call, 0), headers };
  },
});

const chatUiStreamRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/chat/ui/{id}/stream',
  summary: 'The UI message stream of the turn that runs in a conversation, from the start or after `Last-Event-ID`.',
  auth: 'guest',
  params: z.strictObject({ id: ThreadId }),
  sse: uiStream,
  status: 200,
  otherStatuses: [204],
  async handler(ctx, { params: { id } }, call) {
    const turnId = await findRunningTurn(ctx, id);
    if (turnId === undefined) return { status: 204 };
    return { events: await follow(ctx, turnId, call, call.lastEventId), headers };
  },
});

export const chatUiRoutes = [chatUiRoute, chatUiStreamRoute];
