import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { conversations, messages, turns } from '../schema/index.ts';
import { ownedBy, type Owner } from './conversations.ts';

export type TurnRow = typeof turns.$inferSelect;

export async function insertConversation(db: Db, conversation: typeof conversations.$inferInsert): Promise<void> {
  await db.insert(conversations).values(conversation);
}

/** The number of messages so far, the row locked; undefined when the owner has no such conversation. */
export async function lockConversation(
  db: Db,
  input: { companyId: string; owner: Owner | undefined; conversationId: string },
): Promise<{ messageCount: number } | undefined> {
  const [row] = await db
    .select({ messageCount: conversations.messageCount })
    .from(conversations)
    .where(
      and(
        eq(conversations.id, input.conversationId),
        eq(conversations.companyId, input.companyId),
        input.owner && ownedBy(input.owner),
        isNull(conversations.deletedAt),
      ),
    )
    .for('update');
  return row;
}

export async function insertTurn(db: Db, turn: typeof turns.$inferInsert): Promise<void> {
  await db.insert(turns).values(turn);
}

export async function updateTurn(
  db: Db,
  id: string,
  set: Pick<typeof turns.$inferInsert, 'status' | 'errorCode' | 'latencyMs' | 'finishedAt'>,
): Promise<boolean> {
  const [result] = await db
    .update(turns)
    .set(set)
    .where(and(eq(turns.id, id), eq(turns.status, 'running')));
  return result.affectedRows > 0;
}

/** Appends a message and counts it; `seq` is its place in the conversation. */
export async function appendMessage(db: Db, message: typeof messages.$inferInsert): Promise<void> {
  await db.insert(messages).values(message);
  await db
    .update(conversations)
    .set({ messageCount: message.seq, lastMessageAt: message.createdAt ?? sql`utc_timestamp(3)` })
    .where(eq(conversations.id, message.conversationId));
}

/** A turn of one of the owner's conversations. */
export async function selectTurn(
  db: Db,
  input: { companyId: string; owner: Owner; turnId: string },
): Promise<TurnRow | undefined> {
  const [row] = await db
    .select({ turn: turns })
    .from(turns)
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
    .where(
      and(
        eq(turns.id, input.turnId),
        eq(turns.companyId, input.companyId),
        ownedBy(input.owner),
        isNull(conversations.deletedAt),
      ),
    );
  return row?.turn;
}
