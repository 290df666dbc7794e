import type { EventType } from '#src/services/record-event.ts';
import type { SeededBooking } from './bookings.ts';
import { COMPANY_ID } from './company.ts';
import type { ConversationRows } from './conversations.ts';
import { createRandom, seedId } from './random.ts';
import type { ComplaintRow, EventRow, RefundRow } from './rows.ts';
import type { Team } from './staff.ts';

/** The id of the event that is the receipt of a booking. */
export const receiptId = (booking: { id: string; createdAt: Date }) => seedId('evt', booking.createdAt, booking.id);

/** What the services would have recorded: bookings made and cancelled, complaints, turns finished. Oldest first. */
export function generateEvents(
  {
    bookings,
    refunds,
    complaints,
    talks,
  }: {
    bookings: readonly SeededBooking[];
    refunds: readonly RefundRow[];
    complaints: readonly ComplaintRow[];
    talks: ConversationRows;
  },
  team: Team,
): EventRow[] {
  const takers = [team.agent, team.agent, team.lead];
  const event = (
    id: string,
    type: EventType,
    rest: Omit<EventRow, 'id' | 'companyId' | 'type' | 'requestId' | 'effectKey'>,
  ) => ({
    ...{ id, companyId: COMPANY_ID, type, requestId: null, effectKey: null },
    ...rest,
  });
  const created = bookings.map(({ row, visit }) => {
    const byPhone = row.channel === 'phone';
    return event(receiptId(row), 'booking.created', {
      actorKind: byPhone ? 'staff' : 'customer',
      actorId: byPhone ? createRandom(`taker of ${row.id}`).pick(takers).id : row.userId,
      subjectType: 'booking',
      subjectId: row.id,
      turnId: talks.madeIn.get(row.id)?.turnId ?? null,
      data: {
        number: row.number,
        totalPaise: row.totalPaise,
        items: visit.map(({ card, quantity }) => ({ rateCardId: card.id, quantity })),
        providerId: row.providerId,
      },
      createdAt: row.createdAt,
    });
  });
  const bookingOf = new Map(bookings.map(({ row }) => [row.id, row]));
  const nobody = { turnId: null, data: {} };
  const cancelled = refunds.flatMap((refund) => {
    const booking = bookingOf.get(refund.bookingId);
    if (!booking) return [];
    const { percent, amountPaise, createdAt } = refund;
    const subject = { subjectType: 'booking', subjectId: booking.id };
    const data = { number: booking.number, refundPercent: percent, refundPaise: amountPaise };
    const actor = { actorKind: 'customer' as const, actorId: booking.userId };
    const cancellation = event(seedId('evt', createdAt, `cancelled ${booking.id}`), 'booking.cancelled', {
      ...{ ...nobody, ...actor, ...subject, data, createdAt },
    });
    if (!refund.decidedAt) return [cancellation];
    const approval = event(seedId('evt', refund.decidedAt, refund.id), 'refund.approved', {
      ...{ ...nobody, actorKind: 'staff', actorId: refund.decidedBy, subjectType: 'refund', subjectId: refund.id },
      createdAt: refund.decidedAt,
    });
    return [cancellation, approval];
  });
  const complained = complaints.map((row) =>
    event(seedId('evt', row.createdAt, row.id), 'complaint.created', {
      ...{ actorKind: 'customer', actorId: row.userId, subjectType: 'complaint', subjectId: row.id, turnId: null },
      data: { number: row.number, category: row.category, priorityScore: row.priorityScore },
      createdAt: row.createdAt,
    }),
  );
  const ownerOf = new Map(talks.conversations.map((row) => [row.id, row]));
  const intentsOf = new Map(talks.messages.flatMap((m) => (m.turnId && m.intents ? [[m.turnId, m.intents]] : [])));
  const answerOf = new Map(talks.messages.flatMap((m) => (m.turnId && m.payload ? [[m.turnId, m.payload]] : [])));
  const finished = talks.turns.map((turn) => {
    const owner = ownerOf.get(turn.conversationId);
    const payload = answerOf.get(turn.id);
    const createdAt = turn.finishedAt ?? turn.startedAt;
    return event(seedId('evt', createdAt, turn.id), 'turn.finished', {
      actorKind: owner?.userId ? 'customer' : 'guest',
      actorId: owner?.userId ?? owner?.guestId ?? null,
      subjectType: 'turn',
      subjectId: turn.id,
      turnId: turn.id,
      data: {
        conversationId: turn.conversationId,
        intents: intentsOf.get(turn.id)?.map((intent) => intent.name) ?? [],
        agents: [...new Set(payload?.parts.map((part) => part.agent))],
        effects: payload?.effects.map((effect) => effect.eventId) ?? [],
        latencyMs: turn.latencyMs,
      },
      createdAt,
    });
  });
  return [...created, ...cancelled, ...complained, ...finished].toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  );
}
