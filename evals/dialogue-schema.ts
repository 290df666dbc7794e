import { z } from 'zod';
import { BOOKING_STATUSES } from '#src/db/schema/bookings.ts';
import { COMPLAINT_CATEGORIES, PRIORITY_BANDS } from '#src/db/schema/complaints.ts';
import { HANDOFF_REASONS } from '#src/db/schema/handoffs.ts';

/** `2026-11-21 17:00`, local to the company. */
const LocalTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:00$/, 'must be a local day and full hour');
/** A rate card of the catalogue by its slug. */
const Service = z.string().regex(/^[a-z0-9-]+$/);
const Item = z.strictObject({ service: Service, quantity: z.number().int().default(1) });

const GivenBooking = z.strictObject({
  items: z.array(Item).min(1),
  at: LocalTime,
  status: z.enum(BOOKING_STATUSES).default('confirmed'),
  /** When it was made; else three days before it starts or before now. */
  made: LocalTime.optional(),
});

const GivenComplaint = z.strictObject({
  category: z.enum(COMPLAINT_CATEGORIES),
  description: z.string(),
  /** Index into the given bookings. */
  booking: z.number().int().optional(),
  /** Hours before now. */
  hoursAgo: z.number().default(24),
});

/** Text that must (not) be in the answer: `/…/i` is a pattern, anything else is looked for as it is, in any case. */
const Statement = z.string().min(1);

const DialogueTurn = z.strictObject({
  /** `{booking.0}` and `{complaint.0}` stand for numbers of what was given. */
  say: z.string(),
  /** Time since the turn before: `30s` (the default), `20m`, `5h`, `7d`. */
  after: z
    .string()
    .regex(/^\d+[smhd]$/)
    .optional(),
  /** The guest signs in before saying it. */
  signIn: z.boolean().optional(),
  sees: z.array(Statement).default([]),
  never: z.array(Statement).default([]),
  /** The kind of the open question, or its slot; `none` when there must be none. */
  asks: z.string().optional(),
  card: z.string().optional(),
  /** The receipts of this turn, in order. */
  effects: z.array(z.string()).optional(),
});

/** What the database holds of this customer in the end: whole lists, each entry with the fields that matter. */
const Leaves = z.strictObject({
  bookings: z
    .array(
      z.strictObject({
        at: LocalTime,
        status: z.enum(BOOKING_STATUSES),
        items: z
          .array(
            z.strictObject({
              service: Service,
              quantity: z.number().int().optional(),
              cancelled: z.boolean().optional(),
            }),
          )
          .optional(),
        pincode: z.string().optional(),
      }),
    )
    .default([]),
  refunds: z.array(z.strictObject({ percent: z.number(), status: z.string().optional() })).default([]),
  complaints: z
    .array(
      z.strictObject({
        category: z.enum(COMPLAINT_CATEGORIES),
        status: z.string().optional(),
        band: z.enum(PRIORITY_BANDS).optional(),
        booking: z.boolean().optional(),
        escalated: z.boolean().optional(),
      }),
    )
    .default([]),
  handoffs: z.array(z.strictObject({ reason: z.enum(HANDOFF_REASONS) })).default([]),
});

export const Dialogue = z.strictObject({
  name: z.string().min(5),
  /** The patterns that it shows: correction, digression, two-flows … */
  patterns: z.array(z.string()).min(1),
  as: z.enum(['customer', 'guest']).default('customer'),
  /** Local time of the first message. */
  now: LocalTime.default('2026-11-20 10:00'),
  given: z
    .strictObject({
      bookings: z.array(GivenBooking).default([]),
      complaints: z.array(GivenComplaint).default([]),
      /** Professionals of the company; each does everything. */
      providers: z.number().int().min(0).max(20).default(4),
      /** Further saved addresses beside "Home" in 560034. */
      addresses: z.array(z.strictObject({ label: z.string(), line1: z.string(), pincode: z.string() })).default([]),
    })
    .prefault({}),
  turns: z.array(DialogueTurn).min(1),
  leaves: Leaves,
});
export type Dialogue = z.output<typeof Dialogue>;
export type DialogueInput = z.input<typeof Dialogue>;

export const DialogueFile = z.array(Dialogue).min(1);

export interface Failure {
  /** `effect`: the database or a receipt is not as it must be; `statement`: only the words are not. */
  kind: 'effect' | 'statement' | 'error';
  /** From 1; 0 for the state at the end. */
  turn: number;
  message: string;
}
