import { index, int, mysqlTable } from 'drizzle-orm/mysql-core';
import { companyId, createdAt, id, instant, key, text } from './columns.ts';
import { companies } from './companies.ts';
import { complaints } from './complaints.ts';
import { conversations } from './conversations.ts';

/** Pictures and documents that customers add to a conversation, and with it to a complaint. The bytes are files. */
export const attachments = mysqlTable(
  'attachments',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    /** A user's or a guest's id. */
    ownerId: key('owner_id').notNull(),
    conversationId: key('conversation_id').references(() => conversations.id),
    complaintId: key('complaint_id').references(() => complaints.id),
    name: text('name', 200).notNull(),
    contentType: key('content_type', 64).notNull(),
    bytes: int('bytes').notNull(),
    deletedAt: instant('deleted_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('attachments_owner').on(t.ownerId, t.createdAt),
    index('attachments_conversation').on(t.conversationId, t.createdAt),
    index('attachments_complaint').on(t.complaintId),
    index('attachments_company').on(t.companyId, t.createdAt),
  ],
);
