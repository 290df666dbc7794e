import {
  double,
  index,
  int,
  json,
  mediumtext,
  mysqlEnum,
  mysqlTable,
  smallint,
  uniqueIndex,
} from 'drizzle-orm/mysql-core';
import type { Ask, Card, Effect, Part, TurnResume } from '../../turn.ts';
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
    /** Who answers: while a person does, the assistant is silent. */
    speaker: mysqlEnum('speaker', ['assistant', 'person']).notNull().default('assistant'),
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

/** `queued`: waits for the turn before it in the same conversation. */
export const TURN_STATUSES = ['queued', 'running', 'finished', 'failed', 'cancelled'] as const;

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
    /** The process that answers for it, and how often it was begun: one that was given up may not finish it. */
    owner: key('owner', 64),
    attempt: smallint('attempt').notNull().default(1),
    /** Answers to open questions by a client that need not be read from words. */
    resume: json('resume').$type<TurnResume[]>(),
    /** State of the graph after it: where an edited message goes on from. */
    checkpointId: key('checkpoint_id', 64),
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
  /** Of a customer's message: what came with it. */
  attachmentIds?: string[];
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
    /** Of the customer's words, −1 … 1. */
    sentiment: double('sentiment'),
    /** The operator who wrote it. */
    authorId: key('author_id').references(() => users.id),
    /** An edit put another branch in its place: kept, but no longer part of the talk. */
    replacedAt: instant('replaced_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('messages_conversation_seq').on(t.conversationId, t.seq), index('messages_turn').on(t.turnId)],
);

/** Thumbs on an answer, one an owner. */
export const messageReactions = mysqlTable(
  'message_reactions',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    messageId: key('message_id')
      .notNull()
      .references(() => messages.id),
    /** A user's or a guest's id. */
    ownerId: key('owner_id').notNull(),
    value: mysqlEnum('value', ['up', 'down']).notNull(),
    reason: text('reason', 500),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('message_reactions_owner').on(t.messageId, t.ownerId),
    index('message_reactions_company').on(t.companyId, t.value, t.createdAt),
  ],
);
