import type { Ctx } from '#src/context.ts';
import { DUPLICATE_KEY, errnoOf, inTransaction, type Transaction } from '#src/db/client.ts';
import { insertIdempotencyKey } from '#src/db/queries/idempotency-keys.ts';
import {
  insertConversation,
  insertMessage,
  insertTurn,
  insertTurnIfFree,
  lockConversation,
  selectOpenTurnsOf,
  takePlace,
  type NewTurn,
} from '#src/db/queries/turns.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import type { TurnResume } from '#src/turn.ts';
import { authorise } from '../authorise.ts';
import { KEPT_MS, type RequestKey } from '../idempotency/request-key.ts';
import { recordEvent } from '../record-event.ts';
import { assertKey } from './assert-key.ts';
import { cancelOpenTurn, type CancelledTurn } from './cancel-turn.ts';
import { findBegunTurn } from './find-begun-turn.ts';
import { ownerOf } from './owner-of.ts';
import { rewindConversation } from './rewind-conversation.ts';
import { tellSession } from './tell-session.ts';

/** What becomes of a message that comes while another is answered: it waits, ends the other one, or is refused. */
export type WhenBusy = 'enqueue' | 'interrupt' | 'reject';

export interface BeginTurnInput {
  conversationId: string;
  isNew: boolean;
  turnId: string;
  text: string;
  channel: 'web' | 'api';
  /** The process that will run it. */
  owner: string;
  whenBusy: WhenBusy;
  attachmentIds?: string[];
  resume?: TurnResume[];
  /** The state of the graph to go on from, if not the latest. */
  checkpointId?: string;
  /** The customer's earlier message that this one is in place of. */
  edits?: string | undefined;
  /** Of the client's; taken in the same transaction, so that the message counts once, whatever breaks. */
  key?: RequestKey | undefined;
}

export interface BegunTurn {
  conversationId: string;
  turnId: string;
  /**
   * `silent`: a person speaks in the conversation, the turn has ended with the message. `repeated`: it is an earlier
   * turn, which the message with this key has set off.
   */
  status: 'running' | 'queued' | 'silent' | 'repeated';
  /** The turn just before a queued one. */
  behind?: string;
  /** Turns that were cancelled for this one. */
  interrupted: CancelledTurn[];
}

/** So many may wait in one conversation. */
const MOST_WAITING = 20;

/**
 * Writes down a message and its turn before anything is done about it: running, or queued behind those that run or wait
 * in the conversation. A transaction of five round trips; two more with a key, three more where the conversation is busy.
 * @throws AppError not-found, also for a conversation of somebody else | session-busy | idempotency-mismatch | not-allowed
 *   for an edit that cannot be
 */
export async function beginTurn(ctx: Ctx, input: BeginTurnInput): Promise<BegunTurn> {
  try {
    const begun = await writeTurn(ctx, input);
    if (begun.status === 'silent') await tellSession(ctx, begun.conversationId);
    return begun;
  } catch (error) {
    if (!input.key || errnoOf(error) !== DUPLICATE_KEY) throw error;
    const begun = await findBegunTurn(ctx, input.key);
    // The earlier one failed, which leaves its key free.
    return begun ? { ...begun, status: 'repeated', interrupted: [] } : beginTurn(ctx, input);
  }
}

async function writeTurn(ctx: Ctx, input: BeginTurnInput): Promise<BegunTurn> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const { conversationId, turnId, text, whenBusy } = input;
  const companyId = ctx.company.id;
  const key = { companyId, owner: ownerOf(actor), conversationId };
  if (!input.isNew) assertKey(conversationId, 'There is no such conversation.');
  const turn: NewTurn = {
    ...{ id: turnId, companyId, conversationId, owner: input.owner },
    status: 'running',
    requestId: ctx.requestId,
    resume: input.resume ?? null,
    checkpointId: input.checkpointId ?? null,
    startedAt: ctx.now,
  };
  const message = {
    ...{ id: newId('message'), companyId, conversationId, turnId, text },
    role: 'user' as const,
    payload: input.attachmentIds?.length ? { parts: [], effects: [], attachmentIds: input.attachmentIds } : null,
    createdAt: ctx.now,
  };

  return inTransaction(ctx.db, async (tx) => {
    if (input.key) {
      const expiresAt = new Date(ctx.now.getTime() + KEPT_MS);
      await insertIdempotencyKey(tx, {
        ...input.key,
        status: 200,
        response: { turnId },
        expiresAt,
        createdAt: ctx.now,
      });
    }
    let interrupted: CancelledTurn[] = [];
    if (input.isNew)
      await insertConversation(tx, {
        ...{ id: conversationId, companyId, ...ownerOf(actor), channel: input.channel, title: titleOf(text) },
        ...{ messageCount: 1, lastMessageAt: ctx.now, createdAt: ctx.now },
      });
    else {
      if (input.edits !== undefined)
        interrupted = await rewindConversation(tx, ctx, { ...key, messageId: input.edits });
      else if (whenBusy === 'interrupt') interrupted = await interrupt(tx, ctx, key);
      if (!(await takePlace(tx, key, ctx.now)))
        throw new AppError({ code: 'not-found', detail: 'There is no such conversation.' });
    }
    const isFree = await insertTurnIfFree(tx, turn);
    const { status, behind } = isFree ? RUNNING : await insertWaiting(tx, key, turn, whenBusy);
    await insertMessage(tx, message);
    if (status === 'silent')
      await recordEvent(tx, ctx, {
        type: 'conversation.message_received',
        subject: { type: 'conversation', id: conversationId },
        turnId,
        data: { messageId: message.id },
      });
    return { conversationId, turnId, status, interrupted, ...(behind !== undefined && { behind }) };
  });
}

const RUNNING = { status: 'running' as const, behind: undefined };
type Key = Parameters<typeof takePlace>[1];

async function interrupt(tx: Transaction, ctx: Ctx, key: Key): Promise<CancelledTurn[]> {
  if (!(await lockConversation(tx, key))) return [];
  const cancelled: CancelledTurn[] = [];
  for (const turn of await selectOpenTurnsOf(tx, key.conversationId))
    cancelled.push(...(await cancelOpenTurn(tx, ctx, turn, 'newer_message')));
  return cancelled;
}

/** Behind the others; or ended at once, where a person speaks. @throws AppError session-busy */
async function insertWaiting(
  tx: Transaction,
  key: Key,
  turn: NewTurn,
  whenBusy: WhenBusy,
): Promise<{ status: 'queued' | 'silent'; behind?: string | undefined }> {
  const conversation = await lockConversation(tx, key);
  if (conversation?.speaker === 'person') {
    await insertTurn(tx, { ...turn, status: 'finished', latencyMs: 0, finishedAt: turn.startedAt });
    return { status: 'silent' };
  }
  const others = await selectOpenTurnsOf(tx, key.conversationId);
  if (whenBusy === 'reject' || others.length > MOST_WAITING)
    throw new AppError({
      code: 'session-busy',
      detail: 'The previous message is still being answered. Please try again in a moment.',
      data: { retryAfterSeconds: 2 },
    });
  await insertTurn(tx, { ...turn, status: 'queued' });
  return { status: 'queued', behind: others.at(-1)?.id };
}

/** The first words of the first message. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}
