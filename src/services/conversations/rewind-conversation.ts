import type { Ctx } from '#src/context.ts';
import { forkCheckpoint } from '#src/db/fork-checkpoint.ts';
import type { Transaction } from '#src/db/client.ts';
import type { Owner } from '#src/db/queries/conversations.ts';
import {
  replaceMessagesFrom,
  selectCheckpointBefore,
  selectOwnMessage,
  selectTurnIdsFrom,
} from '#src/db/queries/messages.ts';
import { lockConversation, selectOpenTurnsOf } from '#src/db/queries/turns.ts';
import { AppError } from '#src/errors.ts';
import { recordEvent } from '../record-event.ts';
import { cancelOpenTurn, type CancelledTurn } from './cancel-turn.ts';
import { effectsOfTurn } from './effects-of-turn.ts';

/**
 * Goes back to just before one of the customer's messages, in the transaction that says it anew: what came after it is
 * kept but shown no more, what still runs is cancelled, and the graph goes on from its state before.
 * @returns the turns that were cancelled by it
 * @throws AppError not-found | not-allowed when something has been changed since that stays, or a person speaks
 */
export async function rewindConversation(
  tx: Transaction,
  ctx: Ctx,
  { conversationId, owner, messageId }: { conversationId: string; owner: Owner; messageId: string },
): Promise<CancelledTurn[]> {
  const companyId = ctx.company.id;
  const conversation = await lockConversation(tx, { companyId, owner, conversationId });
  const message = conversation && (await selectOwnMessage(tx, { companyId, owner, messageId }));
  if (message?.conversationId !== conversationId)
    throw new AppError({ code: 'not-found', detail: 'There is no such message.' });
  if (message.role !== 'user')
    throw new AppError({ code: 'not-allowed', detail: 'Only your own messages can be changed.' });
  if (conversation?.speaker === 'person')
    throw new AppError({ code: 'not-allowed', detail: 'A person has read this already: please write to them anew.' });
  const cancelled: CancelledTurn[] = [];
  // Ended first, so that none of them can do anything any more; what they have done by then counts.
  for (const turn of await selectOpenTurnsOf(tx, conversationId))
    cancelled.push(...(await cancelOpenTurn(tx, ctx, turn, 'newer_message')));
  const from = { conversationId, fromSeq: message.seq };
  const turnIds = await selectTurnIdsFrom(tx, from);
  for (const turnId of turnIds) {
    const [effect] = await effectsOfTurn(tx, ctx, turnId);
    if (effect) throw new AppError({ code: 'not-allowed', detail: reasonOf(effect) });
  }
  await replaceMessagesFrom(tx, { ...from, at: ctx.now });
  const checkpointId = await selectCheckpointBefore(tx, { conversationId, seq: message.seq });
  if (!(await forkCheckpoint(tx, conversationId, checkpointId)))
    throw new AppError({ code: 'not-allowed', detail: 'This message lies too far back to be changed.' });
  await recordEvent(tx, ctx, {
    type: 'conversation.message_edited',
    subject: { type: 'conversation', id: conversationId },
    data: { messageId, turns: turnIds.length },
  });
  return cancelled;
}

function reasonOf({ type, number }: Awaited<ReturnType<typeof effectsOfTurn>>[number]): string {
  const what = type === 'handoff.requested' ? 'a person of our team was asked to join' : `${DONE[type]} (${number})`;
  return `This message cannot be changed: ${what} after it, and that stays. Please say what you want changed instead.`;
}

const DONE = {
  'booking.created': 'a booking was made',
  'booking.rescheduled': 'a booking was moved',
  'booking.cancelled': 'a booking was cancelled',
  'booking.items_cancelled': 'a part of a booking was cancelled',
  'complaint.raised': 'a complaint was taken down',
  'complaint.updated': 'a complaint was added to',
  'complaint.escalated': 'a complaint was escalated',
  'handoff.requested': '',
} as const;
