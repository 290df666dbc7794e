import { z } from 'zod';

const id = z.string().min(1).max(32);
const pincode = z.string().regex(/^[1-9]\d{5}$/, 'must be a six-digit pincode');
const quantity = z.number().int().min(1).max(50);

export const ListFreeHoursInput = z.strictObject({
  rateCardId: id,
  quantity,
  pincode,
  /** First local day to look at; earlier days than today are skipped. */
  fromDate: z.iso.date(),
  days: z.number().int().min(1).max(14),
  /** Keeps hours held by this hold free. */
  exceptHoldId: id.optional(),
});
export type ListFreeHoursInput = z.input<typeof ListFreeHoursInput>;

export const HoldSlotInput = z.strictObject({
  rateCardId: id,
  quantity,
  pincode,
  startsAt: z.date(),
  /** A hold of the same customer to give up for this one. */
  replaces: id.optional(),
  turnId: id.optional(),
});
export type HoldSlotInput = z.input<typeof HoldSlotInput>;

const NewAddress = z.strictObject({
  line1: z.string().trim().min(3).max(200),
  locality: z.string().trim().min(1).max(120).optional(),
  pincode,
});

export const CreateBookingInput = z.strictObject({
  holdId: id,
  rateCardId: id,
  quantity,
  pincode,
  startsAt: z.date(),
  /** A saved address, or a new one that is saved with the booking. */
  address: z.union([z.strictObject({ id }), NewAddress]),
  /** What the customer was shown; anything else is refused. */
  quotedTotalPaise: z.number().int().positive(),
  channel: z.enum(['web', 'api', 'sms', 'whatsapp', 'email', 'phone']),
  conversationId: id.optional(),
  turnId: id.optional(),
});
export type CreateBookingInput = z.input<typeof CreateBookingInput>;
