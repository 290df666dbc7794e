import { and, desc, eq, isNull, ne, type SQL } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { conversations, messages, turns } from '../schema/index.ts';

/** Whose conversation it is: an account's or a guest's. */
export type Owner = { userId: string } | { guestId: string };

export function ownedBy(owner: Owner): SQL | undefined {
  return 'userId' in owner
    ? eq(conversations.userId, owner.userId)
    : and(eq(conversations.guestId, owner.guestId), isNull(conversations.userId));
}

export type ConversationSummary = Pick<
  typeof conversations.$inferSelect,
  'id' | 'title' | 'lastMessageAt' | 'messageCount'
>;

/** An owner's conversations, last spoken in first. */
export async function selectConversations(
  db: Db,
  input: { companyId: string; owner: Owner; limit: number },
): Promise<ConversationSummary[]> {
  const { id, title, lastMessageAt, messageCount } = conversations;
  return db
    .select({ id, title, lastMessageAt, messageCount })
    .from(conversations)
    .where(and(ownedBy(input.owner), eq(conversations.companyId, input.companyId), isNull(conversations.deletedAt)))
    .orderBy(desc(lastMessageAt), desc(id))
    .limit(input.limit);
}

/** Whether the owner has this conversation. */
export async function hasConversation(
  db: Db,
  input: { companyId: string; owner: Owner; conversationId: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.id, input.conversationId),
        eq(conversations.companyId, input.companyId),
        ownedBy(input.owner),
        isNull(conversations.deletedAt),
      ),
    );
  return rows.length > 0;
}

export type MessageRow = Pick<
  typeof messages.$inferSelect,
  'id' | 'turnId' | 'role' | 'text' | 'payload' | 'createdAt'
>;

/** The latest messages that people may read, oldest first. */
export async function selectLatestMessages(db: Db, conversationId: string, limit: number): Promise<MessageRow[]> {
  const { id, turnId, role, text, payload, createdAt } = messages;
  const rows = await db
    .select({ id, turnId, role, text, payload, createdAt })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), ne(role, 'system')))
    .orderBy(desc(messages.seq))
    .limit(limit);
  return rows.toReversed();
}

/** The newest turn that still runs. */
export async function selectRunningTurn(db: Db, conversationId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: turns.id })
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), eq(turns.status, 'running')))
    .orderBy(desc(turns.startedAt), desc(turns.id))
    .limit(1);
  return row?.id;
}

/** Makes a guest's conversations the user's. @returns their ids */
export async function moveConversations(
  db: Db,
  input: { companyId: string; guestId: string; userId: string },
): Promise<string[]> {
  const theirs = and(
    eq(conversations.guestId, input.guestId),
    eq(conversations.companyId, input.companyId),
    isNull(conversations.userId),
  );
  const rows = await db.select({ id: conversations.id }).from(conversations).where(theirs).for('update');
  if (rows.length === 0) return [];
  await db.update(conversations).set({ userId: input.userId, guestId: null }).where(theirs);
  return rows.map((row) => row.id);
}
