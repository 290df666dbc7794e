import { z } from 'zod';
import type { TurnResult } from '#src/turn.ts';

const Source = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('row'),
    table: z.string(),
    id: z.string(),
    label: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  z.strictObject({
    kind: z.literal('passage'),
    documentId: z.string(),
    version: z.string(),
    title: z.string(),
    heading: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    quote: z.string(),
  }),
  z.strictObject({ kind: z.literal('policy'), rule: z.string(), version: z.string(), label: z.string() }),
  z.strictObject({ kind: z.literal('engine'), maker: z.string(), version: z.string() }),
]);

const Part = z.strictObject({ agent: z.string(), text: z.string(), sources: z.array(Source) });

const Effect = z.strictObject({
  type: z.literal('booking.created'),
  id: z.string(),
  number: z.string(),
  eventId: z.string(),
});

const AskOption = z.strictObject({ label: z.string(), text: z.string() });

const Ask = z.strictObject({
  kind: z.enum(['slot', 'confirm', 'choice', 'sign_in', 'clarify']),
  slot: z.string().exactOptional(),
  options: z.array(AskOption),
  resumeText: z.string().exactOptional(),
});

const PriceBreakdown = z.strictObject({
  lines: z.array(z.strictObject({ label: z.string(), amountPaise: z.number().int() })),
  totalPaise: z.number().int(),
  currency: z.literal('INR'),
});

const job = {
  items: z.array(z.strictObject({ name: z.string(), quantity: z.number().int() })),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  when: z.string(),
  address: z.string(),
  provider: z.strictObject({ name: z.string(), rating: z.number() }),
  price: PriceBreakdown,
};

const Card = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('booking_quote'),
    ...job,
    holdExpiresAt: z.iso.datetime(),
    actions: z.array(AskOption),
  }),
  z.strictObject({ type: z.literal('booking_receipt'), number: z.string(), status: z.string(), ...job }),
]);

/** The JSON answer to a message. */
export const TurnResultBody = z.strictObject({
  sessionId: z.string(),
  turnId: z.string(),
  text: z.string(),
  intents: z.array(z.strictObject({ name: z.string(), confidence: z.number() })),
  parts: z.array(Part),
  effects: z.array(Effect),
  ask: Ask.exactOptional(),
  card: Card.exactOptional(),
  usage: z.strictObject({ tokensIn: z.number(), tokensOut: z.number(), latencyMs: z.number() }),
}) satisfies z.ZodType<TurnResult>;

export const MessageBody = z.strictObject({
  sessionId: z.string().max(64, 'must have at most 64 characters').optional(),
  text: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(4_000, 'is too long: a message may have at most 4,000 characters'),
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
});

export const HistoryBody = z.strictObject({
  sessionId: z.string(),
  messages: z.array(
    z.strictObject({
      id: z.string(),
      turnId: z.string().exactOptional(),
      role: z.enum(['user', 'assistant', 'operator']),
      text: z.string(),
      parts: z.array(Part).exactOptional(),
      card: Card.exactOptional(),
      ask: Ask.exactOptional(),
      createdAt: z.iso.datetime(),
    }),
  ),
  running: z.strictObject({ turnId: z.string() }).exactOptional(),
});
export type HistoryBody = z.input<typeof HistoryBody>;

export const WidgetBody = z.strictObject({
  name: z.string(),
  assistantName: z.string(),
  greeting: z.string(),
  suggestions: z.array(z.string()),
  supportPhone: z.string(),
  supportEmail: z.string(),
  supportHours: z.string(),
});

export const DocumentBody = z.strictObject({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  source: z.string(),
});
