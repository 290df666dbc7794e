import type { Ctx } from '#src/context.ts';
import type { StartedTurn, StartTurnInput } from '#src/graph/assistant.ts';
import { openThread } from '#src/services/conversations/open-thread.ts';
import { hashOf } from '#src/services/conversations/run-names.ts';

interface MessageToSay extends Omit<StartTurnInput, 'sessionId' | 'channel' | 'key'> {
  /** As the client calls the conversation. */
  threadId: string;
  /** As the client calls the message: with the same words it is the same message, answered by the same turn. */
  name: string;
  /** The client's `Idempotency-Key`, which comes first. */
  key: string | undefined;
}

/** Says something in the conversation that a client calls its own way. @throws AppError as `startTurn` does */
export async function sayInThread(ctx: Ctx, { threadId, name, key, ...message }: MessageToSay): Promise<StartedTurn> {
  const { text } = message;
  const sessionId = await openThread(ctx, { threadId, text });
  const named = key ?? hashOf(JSON.stringify([threadId, name, text]));
  return ctx.deps.assistant.startTurn(ctx, { ...message, sessionId, channel: 'api', key: named });
}
