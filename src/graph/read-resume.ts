import { z } from 'zod';
import type { Frame } from '#src/agents/contract.ts';
import type { Command } from '#src/language/contract.ts';
import type { TurnResume } from '#src/turn.ts';

/** What the `responseSchema` of a question asks for: one of these. */
const Payload = z.union([
  z.object({ confirmed: z.boolean() }),
  z.object({ choice: z.string().min(1).max(200) }),
  z.object({ text: z.string().trim().min(1).max(4_000) }),
]);

export interface Resumed {
  /** Commands that need no reading; without them `text` is read as if it had been said. */
  commands?: Command[];
  text?: string;
}

/**
 * An answer that names its question. It counts only while just that question is open: one of another conversation, or
 * answered already, says so and changes nothing.
 */
export function readResume(resume: readonly TurnResume[], top: Frame | undefined): Resumed {
  const open = top?.prompt?.ask.id;
  const answer = resume.find(({ interruptId }) => open !== undefined && interruptId === open);
  if (!answer || resume.length !== 1) return { commands: [{ type: 'stale' }] };
  if (answer.status === 'cancelled') return { commands: [{ type: 'cancel' }] };
  const payload = Payload.safeParse(answer.payload);
  if (!payload.success) return { commands: [{ type: 'clarify', options: [] }] };
  if ('confirmed' in payload.data) return { commands: [{ type: payload.data.confirmed ? 'affirm' : 'deny' }] };
  if ('text' in payload.data) return { text: payload.data.text };
  const { choice } = payload.data;
  const option = top?.expecting?.options?.find(({ value, label }) => value === choice || label === choice);
  return option ? { commands: [{ type: 'choose', value: option.value }] } : { text: choice };
}
