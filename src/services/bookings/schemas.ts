import { z } from 'zod';
import { BOOKING_STATUSES } from '#src/db/schema/bookings.ts';
import { PageQuery } from '#src/pagination.ts';
import { FAULTS } from './refund-policy.ts';

export const BookingStatus = z.enum(BOOKING_STATUSES);

/** Ids are ascii; other characters would be a database error. */
const id = z.string().regex(/^[\x21-\x7e]{1,32}$/, 'is not an id');
const pincode = z.string().regex(/^[1-9]\d{5}$/, 'must be a six-digit pincode');
/** Of `AgentInput.call`: the change that it names is made once. */
const effectKey = z.string().max(64).optional();
const VisitItem = z.strictObject({
  rateCardId: id.meta({ description: 'Id of the service' }),
  quantity: z.number().int().min(1).max(50).default(1).meta({ description: 'In units of the service' }),
});

/** What one visit is for: some of each service. */
export const VisitItems = z
  .array(VisitItem)
  .min(1, 'must name a service')
  .max(10, 'must name at most 10 services')
  .superRefine((items, { addIssue }) => {
    for (const [i, { rateCardId }] of items.entries()) {
      const first = items.findIndex((item) => item.rateCardId === rateCardId);
      if (first === i) continue;
      const message = `is the service of items/${first} again: name it once, with the quantity of both`;
      addIssue({ code: 'custom', path: [i, 'rateCardId'], message });
    }
  })
  .meta({
    description: 'What is done in this visit, by one professional: each service once',
    example: [
      { rateCardId: 'rc_01kabcdefghjkmnpqrstvwxyz0', quantity: 2 },
      { rateCardId: 'rc_01kabcdefghjkmnpqrstvwxyz1', quantity: 1 },
    ],
  });

export const ListFreeHoursInput = z.strictObject({
  items: VisitItems,
  pincode,
  /** First local day to look at; earlier days than today are skipped. */
  fromDate: z.iso.date(),
  days: z.number().int().min(1).max(14),
  /** Keeps hours held by this hold free. */
  exceptHoldId: id.optional(),
});
export type ListFreeHoursInput = z.input<typeof ListFreeHoursInput>;

export const HoldSlotInput = z.strictObject({
  items: VisitItems,
  pincode,
  startsAt: z.date(),
  /** A hold of the same customer to give up for this one. */
  replaces: id.optional(),
  /** Tried before those who are rated better: the customer knows them. */
  preferProviderId: id.optional(),
  turnId: id.optional(),
  effectKey,
});
export type HoldSlotInput = z.input<typeof HoldSlotInput>;

const NewAddress = z.strictObject({
  line1: z.string().trim().min(3).max(200),
  locality: z.string().trim().min(1).max(120).optional(),
  pincode,
});

/** A saved address, or a new one that is saved with the booking. */
const WantedAddress = z.union([z.strictObject({ id }), NewAddress]);
export type WantedAddress = z.output<typeof WantedAddress>;

const notes = z.string().trim().max(500);
const channel = z.enum(['web', 'api', 'sms', 'whatsapp', 'email', 'phone']);
/** What the customer was shown; anything else is refused. */
const quotedTotalPaise = z.number().int().positive();
/** For whom staff book. */
const userId = id.optional();

export const CreateBookingInput = z.strictObject({
  holdId: id,
  items: VisitItems,
  pincode,
  startsAt: z.date(),
  address: WantedAddress,
  quotedTotalPaise,
  channel,
  notes: notes.optional(),
  userId,
  conversationId: id.optional(),
  turnId: id.optional(),
  effectKey,
});
export type CreateBookingInput = z.input<typeof CreateBookingInput>;

export const BookSlotInput = z.strictObject({
  items: VisitItems,
  startsAt: z.date(),
  address: WantedAddress,
  quotedTotalPaise,
  channel,
  notes: notes.optional(),
  userId,
});
export type BookSlotInput = z.input<typeof BookSlotInput>;

export const QuoteBookingInput = z.strictObject({ items: VisitItems, pincode, startsAt: z.date().optional() });
export type QuoteBookingInput = z.input<typeof QuoteBookingInput>;

export const SearchBookingsInput = PageQuery.extend({
  status: z.array(BookingStatus).min(1).optional(),
  /** Start of the slot, from inclusive to exclusive. */
  from: z.date().optional(),
  to: z.date().optional(),
  pincode: pincode.optional(),
  userId: id.optional(),
  /** Beginning of a booking number. */
  q: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,16}$/, 'must be a booking number or its beginning')
    .optional(),
  sort: z.enum(['startsAt', '-startsAt', 'createdAt', '-createdAt']).default('-startsAt'),
});
export type SearchBookingsInput = z.input<typeof SearchBookingsInput>;

export const UpdateBookingInput = z
  .strictObject({ notes: notes.nullable().optional(), address: WantedAddress.optional() })
  .refine((input) => Object.keys(input).length > 0, 'must name notes or an address');
export type UpdateBookingInput = z.input<typeof UpdateBookingInput>;

export const CancelBookingInput = z.strictObject({
  reason: z.string().trim().min(1).max(255),
  /** Staff only. */
  fault: z.enum(FAULTS).optional(),
  /** What the customer was shown; anything else is refused. */
  quotedRefundPaise: z.number().int().nonnegative().optional(),
  turnId: id.optional(),
  effectKey,
});
export type CancelBookingInput = z.input<typeof CancelBookingInput>;

export const CancelItemsInput = CancelBookingInput.omit({ fault: true }).extend({
  /** Ids of the booking's items. */
  itemIds: z.array(id).min(1).max(50),
});
export type CancelItemsInput = z.input<typeof CancelItemsInput>;

export const RescheduleBookingInput = z.strictObject({ startsAt: z.date(), turnId: id.optional(), effectKey });
export type RescheduleBookingInput = z.input<typeof RescheduleBookingInput>;

export const SetBookingStatusInput = z.strictObject({ status: BookingStatus });
export type SetBookingStatusInput = z.input<typeof SetBookingStatusInput>;

export const RateBookingInput = z.strictObject({
  rating: z.number().int().min(1).max(5),
  review: z.string().trim().max(1000).optional(),
});
export type RateBookingInput = z.input<typeof RateBookingInput>;
