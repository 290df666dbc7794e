import { index, int, json, mediumtext, mysqlEnum, mysqlTable, uniqueIndex } from 'drizzle-orm/mysql-core';
import type { Ask, Card, Effect, Part } from '../../turn.ts';
import { companyId, createdAt, id, instant, key, text, timestamps } from './columns.ts';
import { companies } from './companies.ts';
import { users } from './users.ts';

/** A session: one thread of talk between a customer (or guest) and the assistant. Its id is the graph's thread id. */
export const conversations = mysqlTable(
  'conversations',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    /** Null while a guest owns it. */
    userId: key('user_id').references(() => users.id),
    guestId: key('guest_id'),
    channel: mysqlEnum('channel', ['web', 'api', 'sms', 'whatsapp', 'email', 'phone']).notNull().default('web'),
    title: text('title', 120).notNull(),
    messageCount: int('message_count').notNull().default(0),
    lastMessageAt: instant('last_message_at').notNull(),
    deletedAt: instant('deleted_at'),
    ...timestamps(),
  },
  (t) => [
    index('conversations_user').on(t.userId, t.lastMessageAt),
    index('conversations_guest').on(t.guestId, t.lastMessageAt),
    index('conversations_company').on(t.companyId, t.lastMessageAt),
  ],
);

export const TURN_STATUSES = ['running', 'finished', 'failed', 'cancelled'] as const;

/** One message and the work it set off. */
export const turns = mysqlTable(
  'turns',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    conversationId: key('conversation_id')
      .notNull()
      .references(() => conversations.id),
    status: mysqlEnum('status', TURN_STATUSES).notNull(),
    requestId: key('request_id', 64),
    errorCode: key('error_code', 40),
    latencyMs: int('latency_ms'),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    index('turns_conversation').on(t.conversationId, t.startedAt),
    index('turns_status').on(t.status, t.startedAt),
    index('turns_company').on(t.companyId, t.startedAt),
  ],
);

/** What the widget needs to show an assistant's message again. */
export interface MessagePayload {
  parts: Part[];
  effects: Effect[];
  ask?: Ask;
  card?: Card;
}

export const messages = mysqlTable(
  'messages',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    conversationId: key('conversation_id')
      .notNull()
      .references(() => conversations.id),
    turnId: key('turn_id').references(() => turns.id),
    /** 1, 2, 3 … within the conversation. */
    seq: int('seq').notNull(),
    role: mysqlEnum('role', ['user', 'assistant', 'operator', 'system']).notNull(),
    text: mediumtext('text').notNull(),
    payload: json('payload').$type<MessagePayload>(),
    /** AI metrics, on the assistant's message: how the turn was understood, and what the answer cost. */
    intents: json('intents').$type<{ name: string; confidence: number }[]>(),
    latencyMs: int('latency_ms'),
    tokensIn: int('tokens_in'),
    tokensOut: int('tokens_out'),
    maker: key('maker', 64),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('messages_conversation_seq').on(t.conversationId, t.seq), index('messages_turn').on(t.turnId)],
);
