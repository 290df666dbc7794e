import { z } from 'zod';
import { PageQuery } from '#src/pagination.ts';
import { FAULTS } from '#src/services/bookings/refund-policy.ts';
import { BookingStatus, VisitItems } from '#src/services/bookings/schemas.ts';
import { REFUND_STATUSES } from '#src/services/refunds/schemas.ts';
import { PriceBody, PricedItemBody } from './services.ts';

const paise = z.number().int();
const text = (max: number) => z.string().trim().max(max, `must have at most ${max} characters`);
const key = z.string().regex(/^[\x21-\x7e]{1,32}$/, 'is not an id');
const Status = BookingStatus.meta({ example: 'confirmed' });

/** What the database can hold, and anybody may mean. */
const isPlausible = (iso: string) => iso.slice(0, 4) >= '2000' && iso.slice(0, 4) < '2200';
const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant, e.g. 2026-11-21T11:30:00Z' })
  .refine(isPlausible, 'must lie between 2000 and 2199')
  .meta({ example: '2026-11-21T11:30:00Z' });

const pincode = z
  .string()
  .regex(/^[1-9]\d{5}$/, 'must be a six-digit pincode')
  .meta({ example: '560034' });
const startsAt = instant.meta({ description: 'Start of the slot: a full hour on the company’s clock' });

const AddressInput = z
  .union([
    z.strictObject({ id: key.meta({ description: 'Of a saved address' }) }),
    z.strictObject({
      line1: text(200).min(3, 'must have at least 3 characters').meta({ example: '12, 5th Block, 80 Feet Road' }),
      locality: text(120).min(1, 'must not be empty').optional().meta({ example: 'Koramangala' }),
      pincode,
    }),
  ])
  .meta({ description: 'A saved address by its id, or a new one, which is saved' });

export const BookingParams = z.strictObject({
  id: z.string().meta({ description: 'Id of the booking, or its number', example: 'NX-7F3K4M' }),
});

export const CreateBookingBody = z.strictObject({
  items: VisitItems,
  startsAt,
  address: AddressInput,
  quotedTotalPaise: paise.positive().meta({
    description: 'The total that the customer was shown. Quoted is charged: any other price is refused.',
    example: 41_064,
  }),
  notes: text(500).optional().meta({ description: 'For the professional', example: 'Ring the bell twice.' }),
  userId: key.optional().meta({ description: 'Staff only: the customer for whom they book' }),
});

export const QuoteBookingBody = z.strictObject({
  items: VisitItems,
  pincode,
  startsAt: startsAt.optional().meta({ description: 'To hear as well whether somebody is free then' }),
});

/** A parameter may be repeated, or hold its values with commas. */
const listOf = <S extends z.ZodType>(values: z.ZodArray<S>) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), values);

export const ListBookingsQuery = PageQuery.extend({
  status: listOf(z.array(Status).min(1).max(6))
    .optional()
    .meta({ description: 'One or more, repeated or with commas' }),
  from: instant.optional().meta({ description: 'Start of the slot, from here on' }),
  to: instant.optional().meta({ description: 'Start of the slot, before this' }),
  pincode: pincode.optional(),
  userId: key.optional().meta({ description: 'Bookings of this customer' }),
  q: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,16}$/, 'must be a booking number or its beginning')
    .optional()
    .meta({ description: 'Booking number, or its beginning', example: 'NX-7F' }),
  sort: z.enum(['startsAt', '-startsAt', 'createdAt', '-createdAt']).default('-startsAt'),
});

const ItemText = z
  .string()
  .regex(/^[\w-]{1,32}(?::[1-9]\d?)?$/, 'must be the id of a service, or id:quantity')
  .meta({ example: 'rc_01kabcdefghjkmnpqrstvwxyz0:2' });

export const FreeHoursQuery = z.strictObject({
  item: listOf(z.array(ItemText).min(1).max(10)).meta({
    description: 'What the visit is for, one or more, repeated or with commas: id of the service, or `id:quantity`',
    example: ['rc_01kabcdefghjkmnpqrstvwxyz0:2', 'rc_01kabcdefghjkmnpqrstvwxyz1'],
  }),
  pincode,
  from: z.iso.date().optional().meta({ description: 'First local day; today if absent', example: '2026-11-21' }),
  days: z.coerce.number().int().min(1).max(14).default(3),
});

export const UpdateBookingBody = z
  .strictObject({
    notes: text(500).nullable().optional().meta({ description: '`null` removes them' }),
    address: AddressInput.optional().meta({ description: 'In the same pincode' }),
  })
  .refine((body) => Object.keys(body).length > 0, 'must name notes or an address');

const reason = text(255)
  .min(1, 'must not be empty')
  .meta({ description: 'Why, in the customer’s words', example: 'I am travelling that day.' });

export const CancelBookingBody = z.strictObject({
  reason,
  fault: z.enum(FAULTS).optional().meta({ description: 'Staff only: who made the cancellation necessary' }),
  quotedRefundPaise: paise
    .nonnegative()
    .optional()
    .meta({ description: 'The refund that the customer was shown; any other is refused' }),
});

export const DeleteBookingQuery = z.strictObject({ reason: reason.default('No longer needed') });

export const CancelItemsBody = CancelBookingBody.omit({ fault: true }).extend({
  itemIds: z.array(key).min(1).max(50).meta({ description: 'Items of the booking; with the last one it is cancelled' }),
});

