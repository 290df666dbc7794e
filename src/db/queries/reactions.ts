import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { messageReactions, messages } from '../schema/index.ts';

export type ReactionRow = typeof messageReactions.$inferSelect;
type ReactionKey = Pick<ReactionRow, 'companyId' | 'messageId' | 'ownerId'>;

/** Writes the owner's reaction, or changes the one that is there. */
export async function saveReaction(
  db: Db,
  { at, ...row }: Omit<ReactionRow, 'createdAt' | 'updatedAt'> & { at: Date },
): Promise<void> {
  const { value, reason } = row;
  await db
    .insert(messageReactions)
    .values({ ...row, createdAt: at, updatedAt: at })
    .onDuplicateKeyUpdate({ set: { value, reason, updatedAt: at } });
}

/** @returns whether there was one */
export async function deleteReaction(db: Db, { companyId, messageId, ownerId }: ReactionKey): Promise<boolean> {
  const [result] = await db
    .delete(messageReactions)
    .where(
      and(
        eq(messageReactions.messageId, messageId),
        eq(messageReactions.ownerId, ownerId),
        eq(messageReactions.companyId, companyId),
      ),
    );
  return result.affectedRows > 0;
}

/** What a guest has given on messages of these conversations becomes the account's. */
export async function moveReactions(
  db: Db,
  { conversationIds, guestId, userId }: { conversationIds: readonly string[]; guestId: string; userId: string },
): Promise<void> {
  const messageIds = await selectReactedMessages(db, conversationIds);
  if (messageIds.length === 0) return;
  await db
    .update(messageReactions)
    .set({ ownerId: userId })
    .where(and(inArray(messageReactions.messageId, messageIds), eq(messageReactions.ownerId, guestId)));
}

/** Takes the words out of the reactions in these conversations; the thumbs stay. */
export async function removeReasons(db: Db, conversationIds: readonly string[]): Promise<void> {
  const messageIds = await selectReactedMessages(db, conversationIds);
  if (messageIds.length === 0) return;
  await db.update(messageReactions).set({ reason: null }).where(inArray(messageReactions.messageId, messageIds));
}

/** Ids first: a subquery in an update would read the whole table. */
async function selectReactedMessages(db: Db, conversationIds: readonly string[]): Promise<string[]> {
  if (conversationIds.length === 0) return [];
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(messageReactions, eq(messageReactions.messageId, messages.id))
    .where(inArray(messages.conversationId, [...conversationIds]));
  return rows.map(({ id }) => id);
}

export interface ReactionCount {
  /** Place (from 1) among `dayStarts`. */
  day: number;
  up: number;
  down: number;
}

/** How many thumbs were given in [the first day's start, before), by local day. One query. */
export async function countReactions(
  db: Db,
  { companyId, dayStarts, before }: { companyId: string; dayStarts: readonly Date[]; before: Date },
): Promise<ReactionCount[]> {
  const { createdAt, value } = messageReactions;
  const starts = dayStarts.map((start) => sql`${start.getTime() / 1000}`);
  const day = sql<number>`interval(timestampdiff(second, '1970-01-01', ${createdAt}), ${sql.join(starts, sql`, `)})`;
  const count = (kind: 'up' | 'down') => sql<number>`cast(sum(${value} = ${kind}) as signed)`;
  return db
    .select({
      day: day.mapWith(Number).as('day'),
      up: count('up').mapWith(Number),
      down: count('down').mapWith(Number),
    })
    .from(messageReactions)
    .where(
      and(
        eq(messageReactions.companyId, companyId),
        // Both values: the index goes by them first.
        inArray(value, ['up', 'down']),
        gte(createdAt, dayStarts[0] ?? before),
        lt(createdAt, before),
      ),
    )
    .groupBy(sql`day`);
}
