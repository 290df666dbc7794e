import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  decimal,
  index,
  int,
  mysqlEnum,
  mysqlTable,
  smallint,
  uniqueIndex,
} from 'drizzle-orm/mysql-core';
import { bookings } from './bookings.ts';
import { companyId, createdAt, id, instant, key, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { users } from './users.ts';

export const COMPLAINT_CATEGORIES = [
  'safety',
  'damage',
  'overcharge',
  'quality',
  'delay',
  'behaviour',
  'other',
] as const;
export const COMPLAINT_STATUSES = ['open', 'in_progress', 'waiting_for_customer', 'resolved', 'closed'] as const;
export const PRIORITY_BANDS = ['low', 'medium', 'high', 'critical'] as const;

export const complaints = mysqlTable(
  'complaints',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    /** What people say on the phone: "CP-7F3K2M". */
    number: key('number', 16).notNull(),
    userId: key('user_id')
      .notNull()
      .references(() => users.id),
    bookingId: key('booking_id').references(() => bookings.id),
    category: mysqlEnum('category', COMPLAINT_CATEGORIES).notNull(),
    description: text('description', 2000).notNull(),
    status: mysqlEnum('status', COMPLAINT_STATUSES).notNull().default('open'),
    /** −1 … 1. */
    sentiment: decimal('sentiment', { precision: 3, scale: 2, mode: 'number' }).notNull().default(0),
    /** 0–100, as calculated when it was raised or last looked at. */
    priorityScore: smallint('priority_score').notNull(),
    priorityBand: mysqlEnum('priority_band', PRIORITY_BANDS).notNull(),
    assignedTo: key('assigned_to').references(() => users.id),
    /** 0 until it was escalated. */
    escalationLevel: smallint('escalation_level').notNull().default(0),
    firstResponseDueAt: instant('first_response_due_at').notNull(),
    resolutionDueAt: instant('resolution_due_at').notNull(),
    firstRespondedAt: instant('first_responded_at'),
    resolvedAt: instant('resolved_at'),
    resolution: text('resolution', 2000),
    version: int('version').notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('complaints_company_number').on(t.companyId, t.number),
    index('complaints_user').on(t.userId, t.createdAt),
    index('complaints_booking').on(t.bookingId),
    index('complaints_company_status').on(t.companyId, t.status, t.priorityScore),
    index('complaints_company_created').on(t.companyId, t.createdAt),
    index('complaints_company_priority').on(t.companyId, t.priorityScore),
    index('complaints_company_due').on(t.companyId, t.resolutionDueAt),
    index('complaints_assigned').on(t.assignedTo, t.status),
    check('complaints_priority', sql`${t.priorityScore} between 0 and 100`),
    check('complaints_sentiment', sql`${t.sentiment} between -1 and 1`),
  ],
);

export const complaintUpdates = mysqlTable(
  'complaint_updates',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    complaintId: key('complaint_id')
      .notNull()
      .references(() => complaints.id),
    authorKind: mysqlEnum('author_kind', ['customer', 'staff', 'system']).notNull(),
    authorId: key('author_id').references(() => users.id),
    kind: mysqlEnum('kind', ['comment', 'status', 'assignment', 'escalation', 'resolution']).notNull(),
    /** Seen by staff only. */
    isInternal: boolean('is_internal').notNull().default(false),
    text: text('text', 2000).notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('complaint_updates_complaint').on(t.complaintId, t.createdAt)],
);

/** What waits for a person, most pressing first. */
export const priorityQueue = mysqlTable(
  'priority_queue',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    subjectType: mysqlEnum('subject_type', ['complaint', 'conversation', 'booking']).notNull(),
    subjectId: key('subject_id').notNull(),
    userId: key('user_id').references(() => users.id),
    priorityScore: smallint('priority_score').notNull(),
    summary: text('summary', 255).notNull(),
    status: mysqlEnum('status', ['waiting', 'claimed', 'done']).notNull().default('waiting'),
    assignedTo: key('assigned_to').references(() => users.id),
    dueAt: instant('due_at'),
    doneAt: instant('done_at'),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('priority_queue_subject').on(t.subjectType, t.subjectId),
    index('priority_queue_company').on(t.companyId, t.status, t.priorityScore),
    // What is not done, in the order in which it is listed: most pressing first, older before newer.
    index('priority_queue_waiting').on(t.companyId, t.subjectType, t.doneAt, sql`${t.priorityScore} desc`, t.id),
    check('priority_queue_done', sql`(${t.status} = 'done') = (${t.doneAt} is not null)`),
    check('priority_queue_score', sql`${t.priorityScore} between 0 and 100`),
  ],
);
