import type { Message } from '@ag-ui/core';
import type { MessageRow } from '#src/services/conversations/get-history.ts';

/**
 * The stored conversation as AG-UI's messages, one for each part of an answer, with the ids that they have on the stream.
 * @param without of this turn only what the customer said: its answer is told on the stream
 */
export function agUiMessages(history: readonly MessageRow[], without?: string): Message[] {
  return history.flatMap((row): Message[] => {
    const { id, role, text, turnId, payload } = row;
    if (role === 'user') return [{ id, role, content: text }];
    if (role === 'system' || (turnId !== null && turnId === without)) return [];
    const parts = payload?.parts.filter((part) => part.text !== '') ?? [];
    if (role === 'operator' || parts.length === 0)
      return text === '' ? [] : [{ id, role: 'assistant', name: role, content: text }];
    return parts.map((part, index) => ({
      id: `${turnId ?? id}-${index + 1}`,
      role: 'assistant',
      name: part.agent,
      content: part.text,
    }));
  });
}
