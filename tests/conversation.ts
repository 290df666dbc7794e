import type { Company, Actor } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import type { Deps } from '#src/deps.ts';
import { claimConversations } from '#src/services/conversations/claim-conversations.ts';
import type { TurnResult } from '#src/turn.ts';
import { testCtx } from './test-ctx.ts';

export interface Conversation {
  /** Says something and gets the whole turn. */
  say(text: string, attachmentIds?: string[]): Promise<TurnResult>;
  /** A guest becomes a customer; the conversation goes with them. */
  signIn(customer: Actor): Promise<void>;
  sessionId: string | undefined;
  /** Who speaks; may change, as after a sign-in. */
  actor: Actor;
  /** The instant each message is sent; the real time when not set. */
  now: Date | undefined;
}

/** A conversation with the real assistant, without the HTTP floor. */
export function converse(deps: Deps, company: Company, actor: Actor, now?: Date): Conversation {
  const conversation: Conversation = {
    actor,
    now,
    sessionId: undefined,
    async signIn(customer) {
      const before = conversation.actor;
      conversation.actor = customer;
      if (before.kind !== 'guest') return;
      const ctx = testCtx(deps, company, customer, conversation.now ?? new Date());
      await inTransaction(deps.db, (tx) => claimConversations(tx, ctx, before.id));
    },
    async say(text, attachmentIds = []) {
      const { sessionId } = conversation;
      const ctx = testCtx(deps, company, conversation.actor, conversation.now ?? new Date());
      const turn = await deps.assistant.startTurn(ctx, { text, attachmentIds, ...(sessionId ? { sessionId } : {}) });
      conversation.sessionId = turn.sessionId;
      return turn.result;
    },
  };
  return conversation;
}
