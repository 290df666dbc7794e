import { and, between, desc, eq, isNull, like, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { conversations, turns } from '../schema/index.ts';

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

/** An owner's conversations, last spoken in first; with `text`, those that say it, or whose title does. */
export async function selectConversations(
  db: Db,
  input: {
    companyId: string;
    owner: Owner;
    text?: string | undefined;
    after?: { at: Date; id: string } | undefined;
    limit: number;
  },
): Promise<ConversationSummary[]> {
  const { id, title, lastMessageAt, messageCount } = conversations;
  const { after, text } = input;
  const pattern = text && `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return db
    .select({ id, title, lastMessageAt, messageCount })
    .from(conversations)
    .where(
      and(
        ownedBy(input.owner),
        eq(conversations.companyId, input.companyId),
        isNull(conversations.deletedAt),
        pattern ? or(like(title, pattern), saysLike(pattern)) : undefined,
        after && lte(lastMessageAt, after.at),
        after && or(lt(lastMessageAt, after.at), lt(id, after.id)),
      ),
    )
    .orderBy(desc(lastMessageAt), desc(id))
    .limit(input.limit);
}

/** Whether a text is said in the conversation, where people may read it. */
const saysLike = (pattern: string) =>
  sql`exists (select 1 from messages said where said.conversation_id = ${conversations.id}
    and said.role <> 'system' and said.replaced_at is null and said.text like ${pattern})`;

/** One of the owner's conversations. */
export async function selectConversation(
  db: Db,
  input: { companyId: string; owner: Owner; conversationId: string },
): Promise<typeof conversations.$inferSelect | undefined> {
  const [row] = await db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.id, input.conversationId),
        eq(conversations.companyId, input.companyId),
        ownedBy(input.owner),
        isNull(conversations.deletedAt),
      ),
    );
  return row;
}

/** Changes a conversation that is there. @returns whether it is */
export async function updateConversation(
  db: Db,
  key: { companyId: string; conversationId: string; owner: Owner | undefined },
  set: { title?: string; speaker?: 'assistant' | 'person'; deletedAt?: Date; updatedAt: Date },
): Promise<boolean> {
  const [result] = await db
    .update(conversations)
    .set(set)
    .where(
      and(
        eq(conversations.id, key.conversationId),
        eq(conversations.companyId, key.companyId),
        key.owner && ownedBy(key.owner),
        isNull(conversations.deletedAt),
      ),
    );
  return result.affectedRows > 0;
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

/** Inserts a conversation unless it is there. @returns whether it was not */
export async function insertConversationOnce(
  db: Db,
  conversation: typeof conversations.$inferInsert,
): Promise<boolean> {
  const [result] = await db.insert(conversations).ignore().values(conversation);
  return result.affectedRows > 0;
}

/** The owner's conversation with this id, else the one spoken in last of those whose id begins so. */
export async function selectNewestThread(
  db: Db,
  input: { companyId: string; owner: Owner; id: string; prefix: string },
): Promise<string | undefined> {
  const { id, companyId, lastMessageAt } = conversations;
  const [row] = await db
    .select({ id })
    .from(conversations)
    .where(
      and(
        // A range of the primary key: "~" comes after every letter.
        between(id, input.prefix, `${input.prefix}~`),
        eq(companyId, input.companyId),
        ownedBy(input.owner),
        isNull(conversations.deletedAt),
      ),
    )
    .orderBy(desc(eq(id, input.id)), desc(lastMessageAt))
    .limit(1);
  return row?.id;
}
