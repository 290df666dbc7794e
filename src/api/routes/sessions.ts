import { deleteSession } from '#src/services/conversations/delete-session.ts';
import { exportSession } from '#src/services/conversations/export-session.ts';
import { getHistory } from '#src/services/conversations/get-history.ts';
import { listOpenTurnIds } from '#src/services/conversations/list-open-turn-ids.ts';
import { listSessions } from '#src/services/conversations/list-sessions.ts';
import { renameSession } from '#src/services/conversations/rename-session.ts';
import { showTyping } from '#src/services/conversations/show-typing.ts';
import { attachmentNamed } from '../content-disposition.ts';
import { presentMessage } from '../presenters/history.ts';
import { EXPORTS } from '../presenters/session-export.ts';
import { sessionMessages } from '../presenters/session-events.ts';
import { defineRoute, type Route } from '../route.ts';
import { DoneBody } from '../schemas/auth.ts';
import {
  ExportQuery,
  HistoryBody,
  HistoryQuery,
  RenamedSessionBody,
  RenameSessionBody,
  SessionParams,
  SessionsBody,
  SessionsQuery,
  TypingBody,
} from '../schemas/sessions.ts';

const PATH = '/api/v1/chat/sessions';

/** A person's own conversations beside what is said in them. */
export const sessionRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: PATH,
    summary: 'The caller’s conversations, last spoken in first; those that say something, on request.',
    auth: 'guest',
    query: SessionsQuery,
    response: SessionsBody,
    status: 200,
    async handler(ctx, { query }) {
      const { items, ...rest } = await listSessions(ctx, query);
      const sessions = items.map((item) => ({ ...item, lastMessageAt: item.lastMessageAt.toISOString() }));
      return { body: { sessions, ...rest } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/chat/history',
    summary: 'The latest messages of one conversation, oldest first, or those before a cursor; who speaks, what runs.',
    auth: 'guest',
    problems: ['not-found'],
    query: HistoryQuery,
    response: HistoryBody,
    status: 200,
    async handler(ctx, { query: { sessionId, ...page } }) {
      const { messages, nextCursor, speaker, handoff, runningTurnId } = await getHistory(ctx, sessionId, page);
      return {
        body: {
          ...{ sessionId, speaker },
          ...((handoff === 'waiting' || handoff === 'active') && { handoff }),
          messages: messages.map(presentMessage).filter((message) => message !== undefined),
          ...(nextCursor && { nextCursor }),
          ...(runningTurnId && { running: { turnId: runningTurnId } }),
        },
      };
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: `${PATH}/{id}`,
    summary: 'Give a conversation another title.',
    auth: 'guest',
    problems: ['not-found'],
    params: SessionParams,
    body: RenameSessionBody,
    response: RenamedSessionBody,
    status: 200,
    async handler(ctx, { params: { id }, body }) {
      return { body: { id, ...(await renameSession(ctx, id, body)) } };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: `${PATH}/{id}`,
    summary: 'Take a conversation away with its messages. What runs in it is cancelled first.',
    auth: 'guest',
    problems: ['not-found'],
    params: SessionParams,
    response: DoneBody,
    status: 200,
    async handler(ctx, { params: { id } }) {
      for (const turnId of await listOpenTurnIds(ctx, id)) await ctx.deps.assistant.cancelTurn(ctx, turnId);
      await deleteSession(ctx, id);
      return { body: { done: true as const } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/{id}/export`,
    summary: 'A conversation as a file, however long: JSON with all that is known, Markdown or PDF for reading.',
    auth: 'guest',
    problems: ['not-found'],
    params: SessionParams,
    query: ExportQuery,
    produces: Object.values(EXPORTS).map(({ type }) => type),
    status: 200,
    async handler(ctx, { params: { id }, query: { format } }) {
      const session = await exportSession(ctx, id);
      const { type, extension, write } = EXPORTS[format];
      const name = `${session.title.slice(0, 80) || 'Conversation'}.${extension}`;
      return {
        stream: await write(session, ctx.company),
        type,
        headers: {
          'Content-Disposition': attachmentNamed(name),
          'X-Content-Type-Options': 'nosniff',
        },
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/{id}/events`,
    summary: 'What happens in a conversation beside its turns: messages of people, who speaks, who writes.',
    auth: 'guest',
    problems: ['not-found'],
    params: SessionParams,
    sse: {
      format:
        'JSON: `{type: "message", message}` with the message’s `seq` as id, `{type: "speaker", speaker, handoff, lastSeq}` ' +
        'at first and at every change, `{type: "typing", by}`',
      onProblem: ({ code, detail, title }) => ({ type: 'error', code, message: detail ?? title }),
    },
    status: 200,
    async handler(ctx, { params: { id } }, call) {
      const from = { sessionId: id, afterSeq: call.lastEventId, signal: call.signal };
      return { events: sessionMessages(await ctx.deps.assistant.tailSession(ctx, from)) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/{id}/typing`,
    summary: 'Tell the other side that you are writing; at most once a second it is told.',
    auth: 'guest',
    problems: ['not-found'],
    params: SessionParams,
    response: TypingBody,
    status: 200,
    async handler(ctx, { params: { id } }) {
      return { body: { told: await showTyping(ctx, id) } };
    },
  }),
];
