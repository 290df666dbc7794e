import type { MessageRow } from '#src/services/conversations/get-history.ts';
import type { HistoryMessage } from '../schemas/sessions.ts';

/** A message as the widget shows it again; undefined for those that are not meant for customers. */
export function presentMessage(row: MessageRow): HistoryMessage | undefined {
  const { id, turnId, seq, role, text, payload, reaction, createdAt } = row;
  if (role === 'system') return undefined;
  return {
    id,
    ...(turnId && { turnId }),
    seq,
    role,
    text,
    ...(payload?.parts && { parts: payload.parts }),
    ...(payload?.card && { card: payload.card }),
    ...(payload?.ask && { ask: payload.ask }),
    ...(reaction && { reaction: { value: reaction.value, ...(reaction.reason && { reason: reaction.reason }) } }),
    createdAt: createdAt.toISOString(),
  };
}
