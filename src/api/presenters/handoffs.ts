import type { HandoffDetail } from '#src/db/queries/handoffs.ts';
import type { NotedMessage as NotedRow } from '#src/db/queries/messages.ts';
import type { HandoffContext } from '#src/services/handoffs/get-handoff.ts';
import type { HandoffBody, HandoffItem, NotedMessage } from '../schemas/handoffs.ts';

export function presentHandoff(row: HandoffDetail): HandoffItem {
  const { id, conversationId, title, channel, reason, status, score, summary, customer, takenBy, holderName } = row;
  return {
    ...{ id, conversationId, title, channel, reason, status, score, summary },
    ...(customer && { customer: { id: customer.id, name: customer.name } }),
    ...(takenBy && { takenBy: { id: takenBy, name: holderName ?? '' } }),
    ...(row.takenAt && { takenAt: row.takenAt.toISOString() }),
    ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
    lastMessageAt: row.lastMessageAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

/** A message as staff see it: notes too, and who of them wrote what. */
export function presentNoted(row: NotedRow): NotedMessage {
  const { id, turnId, seq, role, text, payload, authorName, sentiment, createdAt } = row;
  return {
    ...{ id, ...(turnId && { turnId }), seq, role, text },
    ...(payload?.parts && { parts: payload.parts }),
    ...(payload?.card && { card: payload.card }),
    ...(authorName && { author: authorName }),
    ...(sentiment !== null && { sentiment }),
    createdAt: createdAt.toISOString(),
  };
}

export function presentHandoffContext(context: HandoffContext): HandoffBody {
  const { handoff, mayContact, messages, bookings, complaints } = context;
  const { customer } = handoff;
  return {
    ...presentHandoff(handoff),
    ...(customer && mayContact && { contacts: { email: customer.email, phone: customer.phone } }),
    messages: messages.map(presentNoted),
    ...(bookings && {
      bookings: bookings.map(({ id, number, status, items, startsAt, totalPaise }) => ({
        ...{ id, number, status, items: items.map(({ name }) => name), totalPaise },
        startsAt: startsAt.toISOString(),
      })),
    }),
    ...(complaints && {
      complaints: complaints.map(({ id, number, category, status, priorityBand, description, createdAt }) => ({
        ...{ id, number, category, status, priorityBand, description },
        createdAt: createdAt.toISOString(),
      })),
    }),
  };
}
