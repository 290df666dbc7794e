import { z } from 'zod';
import { BookingStatus } from '#src/services/bookings/schemas.ts';
import { ComplaintCategory, ComplaintStatus, PriorityBand } from '#src/services/complaints/schemas.ts';
import {
  HandoffReason,
  HandoffStatus,
  ListHandoffsInput,
  SayInput,
  StartHandoffInput,
} from '#src/services/handoffs/schemas.ts';
import { HistoryMessage } from './sessions.ts';

const id = z.string();
const instant = z.iso.datetime();
const Person = z.strictObject({ id, name: z.string() });

export const HandoffParams = z.strictObject({ id: z.string().meta({ description: 'Of the handoff.' }) });
export const HandoffsQuery = ListHandoffsInput;
export const StartHandoffBody = z.strictObject({
  conversationId: StartHandoffInput.shape.conversationId.meta({ example: 'ses_01kaq3x8d2v7b4n6m8p0r2t4w6' }),
});
export const SayBody = z.strictObject({
  text: SayInput.shape.text.meta({ example: 'I have asked the plumber; he will be there at 5 pm.' }),
});

export const HandoffItem = z.strictObject({
  id,
  conversationId: id,
  title: z.string(),
  channel: z.string(),
  reason: HandoffReason,
  status: HandoffStatus,
  score: z.number().int().min(0).max(100).meta({ description: 'How pressing it is.' }),
  summary: z.string().meta({ description: 'What it is about, from what was said and understood.' }),
  customer: Person.exactOptional().meta({ description: 'Absent for a guest.' }),
  takenBy: Person.exactOptional(),
  takenAt: instant.exactOptional(),
  endedAt: instant.exactOptional(),
  lastMessageAt: instant,
  createdAt: instant,
});
export type HandoffItem = z.input<typeof HandoffItem>;

export const HandoffsBody = z.strictObject({ items: z.array(HandoffItem), nextCursor: z.string().exactOptional() });

const { shape } = HistoryMessage;
export const NotedMessage = z.strictObject({
  ...{ id, turnId: shape.turnId, seq: shape.seq, text: shape.text, createdAt: instant },
  role: z
    .enum(['user', 'assistant', 'operator', 'system'])
    .meta({ description: '`system`: a note that only staff see.' }),
  ...{ parts: shape.parts, card: shape.card },
  author: z.string().exactOptional().meta({ description: 'Of the staff.' }),
  sentiment: z.number().exactOptional().meta({ description: 'Of the customer’s words, −1 … 1.' }),
});
export type NotedMessage = z.input<typeof NotedMessage>;

export const HandoffBody = z.strictObject({
  ...HandoffItem.shape,
  contacts: z
    .strictObject({ email: z.string(), phone: z.string() })
    .exactOptional()
    .meta({ description: 'For those who may see customers’ contacts.' }),
  messages: z.array(NotedMessage).meta({ description: 'The latest 200, oldest first, with the notes of the staff.' }),
  bookings: z
    .array(
      z.strictObject({
        ...{ id, number: z.string(), status: BookingStatus, items: z.array(z.string()) },
        ...{ startsAt: instant, totalPaise: z.number().int() },
      }),
    )
    .exactOptional()
    .meta({ description: 'The customer’s latest five, for those who may see bookings.' }),
  complaints: z
    .array(
      z.strictObject({
        ...{ id, number: z.string(), category: ComplaintCategory, status: ComplaintStatus },
        ...{ priorityBand: PriorityBand, description: z.string(), createdAt: instant },
      }),
    )
    .exactOptional()
    .meta({ description: 'The customer’s latest five, for those who may see complaints.' }),
});
export type HandoffBody = z.input<typeof HandoffBody>;

export const SaidBody = z.strictObject({ messageId: id });
