import { sql } from 'drizzle-orm';
import { check, index, int, mysqlEnum, mysqlTable, smallint } from 'drizzle-orm/mysql-core';
import { bookings } from './bookings.ts';
import { companyId, id, instant, key, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { users } from './users.ts';

/** What a cancellation gives back, of a booking or of some of its items; large ones wait for a person with the permission. */
export const refunds = mysqlTable(
  'refunds',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    bookingId: key('booking_id')
      .notNull()
      .references(() => bookings.id),
    percent: smallint('percent').notNull(),
    amountPaise: int('amount_paise').notNull(),
    /** A credit beside the refund, for the provider's or the platform's fault. */
    creditPaise: int('credit_paise').notNull().default(0),
    reason: text('reason', 255).notNull(),
    policyVersion: key('policy_version', 16).notNull(),
    status: mysqlEnum('status', ['waiting_for_approval', 'approved', 'rejected']).notNull(),
    decidedBy: key('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** Why it was rejected. */
    decisionReason: text('decision_reason', 255),
    ...timestamps(),
  },
  (t) => [
    index('refunds_of_booking').on(t.bookingId),
    index('refunds_company_status').on(t.companyId, t.status, t.createdAt),
    index('refunds_company_created').on(t.companyId, t.createdAt),
    check('refunds_percent', sql`${t.percent} between 0 and 100`),
    check('refunds_amount', sql`${t.amountPaise} >= 0`),
  ],
);
