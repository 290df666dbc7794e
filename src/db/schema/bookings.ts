import { sql } from 'drizzle-orm';
import {
  check,
  index,
  int,
  json,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  smallint,
  uniqueIndex,
} from 'drizzle-orm/mysql-core';
import { companyId, createdAt, id, instant, key, pincodeKey, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { conversations } from './conversations.ts';
import { pincodes } from './pincodes.ts';
import { providers } from './providers.ts';
import { rateCards } from './services.ts';
import { addresses, users } from './users.ts';

export const BOOKING_STATUSES = ['pending', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** The address as it was when the booking was made. */
export interface AddressSnapshot {
  label: string;
  line1: string;
  locality: string;
  city: string;
  state: string;
  pincode: string;
}

export const bookings = mysqlTable(
  'bookings',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    /** What people say on the phone: "NX-7F3K2M". */
    number: key('number', 16).notNull(),
    userId: key('user_id')
      .notNull()
      .references(() => users.id),
    providerId: key('provider_id')
      .notNull()
      .references(() => providers.id),
    addressId: key('address_id')
      .notNull()
      .references(() => addresses.id),
    address: json('address').$type<AddressSnapshot>().notNull(),
    pincode: pincodeKey()
      .notNull()
      .references(() => pincodes.pincode),
    status: mysqlEnum('status', BOOKING_STATUSES).notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    subtotalPaise: int('subtotal_paise').notNull(),
    visitingChargePaise: int('visiting_charge_paise').notNull(),
    discountPaise: int('discount_paise').notNull(),
    gstPaise: int('gst_paise').notNull(),
    totalPaise: int('total_paise').notNull(),
    channel: mysqlEnum('channel', ['web', 'api', 'sms', 'whatsapp', 'email', 'phone']).notNull(),
    conversationId: key('conversation_id').references(() => conversations.id),
    /** The hold it came from: one hold becomes at most one booking, however often the confirmation is repeated. */
    holdId: key('hold_id'),
    notes: text('notes', 500),
    /** 1–5, given by the customer after completion. */
    rating: smallint('rating'),
    review: text('review', 1000),
    cancelReason: text('cancel_reason', 255),
    cancelledAt: instant('cancelled_at'),
    completedAt: instant('completed_at'),
    rescheduleCount: smallint('reschedule_count').notNull().default(0),
    version: int('version').notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('bookings_company_number').on(t.companyId, t.number),
    uniqueIndex('bookings_hold').on(t.holdId),
    index('bookings_user_starts').on(t.userId, t.startsAt),
    index('bookings_provider_starts').on(t.providerId, t.startsAt),
    index('bookings_company_status_starts').on(t.companyId, t.status, t.startsAt),
    index('bookings_company_status_created').on(t.companyId, t.status, t.createdAt),
    index('bookings_company_starts').on(t.companyId, t.startsAt),
    index('bookings_company_created').on(t.companyId, t.createdAt),
    index('bookings_company_pincode_starts').on(t.companyId, t.pincode, t.startsAt),
    index('bookings_user_created').on(t.userId, t.createdAt),
    check('bookings_times', sql`${t.endsAt} > ${t.startsAt}`),
    check(
      'bookings_total',
      sql`${t.totalPaise} = ${t.subtotalPaise} + ${t.visitingChargePaise} - ${t.discountPaise} + ${t.gstPaise}`,
    ),
    check('bookings_rating', sql`${t.rating} is null or ${t.rating} between 1 and 5`),
  ],
);

export const bookingItems = mysqlTable(
  'booking_items',
  {
    id: id(),
    bookingId: key('booking_id')
      .notNull()
      .references(() => bookings.id),
    rateCardId: key('rate_card_id')
      .notNull()
      .references(() => rateCards.id),
    /** Name and price as they were when booked. */
    name: text('name', 120).notNull(),
    quantity: smallint('quantity').notNull(),
    unitPricePaise: int('unit_price_paise').notNull(),
    discountPaise: int('discount_paise').notNull(),
    totalPaise: int('total_paise').notNull(),
    durationMinutes: smallint('duration_minutes').notNull(),
    /** Taken off the visit; the row stays as it was charged. */
    cancelledAt: instant('cancelled_at'),
    refundId: key('refund_id'),
  },
  (t) => [
    index('booking_items_booking').on(t.bookingId),
    check('booking_items_quantity', sql`${t.quantity} between 1 and 50`),
    check('booking_items_total', sql`${t.totalPaise} = ${t.unitPricePaise} * ${t.quantity} - ${t.discountPaise}`),
  ],
);

/**
 * The taken hours of a provider's day. The primary key is what makes a double booking impossible: an hour is held
 * until `expiresAt` while a customer decides, and taken for good once `bookingId` is set.
 */
export const slotHolds = mysqlTable(
  'slot_holds',
  {
    providerId: key('provider_id')
      .notNull()
      .references(() => providers.id),
    /** Start of the hour. */
    hour: instant('hour').notNull(),
    companyId: companyId().references(() => companies.id),
    holdId: key('hold_id').notNull(),
    /** Who holds it: a user or guest id. */
    holderId: key('holder_id').notNull(),
    bookingId: key('booking_id').references(() => bookings.id),
    /** Null once booked. */
    expiresAt: instant('expires_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.providerId, t.hour] }),
    // The days that are asked for are few, those who could come many: their hours in one range, whoever has them.
    index('slot_holds_hour').on(t.hour, t.providerId),
    index('slot_holds_hold').on(t.holdId),
    index('slot_holds_booking').on(t.bookingId),
    index('slot_holds_expires').on(t.expiresAt),
    check('slot_holds_held_or_booked', sql`(${t.bookingId} is null) <> (${t.expiresAt} is null)`),
  ],
);
