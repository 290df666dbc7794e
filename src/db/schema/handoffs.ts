import { index, mysqlEnum, mysqlTable, smallint, uniqueIndex } from 'drizzle-orm/mysql-core';
import { companyId, id, instant, key, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { conversations } from './conversations.ts';
import { users } from './users.ts';

/** Why a person is asked to take a conversation over. */
export const HANDOFF_REASONS = [
  'customer_asked',
  'not_understood',
  'negative_sentiment',
  'complaint_critical',
  'safety',
  'refund_dispute',
  'assistant_failed',
  'staff_took_over',
] as const;

export const HANDOFF_STATUSES = ['waiting', 'active', 'ended'] as const;

/** A conversation's way to a person and back. At most one is open at a time (`openKey`). */
export const handoffs = mysqlTable(
  'handoffs',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    conversationId: key('conversation_id')
      .notNull()
      .references(() => conversations.id),
    /** The conversation while it is open, null once it has ended. */
    openKey: key('open_key'),
    reason: mysqlEnum('reason', HANDOFF_REASONS).notNull(),
    status: mysqlEnum('status', HANDOFF_STATUSES).notNull(),
    /** 0–100: how pressing. */
    score: smallint('score').notNull(),
    summary: text('summary', 1000).notNull(),
    takenBy: key('taken_by').references(() => users.id),
    takenAt: instant('taken_at'),
    endedBy: key('ended_by').references(() => users.id),
    endedAt: instant('ended_at'),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('handoffs_open').on(t.openKey),
    index('handoffs_conversation').on(t.conversationId, t.createdAt),
    index('handoffs_company').on(t.companyId, t.status, t.createdAt),
  ],
);