export const CancellationQuery = z.strictObject({
  fault: z.enum(FAULTS).optional().meta({ description: 'Staff only: as if it were theirs' }),
  items: listOf(z.array(key).min(1).max(50))
    .optional()
    .meta({ description: 'Ids of items, repeated or with commas: what taking only these off would give back' }),
});

export const RescheduleBookingBody = z.strictObject({ startsAt });

export const SetStatusBody = z.strictObject({ status: Status });

export const RateBookingBody = z.strictObject({
  rating: z.number().int().min(1).max(5).meta({ example: 5 }),
  review: text(1000).optional().meta({ example: 'On time, and clean work.' }),
});

const when = z.iso.datetime().meta({ example: '2026-11-21T11:30:00.000Z' });

const BookingItemBody = PricedItemBody.extend({
  id: z.string(),
  cancelledAt: when
    .exactOptional()
    .meta({ description: 'Since when it is off the visit; the charges stay as they were' }),
  refundId: z.string().exactOptional().meta({ description: 'Of the refund for it' }),
});

export const BookingBody = z
  .strictObject({
    id: z.string(),
    number: z.string().meta({ description: 'What people say on the phone', example: 'NX-7F3K4M' }),
    userId: z.string(),
    status: Status,
    startsAt: when,
    endsAt: when,
    provider: z.strictObject({ id: z.string(), name: z.string(), rating: z.number() }),
    address: z.strictObject({
      label: z.string().meta({ example: 'Home' }),
      line1: z.string(),
      locality: z.string(),
      city: z.string(),
      state: z.string(),
      pincode: z.string(),
    }),
    items: z.array(BookingItemBody),
    subtotalPaise: paise,
    visitingChargePaise: paise,
    discountPaise: paise,
    gstPaise: paise,
    totalPaise: paise.meta({ description: 'subtotal + visitingCharge − discount + gst', example: 41_064 }),
    channel: z.enum(['web', 'api', 'sms', 'whatsapp', 'email', 'phone']),
    notes: z.string().exactOptional(),
    rating: z.number().int().exactOptional(),
    review: z.string().exactOptional(),
    cancelReason: z.string().exactOptional(),
    cancelledAt: when.exactOptional(),
    completedAt: when.exactOptional(),
    rescheduleCount: z.number().int(),
    version: z.number().int().meta({ description: 'For `If-Match`; also the `ETag`', example: 1 }),
    createdAt: when,
    updatedAt: when,
  })
  .meta({ id: 'Booking' });

export const BookingsPageBody = z.strictObject({ items: z.array(BookingBody), nextCursor: z.string().exactOptional() });

const percent = z
  .number()
  .int()
  .min(0)
  .max(100)
  .meta({ description: 'Of what was charged for what goes', example: 75 });
const creditPaise = paise.meta({ description: 'On top, for a later booking' });
const policyVersion = z.string().meta({ example: '2026-10' });

export const CancelledBookingBody = z.strictObject({
  booking: BookingBody,
  refund: z.strictObject({
    id: z.string(),
    percent,
    amountPaise: paise,
    creditPaise,
    status: z.enum(REFUND_STATUSES),
    policyVersion,
  }),
});

export const CancellationBody = z.strictObject({
  allowed: z.boolean(),
  reason: z.string().exactOptional().meta({ description: 'Why not' }),
  hoursBefore: z.number().meta({ description: 'Until the slot begins; negative afterwards', example: 8.5 }),
  whole: z.boolean().exactOptional().meta({ description: 'Whether nothing would be left of the booking' }),
  refund: z
    .strictObject({
      percent,
      paidPaise: paise.meta({ description: 'What was charged for what goes', example: 41_064 }),
      amountPaise: paise,
      creditPaise,
      needsApproval: z.boolean().meta({ description: 'A person must approve a refund of this size' }),
      policy: z
        .strictObject({
          version: policyVersion,
          fromHours: z.number().exactOptional().meta({ description: 'The row used: at least so many hours before' }),
          fault: z.enum(FAULTS).exactOptional().meta({ description: 'The row used: by whose fault' }),
        })
        .meta({ description: 'The row of the refund table that applies' }),
    })
    .exactOptional(),
});

export const BookingStatusBody = z.strictObject({
  id: z.string(),
  number: z.string(),
  status: Status,
  next: z.array(Status).meta({ description: 'What the staff can set now' }),
  actions: z
    .array(z.enum(['update', 'reschedule', 'cancel', 'rate']))
    .meta({ description: 'What the rules allow the customer now' }),
  version: z.number().int(),
});

const FreeHour = z.strictObject({
  date: z.iso.date().meta({ description: 'Local day', example: '2026-11-21' }),
  hour: z.number().int().meta({ description: 'Local hour', example: 17 }),
  startsAt: when,
});

export const FreeHoursBody = z.strictObject({ items: z.array(FreeHour) });

export const BookingQuoteBody = z.strictObject({
  pincode: z.string(),
  hours: z.number().int().meta({ description: 'Whole hours that are booked', example: 1 }),
  price: PriceBody,
  slot: z
    .strictObject({
      startsAt: when,
      endsAt: when,
      available: z.boolean().meta({ description: 'Whether a professional is free for the whole visit' }),
      freeProviders: z.number().int(),
    })
    .exactOptional()
    .meta({ description: 'Where a start was named; nothing is held' }),
});
