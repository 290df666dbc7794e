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

export const Part = z.strictObject({
  agent: z.string(),
  text: z.string(),
  sources: z.array(Source),
  wasCorrected: z.boolean().exactOptional(),
});

const Effect = z.strictObject({
  type: z.enum([
    'booking.created',
    'booking.rescheduled',
    'booking.cancelled',
    'booking.items_cancelled',
    'complaint.raised',
    'complaint.updated',
    'complaint.escalated',
    'handoff.requested',
  ]),
  id: z.string(),
  number: z.string(),
  eventId: z.string(),
});

const AskOption = z.strictObject({ label: z.string(), text: z.string() });

export const Ask = z.strictObject({
  kind: z.enum(['slot', 'confirm', 'choice', 'sign_in', 'clarify']),
  id: z.string().exactOptional(),
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

export const Card = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('booking_quote'),
    ...job,
    holdExpiresAt: z.iso.datetime(),
    actions: z.array(AskOption),
  }),
  z.strictObject({ type: z.literal('booking_receipt'), number: z.string(), status: z.string(), ...job }),
  z.strictObject({
    type: z.literal('reschedule_quote'),
    number: z.string(),
    service: z.string(),
    from: z.string(),
    to: z.string(),
    address: z.string(),
    provider: job.provider,
    actions: z.array(AskOption),
  }),
  z.strictObject({
    type: z.enum(['cancellation_quote', 'cancellation_receipt']),
    number: z.string(),
    service: z.string(),
    when: z.string(),
    items: z.array(z.string()),
    isWhole: z.boolean(),
    rule: z.string(),
    policyVersion: z.string(),
    paidPaise: z.number().int(),
    refundPercent: z.number().int(),
    refundPaise: z.number().int(),
    creditPaise: z.number().int(),
    needsApproval: z.boolean(),
    actions: z.array(AskOption),
  }),
  z.strictObject({
    type: z.enum(['complaint_quote', 'complaint_receipt']),
    number: z.string(),
    about: z.string(),
    category: z.string(),
    description: z.string(),
    photos: z.number().int(),
    band: z.enum(['low', 'medium', 'high', 'critical']),
    answerBy: z.string(),
    settledBy: z.string(),
    actions: z.array(AskOption),
  }),
  z.strictObject({
    type: z.literal('comparison'),
    columns: z.array(z.string()),
    rows: z.array(z.strictObject({ label: z.string(), cells: z.array(z.string()) })),
    actions: z.array(AskOption),
  }),
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
  outcome: z.enum(['answered', 'cancelled', 'silent']),
  usage: z.strictObject({ tokensIn: z.number(), tokensOut: z.number(), latencyMs: z.number() }),
}) satisfies z.ZodType<TurnResult>;

export const MessageBody = z.strictObject({
  sessionId: z.string().max(64, 'must have at most 64 characters').optional(),
  text: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(4_000, 'is too long: a message may have at most 4,000 characters'),
  attachmentIds: z
    .array(z.string().regex(/^[\x21-\x7e]{1,32}$/, 'is not an id'))
    .max(10, 'may be at most 10')
    .exactOptional()
    .meta({ description: 'Pictures and documents that were uploaded for this message' }),
  whenBusy: z
    .enum(['enqueue', 'interrupt', 'reject'])
    .default('enqueue')
    .meta({
      description:
        'What becomes of the message while another one of the conversation is answered: it waits, it ends the other ' +
        'answer, or it is refused (409)',
    }),
});

export const EditMessageBody = z.strictObject({ text: MessageBody.shape.text });

export const CancelRunBody = z.strictObject({
  turnId: z.string(),
  isCancelled: z.boolean().meta({ description: 'Whether this call has ended the turn' }),
});

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
