import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import { lockConversation } from '#src/db/queries/turns.ts';
import {
  insertHandoff,
  lockHandoff,
  selectOpenHandoff,
  updateHandoff,
  type HandoffRow,
} from '#src/db/queries/handoffs.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import type { HandoffReason } from '#src/turn.ts';
import { authorise } from '../authorise.ts';
import { ownerOf } from '../conversations/owner-of.ts';
import { findEffect } from '../find-effect.ts';
import { recordEvent } from '../record-event.ts';
import { SCORES } from './policy.ts';
import { saveHandoffInQueue } from './save-in-queue.ts';

export type { HandoffRow };

export interface RequestHandoffInput {
  conversationId: string;
  reason: HandoffReason;
  /** What it is about, for whoever takes over. */
  summary: string;
  turnId?: string;
  effectKey?: string;
}

/**
 * Asks for a person to join a conversation and puts it into the queue. A conversation that waits already keeps its place,
 * unless the new reason is more pressing.
 * @returns `eventId` only when the request is new
 * @throws AppError not-found, also for a conversation of somebody else
 */
export async function requestHandoff(
  ctx: Ctx,
  input: RequestHandoffInput,
): Promise<{ handoff: HandoffRow; eventId: string | undefined }> {
  const actor = authorise(ctx, 'guest', 'customer', 'staff');
  const { conversationId, reason, turnId, effectKey } = input;
  const companyId = ctx.company.id;
  return inTransaction(ctx.db, async (tx) => {
    const conversation = await lockConversation(tx, { companyId, owner: ownerOf(actor), conversationId });
    if (!conversation) throw new AppError({ code: 'not-found', detail: 'There is no such conversation.' });
    const done = effectKey ? await findEffect(tx, ctx, effectKey) : undefined;
    const before = done && (await lockHandoff(tx, companyId, done.subjectId));
    if (before) return { handoff: before, eventId: done?.eventId };
    const score = SCORES[reason];
    const summary = input.summary.replace(/\s+/g, ' ').trim().slice(0, 1_000);
    const open = await selectOpenHandoff(tx, companyId, conversationId);
    if (open) return { handoff: await press(tx, ctx, open, { reason, score, summary }), eventId: undefined };
    const handoff: HandoffRow = {
      ...{ id: newId('handoff', ctx.now), companyId, conversationId, openKey: conversationId, reason, score },
      ...{ status: 'waiting', summary, takenBy: null, takenAt: null, endedBy: null, endedAt: null },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    };
    await insertHandoff(tx, handoff);
    await saveHandoffInQueue(tx, ctx, handoff, conversation.userId);
    const eventId = await recordEvent(tx, ctx, {
      type: 'handoff.requested',
      subject: { type: 'handoff', id: handoff.id },
      ...{ turnId, effectKey },
      data: { conversationId, reason, score },
    });
    return { handoff, eventId };
  });
}

/** One that waits moves up when what has happened since is more pressing. */
async function press(
  tx: Transaction,
  ctx: Ctx,
  open: HandoffRow,
  set: Pick<HandoffRow, 'reason' | 'score' | 'summary'>,
): Promise<HandoffRow> {
  if (open.status !== 'waiting' || set.score <= open.score) return open;
  const pressed = { ...open, ...set, updatedAt: ctx.now };
  await updateHandoff(tx, open, { ...set, updatedAt: ctx.now });
  await saveHandoffInQueue(tx, ctx, pressed);
  await recordEvent(tx, ctx, {
    type: 'handoff.pressed',
    subject: { type: 'handoff', id: open.id },
    data: { conversationId: open.conversationId, reason: set.reason, score: set.score },
  });
  return pressed;
}
