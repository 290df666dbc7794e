import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { conversations, handoffs, messageReactions, messages, turns, users } from '../schema/index.ts';
import { ownedBy, type Owner } from './conversations.ts';

const { id, turnId, seq, role, text, payload, createdAt } = messages;
const shown = { id, turnId, seq, role, text, payload, createdAt };

export type MessageRow = Pick<typeof messages.$inferSelect, keyof typeof shown> & {
  /** The reader's own. */
  reaction?: { value: 'up' | 'down'; reason: string | null } | null;
};

export type NotedMessage = MessageRow & { authorName: string | null; sentiment: number | null };

/** What people may read: no notes of the staff, nothing that an edit has put another branch in the place of. */
const isShown = and(ne(role, 'system'), isNull(messages.replacedAt));

/** Messages before a place (the latest, without one), oldest first, with the thumbs that `reactionsOf` has given. One query. */
export async function selectMessagesBefore(
  db: Db,
  input: { conversationId: string; reactionsOf: string; beforeSeq?: number | undefined; limit: number },
): Promise<MessageRow[]> {
  const { value, reason } = messageReactions;
  const rows = await db
    .select({ ...shown, reaction: { value, reason } })
    .from(messages)
    .leftJoin(
      messageReactions,
      and(eq(messageReactions.messageId, id), eq(messageReactions.ownerId, input.reactionsOf)),
    )
    .where(
      and(
        eq(messages.conversationId, input.conversationId),
        isShown,
        input.beforeSeq === undefined ? undefined : lt(seq, input.beforeSeq),
      ),
    )
    .orderBy(desc(seq))
    .limit(input.limit);
  return rows.toReversed();
}

/** Messages after a place, oldest first; with the staff's notes if the reader is one of them. One query. */
export async function selectMessagesAfter(
  db: Db,
  input: { conversationId: string; afterSeq: number; withNotes?: boolean; limit: number },
): Promise<NotedMessage[]> {
  return db
    .select({ ...shown, sentiment: messages.sentiment, authorName: users.name })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorId))
    .where(
      and(
        eq(messages.conversationId, input.conversationId),
        gt(seq, input.afterSeq),
        input.withNotes ? isNull(messages.replacedAt) : isShown,
      ),
    )
    .orderBy(asc(seq))
    .limit(input.limit);
}

export interface SpeakerRow {
  messageCount: number;
  speaker: 'assistant' | 'person';
  /** Of the handoff that is open. */
  handoff: 'waiting' | 'active' | 'ended' | null;
}

/** Who speaks in a conversation, and how many messages there are. `owner` undefined: whoever's it is. */
export async function selectSpeaker(
  db: Db,
  input: { companyId: string; conversationId: string; owner: Owner | undefined },
): Promise<SpeakerRow | undefined> {
  const [row] = await db
    .select({
      messageCount: conversations.messageCount,
      speaker: conversations.speaker,
      handoff: handoffs.status,
    })
    .from(conversations)
    .leftJoin(handoffs, eq(handoffs.openKey, conversations.id))
    .where(
      and(
        eq(conversations.id, input.conversationId),
        eq(conversations.companyId, input.companyId),
        input.owner && ownedBy(input.owner),
        isNull(conversations.deletedAt),
      ),
    );
  return row;
}

/** A message of one of the owner's conversations, with its conversation. */
export async function selectOwnMessage(
  db: Db,
  input: { companyId: string; owner: Owner; messageId: string; alsoReplaced?: boolean },
): Promise<{ id: string; conversationId: string; seq: number; role: MessageRow['role'] } | undefined> {
  const [row] = await db
    .select({ id, conversationId: messages.conversationId, seq, role })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(id, input.messageId),
        eq(messages.companyId, input.companyId),
        ownedBy(input.owner),
        isNull(conversations.deletedAt),
        input.alsoReplaced ? ne(role, 'system') : isShown,
      ),
    );
  return row;
}

/** The turns of a conversation that a message from a place on has set off, oldest first. */
export async function selectTurnIdsFrom(db: Db, input: { conversationId: string; fromSeq: number }): Promise<string[]> {
  const rows = await db
    .select({ turnId })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, input.conversationId),
        eq(role, 'user'),
        isNull(messages.replacedAt),
        gte(seq, input.fromSeq),
        isNotNull(turnId),
      ),
    )
    .orderBy(asc(seq));
  return rows.flatMap((row) => row.turnId ?? []);
}

/** The graph's state after the last turn before a place that has left one; undefined at the beginning of the talk. */
export async function selectCheckpointBefore(
  db: Db,
  input: { conversationId: string; seq: number },
): Promise<string | undefined> {
  const [row] = await db
    .select({ checkpointId: turns.checkpointId })
    .from(messages)
    .innerJoin(turns, eq(turns.id, turnId))
    .where(
      and(
        eq(messages.conversationId, input.conversationId),
        eq(role, 'user'),
        isNull(messages.replacedAt),
        lt(seq, input.seq),
        eq(turns.status, 'finished'),
        isNotNull(turns.checkpointId),
      ),
    )
    .orderBy(desc(seq))
    .limit(1);
  return row?.checkpointId ?? undefined;
}

/** Takes the talk from a place on out of it: kept, not shown. The staff's notes stay. */
export async function replaceMessagesFrom(
  db: Db,
  input: { conversationId: string; fromSeq: number; at: Date },
): Promise<void> {
  await db
    .update(messages)
    .set({ replacedAt: input.at })
    .where(
      and(
        eq(messages.conversationId, input.conversationId),
        gte(seq, input.fromSeq),
        inArray(role, ['user', 'assistant', 'operator']),
        isNull(messages.replacedAt),
      ),
    );
}

/** What was said last, newest first, as the staff's summary of it needs it. */
export async function selectLastSaid(
  db: Db,
  conversationId: string,
  limit: number,
): Promise<Pick<typeof messages.$inferSelect, 'role' | 'text' | 'payload' | 'intents' | 'sentiment'>[]> {
  return db
    .select({ role, text, payload, intents: messages.intents, sentiment: messages.sentiment })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), isShown))
    .orderBy(desc(seq))
    .limit(limit);
}
