import type { Message } from '@ag-ui/core';
import type { Ctx } from '#src/context.ts';
import { getHistory } from '#src/services/conversations/get-history.ts';
import { getTurn } from '#src/services/conversations/get-turn.ts';
import { agUiMessages } from './presenters/ag-ui-messages.ts';

/** The messages of a turn's conversation without its own answer. @throws AppError not-found */
export async function messagesBeside(ctx: Ctx, turnId: string): Promise<Message[]> {
  const { conversationId } = await getTurn(ctx, turnId);
  const { messages } = await getHistory(ctx, conversationId);
  return agUiMessages(messages, turnId);
}
