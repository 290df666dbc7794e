import type { MessageRow } from '#src/services/conversations/get-history.ts';
import type { HistoryBody } from '../schemas.ts';

type HistoryMessage = HistoryBody['messages'][number];

/** A message as the widget shows it again; undefined for those that are not meant for people. */
export function presentMessage(row: MessageRow): HistoryMessage | undefined {
  const { id, turnId, role, text, payload, createdAt } = row;
  if (role === 'system') return undefined;
  return {
    id,
    ...(turnId && { turnId }),
    role,
    text,
    ...(payload?.parts && { parts: payload.parts }),
    ...(payload?.card && { card: payload.card }),
    ...(payload?.ask && { ask: payload.ask }),
    createdAt: createdAt.toISOString(),
  };
}
