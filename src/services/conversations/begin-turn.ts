import type { Ctx } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf, inTransaction } from '#src/db/client.ts';
import { insertIdempotencyKey } from '#src/db/queries/idempotency-keys.ts';
import { appendMessage, insertConversation, insertTurn, lockConversation } from '#src/db/queries/turns.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { authorise } from '../authorise.ts';
import { KEPT_MS, type RequestKey } from '../idempotency/request-key.ts';
import { findBegunTurn, type BegunTurn } from './find-begun-turn.ts';
import { ownerOf } from './owner-of.ts';

export interface BeginTurnInput {
  conversationId: string;
  isNew: boolean;
  turnId: string;
  text: string;
  channel: 'web' | 'api';
  /** Of the client's; taken in the same transaction, so that the message counts once, whatever breaks. */
  key?: RequestKey | undefined;
}

/**
 * Writes down a message and that its turn runs, before anything is done about it. The caller holds the session's lease.
 * @returns the turn; an earlier one if the key had been taken in the meantime
 * @throws AppError not-found, also for a conversation of somebody else | idempotency-mismatch
 */
export async function beginTurn(ctx: Ctx, input: BeginTurnInput): Promise<BegunTurn> {
  try {
    return await writeTurn(ctx, input);
  } catch (error) {
    if (!input.key || errnoOf(error) !== DUPLICATE_KEY) throw error;
    const begun = await findBegunTurn(ctx, input.key);
    if (begun) return begun;
    throw error;
  }
}

async function writeTurn(ctx: Ctx, input: BeginTurnInput): Promise<BegunTurn> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const { conversationId, turnId, text, key } = input;
  const companyId = ctx.company.id;
  await inTransaction(ctx.db, async (tx) => {
    if (key) {
      const expiresAt = new Date(ctx.now.getTime() + KEPT_MS);
      await insertIdempotencyKey(tx, { ...key, status: 200, response: { turnId }, expiresAt, createdAt: ctx.now });
    }
    let seq = 1;
    if (input.isNew)
      await insertConversation(tx, {
        id: conversationId,
        companyId,
        ...(actor.kind === 'guest' ? { guestId: actor.id } : { userId: actor.id }),
        channel: input.channel,
        title: titleOf(text),
        lastMessageAt: ctx.now,
        createdAt: ctx.now,
      });
    else {
      const row = await lockConversation(tx, { companyId, owner: ownerOf(actor), conversationId });
      if (!row) throw new AppError({ code: 'not-found', detail: 'There is no such conversation.' });
      seq = row.messageCount + 1;
    }
    await insertTurn(tx, {
      id: turnId,
      companyId,
      conversationId,
      status: 'running',
      requestId: ctx.requestId,
      startedAt: ctx.now,
    });
    await appendMessage(tx, {
      id: newId('message'),
      companyId,
      conversationId,
      turnId,
      seq,
      role: 'user',
      text,
      createdAt: ctx.now,
    });
  });
  return { conversationId, turnId };
}

/** The first words of the first message. */
function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}
