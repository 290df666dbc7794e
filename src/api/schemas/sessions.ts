import { z } from 'zod';
import { HistoryInput, ListSessionsInput, RenameSessionInput } from '#src/services/conversations/schemas.ts';
import { SetReactionInput } from '#src/services/reactions/schemas.ts';
import { Ask, Card, Part } from '../schemas.ts';

export const SessionParams = z.strictObject({ id: z.string().meta({ description: 'Of the conversation.' }) });
export const MessageParams = z.strictObject({ id: z.string().meta({ description: 'Of the message.' }) });

export const SessionsQuery = ListSessionsInput.extend({
  q: ListSessionsInput.shape.q.meta({ description: 'Part of the title or of what was said.', example: 'refund' }),
});

export const SessionsBody = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      lastMessageAt: z.iso.datetime(),
      messageCount: z.number().int(),
    }),
  ),
  nextCursor: z.string().exactOptional(),
});

export const HistoryQuery = HistoryInput.extend({
  sessionId: z.string().min(1, 'must not be empty').max(64, 'must have at most 64 characters'),
});

const Reaction = z.strictObject({ value: z.enum(['up', 'down']), reason: z.string().exactOptional() });

export const HistoryMessage = z.strictObject({
  id: z.string(),
  turnId: z.string().exactOptional(),
  seq: z.number().int().meta({ description: 'Grows with every message; `Last-Event-ID` of the session’s events.' }),
  role: z.enum(['user', 'assistant', 'operator']).meta({ description: '`operator`: a person of the company.' }),
  text: z.string(),
  parts: z.array(Part).exactOptional(),
  card: Card.exactOptional(),
  ask: Ask.exactOptional(),
  reaction: Reaction.exactOptional().meta({ description: 'The reader’s own.' }),
  createdAt: z.iso.datetime(),
});
export type HistoryMessage = z.input<typeof HistoryMessage>;

const speaking = {
  speaker: z.enum(['assistant', 'person']).meta({ description: 'While a person speaks, the assistant is silent.' }),
  handoff: z
    .enum(['waiting', 'active'])
    .exactOptional()
    .meta({ description: 'A person was asked for, or is there: follow the session’s events.' }),
};

export const HistoryBody = z.strictObject({
  sessionId: z.string(),
  ...speaking,
  messages: z.array(HistoryMessage),
  nextCursor: z.string().exactOptional().meta({ description: 'Leads to older messages.' }),
  running: z.strictObject({ turnId: z.string() }).exactOptional(),
});

export const RenameSessionBody = z.strictObject({
  title: RenameSessionInput.shape.title.meta({ example: 'AC in the bedroom' }),
});
export const RenamedSessionBody = z.strictObject({ id: z.string(), title: z.string() });

export const ExportQuery = z.strictObject({ format: z.enum(['json', 'markdown', 'pdf']).default('json') });

export const TypingBody = z.strictObject({
  told: z.boolean().meta({ description: 'False when the other side was told just before.' }),
});

export const ReactionBody = z.strictObject({
  value: SetReactionInput.shape.value.meta({ example: 'down' }),
  reason: SetReactionInput.shape.reason.meta({ example: 'It did not answer my question.' }),
});

const count = z.number().int().min(0);
export const ReactionsBody = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  up: count,
  down: count,
  days: z
    .array(z.strictObject({ date: z.iso.date(), up: count, down: count }))
    .meta({ description: 'Only days on which somebody has reacted.' }),
});
