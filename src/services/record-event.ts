import type { Ctx } from '#src/context.ts';
import type { Db, Transaction } from '#src/db/client.ts';
import { insertActivity, insertEvent, insertEventOfRun } from '#src/db/queries/events.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';

/** `noun.verbed`. */
export type EventType =
  | `${'user' | 'staff' | 'role' | 'booking' | 'complaint' | 'conversation' | 'handoff' | 'refund' | 'address' | 'provider' | 'service' | 'attachment'}.${string}`
  | 'booking.created'
  | 'slot.held'
  | 'slot.released'
  | 'turn.finished'
  | 'turn.failed'
  | 'turn.cancelled'
  | 'user.logged_in';

export interface EventInput {
  type: EventType;
  subject: { type: string; id: string };
  turnId?: string | undefined;
  /** Of `AgentInput.call`: the same change in the same turn is written once. */
  effectKey?: string | undefined;
  /** Facts for audit and analytics; no personal data. */
  data?: Record<string, unknown>;
}

/**
 * Writes the event of a change, in the change's own transaction.
 * @returns the event's id: the receipt without which no surface may say that the change happened
 * @throws AppError conflict when the turn that makes the change was ended or taken over meanwhile: nothing is changed
 */
export async function recordEvent(tx: Transaction, ctx: Ctx, event: EventInput): Promise<string> {
  const id = newId('event', ctx.now);
  const row = {
    id,
    companyId: ctx.company.id,
    type: event.type,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.kind === 'system' ? null : ctx.actor.id,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    turnId: event.turnId ?? null,
    effectKey: event.effectKey ?? null,
    requestId: ctx.requestId,
    data: event.data ?? {},
    createdAt: ctx.now,
  };
  if (!event.effectKey || !ctx.turn) await insertEvent(tx, row);
  else if (!(await insertEventOfRun(tx, row, ctx.turn)))
    throw new AppError({ code: 'conflict', detail: 'This message is no longer worked on here.' });
  // What staff do is in their activity log as well, written in the same transaction.
  if (ctx.actor.kind === 'staff') await recordActivity(tx, ctx, { ...event, action: event.type });
  return id;
}

/** Notes a sensitive read, or a write, in the staff activity log. For anybody else it does nothing. */
export async function recordActivity(
  db: Db,
  ctx: Ctx,
  activity: { action: string; subject: { type: string; id: string }; data?: Record<string, unknown> },
): Promise<void> {
  if (ctx.actor.kind !== 'staff') return;
  await insertActivity(db, {
    id: newId('activity', ctx.now),
    companyId: ctx.company.id,
    userId: ctx.actor.id,
    action: activity.action,
    subjectType: activity.subject.type,
    subjectId: activity.subject.id,
    requestId: ctx.requestId,
    data: activity.data ?? {},
    createdAt: ctx.now,
  });
}
