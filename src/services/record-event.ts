import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { insertEvent } from '#src/db/queries/events.ts';
import { newId } from '#src/ids.ts';

export type EventType =
  | 'booking.created'
  | 'slot.held'
  | 'slot.released'
  | 'turn.finished'
  | 'turn.failed'
  | 'conversation.claimed'
  | 'user.logged_in';

export interface EventInput {
  type: EventType;
  subject: { type: string; id: string };
  turnId?: string | undefined;
  /** Facts for audit and analytics; no personal data. */
  data?: Record<string, unknown>;
}

/**
 * Writes the event of a change, in the change's own transaction.
 * @returns the event's id: the receipt without which no surface may say that the change happened
 */
export async function recordEvent(tx: Transaction, ctx: Ctx, event: EventInput): Promise<string> {
  const id = newId('event', ctx.now);
  await insertEvent(tx, {
    id,
    companyId: ctx.company.id,
    type: event.type,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.kind === 'system' ? null : ctx.actor.id,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    turnId: event.turnId ?? null,
    requestId: ctx.requestId,
    data: event.data ?? {},
    createdAt: ctx.now,
  });
  return id;
}
