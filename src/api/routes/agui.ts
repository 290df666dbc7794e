import { EventType, PROTOCOL_VERSION, type AGUIEvent } from '@ag-ui/core';
import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { findThread } from '#src/services/conversations/find-thread.ts';
import { getHistory } from '#src/services/conversations/get-history.ts';
import { findNamedRun, hashOf, nameRun } from '#src/services/conversations/run-names.ts';
import { isConversationId } from '#src/services/conversations/thread-id.ts';
import { messagesBeside } from '../messages-beside.ts';
import { outcomeOf, runError, type RunNames } from '../presenters/ag-ui.ts';
import { agUiMessages } from '../presenters/ag-ui-messages.ts';
import { messagesSnapshot, streamAgUi } from '../presenters/ag-ui-stream.ts';
import { readRunInput, type RunRequest } from '../read-run-input.ts';
import { defineRoute, type Call, type Sse } from '../route.ts';
import { RunInput } from '../schemas/chat-protocols.ts';
import { sayInThread } from '../say-in-thread.ts';
import type { SseMessage } from '../sse.ts';

export const agUi: Sse = {
  format: 'one AG-UI 1.0 event as JSON',
  onProblem: ({ detail, title, code }) => runError({ message: detail ?? title, code }),
};

export const agUiRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/agui',
  summary: 'Run the assistant by AG-UI 1.0: any of its clients works with nothing but the address and a token.',
  auth: 'guest',
  idempotent: true,
  body: RunInput,
  // Clients send the whole conversation with every message.
  maxBodyBytes: 4 * 1024 * 1024,
  maxBodyMembers: 200_000,
  problems: ['not-found', 'session-busy', 'idempotency-mismatch'],
  sse: agUi,
  status: 200,
  async handler(ctx, { body }, call) {
    const names = { threadId: body.threadId, runId: body.runId };
    const { text, wantsMessages, ...request } = readRunInput(body);
    const turnId = await turnOf(ctx, names, { ...request, ...(text !== undefined && { text }) }, call);
    if (turnId === undefined) return { events: await standing(ctx, names, call) };
    // What the client had of this very run would be told a second time.
    const hasPart = body.messages.some(({ id }) => id?.startsWith(`${turnId}-`));
    return { events: await follow(ctx, turnId, { names, withMessages: wantsMessages || hasPart }, call) };
  },
});

/** The turn that the run is: one of before when the run or its message is sent again; none when nothing is said. */
async function turnOf(
  ctx: Ctx,
  names: RunNames,
  { text, messageId, ...request }: Omit<RunRequest, 'wantsMessages'>,
  call: Call,
): Promise<string | undefined> {
  const known = await findNamedRun(ctx, names);
  const said = text === undefined ? undefined : hashOf(text);
  if (known && said !== undefined && known.said !== said)
    throw new AppError({ code: 'idempotency-mismatch', detail: 'This runId was used with another message.' });
  if (known) return known.turnId;
  if (text === undefined || said === undefined) return undefined;
  const name = messageId === undefined ? `run ${names.runId}` : `message ${messageId}`;
  const message = { ...request, text, threadId: names.threadId, name, key: call.idempotencyKey };
  const { turnId } = await sayInThread(ctx, message);
  await nameRun(ctx, names, { turnId, said });
  return turnId;
}

async function follow(
  ctx: Ctx,
  turnId: string,
  options: { names: RunNames; withMessages: boolean },
  call: Call,
): Promise<AsyncIterable<SseMessage>> {
  const log = await ctx.deps.assistant.tailTurn(ctx, turnId, 0, call.signal);
  return streamAgUi(log, { ...options, afterId: 0, messages: () => messagesBeside(ctx, turnId) });
}

/** A run in which nothing is said: the stored messages, and the rest of the turn that runs, if one does. */
async function standing(ctx: Ctx, names: RunNames, call: Call): Promise<AsyncIterable<SseMessage>> {
  const sessionId = await findThread(ctx, names.threadId);
  if (sessionId === undefined && isConversationId(names.threadId))
    throw new AppError({ code: 'not-found', detail: 'There is no such conversation.' });
  const { messages, runningTurnId } = sessionId ? await getHistory(ctx, sessionId) : NOTHING;
  if (runningTurnId !== undefined) return follow(ctx, runningTurnId, { names, withMessages: true }, call);
  const last = messages.at(-1);
  const open = { parts: last?.payload?.parts ?? [], ...(last?.payload?.ask && { ask: last.payload.ask }) };
  return numbered([
    {
      type: EventType.RUN_STARTED,
      ...names,
      protocolVersion: PROTOCOL_VERSION,
      ...(sessionId !== undefined && { metadata: { sessionId } }),
    },
    messagesSnapshot(agUiMessages(messages)),
    { type: EventType.RUN_FINISHED, ...names, ...outcomeOf(open) },
  ]);
}

const NOTHING = { messages: [], runningTurnId: undefined };

async function* numbered(events: AGUIEvent[]): AsyncGenerator<SseMessage> {
  for (const [index, data] of events.entries()) yield { id: index + 1, data };
}
