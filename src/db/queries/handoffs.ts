import { and, asc, desc, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { Db } from '../client.ts';
import { conversations, handoffs, priorityQueue, users } from '../schema/index.ts';

export type HandoffRow = typeof handoffs.$inferSelect;

/** A handoff with whose conversation it is and who has taken it. */
export interface HandoffDetail extends HandoffRow {
  title: string;
  channel: (typeof conversations.$inferSelect)['channel'];
  lastMessageAt: Date;
  /** Null while a guest owns the conversation. */
  customer: { id: string; name: string; email: string; phone: string } | null;
  holderName: string | null;
}

export async function insertHandoff(db: Db, handoff: typeof handoffs.$inferInsert): Promise<void> {
  await db.insert(handoffs).values(handoff);
}

/** The one that waits or is served; at most one a conversation. */
export async function selectOpenHandoff(
  db: Db,
  companyId: string,
  conversationId: string,
): Promise<HandoffRow | undefined> {
  const [row] = await db
    .select()
    .from(handoffs)
    .where(and(eq(handoffs.openKey, conversationId), eq(handoffs.companyId, companyId)));
  return row;
}

/** The row, locked until the transaction ends. Its conversation is locked before it. */
export async function lockHandoff(db: Db, companyId: string, id: string): Promise<HandoffRow | undefined> {
  const [row] = await db
    .select()
    .from(handoffs)
    .where(and(eq(handoffs.id, id), eq(handoffs.companyId, companyId)))
    .for('update');
  return row;
}

export async function updateHandoff(
  db: Db,
  { id, companyId }: { id: string; companyId: string },
  set: Partial<HandoffRow> & { updatedAt: Date },
): Promise<void> {
  await db
    .update(handoffs)
    .set(set)
    .where(and(eq(handoffs.id, id), eq(handoffs.companyId, companyId)));
}

const holders = alias(users, 'holders');
const columns = {
  handoff: handoffs,
  title: conversations.title,
  channel: conversations.channel,
  lastMessageAt: conversations.lastMessageAt,
  customer: { id: users.id, name: users.name, email: users.email, phone: users.phone },
  holderName: holders.name,
};
/** What the customer has deleted is not shown to staff either. */
const isThere = isNull(conversations.deletedAt);

const joined = (db: Db) =>
  db
    .select(columns)
    .from(handoffs)
    .innerJoin(conversations, eq(conversations.id, handoffs.conversationId))
    .leftJoin(users, eq(users.id, conversations.userId))
    .leftJoin(holders, eq(holders.id, handoffs.takenBy))
    .$dynamic();

type Joined = Awaited<ReturnType<typeof joined>>[number];
const detailOf = ({ handoff, ...rest }: Joined): HandoffDetail => ({ ...handoff, ...rest });

export async function selectHandoff(db: Db, companyId: string, id: string): Promise<HandoffDetail | undefined> {
  const [row] = await joined(db).where(and(eq(handoffs.id, id), eq(handoffs.companyId, companyId), isThere));
  return row && detailOf(row);
}

/** Those that wait or are served, most pressing first, older before newer: the order of the priority queue. One query. */
export async function selectOpenHandoffs(
  db: Db,
  input: {
    companyId: string;
    status: 'waiting' | 'active';
    after?: { score: number; id: string } | undefined;
    limit: number;
  },
): Promise<{ handoff: HandoffDetail; queueId: string }[]> {
  const { after, companyId, status } = input;
  const rows = await db
    .select({ ...columns, queueId: priorityQueue.id })
    .from(priorityQueue)
    .innerJoin(handoffs, eq(handoffs.openKey, priorityQueue.subjectId))
    .innerJoin(conversations, eq(conversations.id, handoffs.conversationId))
    .leftJoin(users, eq(users.id, conversations.userId))
    .leftJoin(holders, eq(holders.id, handoffs.takenBy))
    .where(
      and(
        eq(priorityQueue.companyId, companyId),
        eq(priorityQueue.subjectType, 'conversation'),
        isNull(priorityQueue.doneAt),
        eq(handoffs.companyId, companyId),
        eq(handoffs.status, status),
        isThere,
        after && lte(priorityQueue.priorityScore, after.score),
        after && or(lt(priorityQueue.priorityScore, after.score), gt(priorityQueue.id, after.id)),
      ),
    )
    .orderBy(desc(priorityQueue.priorityScore), asc(priorityQueue.id))
    .limit(input.limit);
  return rows.map(({ queueId, ...row }) => ({ handoff: detailOf(row), queueId }));
}

/** Those that are over, newest first. One query. */
export async function selectEndedHandoffs(
  db: Db,
  input: { companyId: string; after?: { at: Date; id: string } | undefined; limit: number },
): Promise<HandoffDetail[]> {
  const { after, companyId } = input;
  const rows = await joined(db)
    .where(
      and(
        eq(handoffs.companyId, companyId),
        eq(handoffs.status, 'ended'),
        isThere,
        after && lte(handoffs.createdAt, after.at),
        after && or(lt(handoffs.createdAt, after.at), lt(handoffs.id, after.id)),
      ),
    )
    .orderBy(desc(handoffs.createdAt), desc(handoffs.id))
    .limit(input.limit);
  return rows.map(detailOf);
}

/** Ends whatever handoff the conversation has. @returns its id, undefined when there was none */
export async function endHandoffOf(
  db: Db,
  { companyId, conversationId, at }: { companyId: string; conversationId: string; at: Date },
): Promise<string | undefined> {
  const open = await selectOpenHandoff(db, companyId, conversationId);
  if (!open) return undefined;
  await updateHandoff(db, open, { status: 'ended', openKey: null, endedAt: at, updatedAt: at });
  await db
    .update(priorityQueue)
    .set({ status: 'done', doneAt: at, updatedAt: at })
    .where(and(eq(priorityQueue.subjectType, 'conversation'), eq(priorityQueue.subjectId, conversationId)));
  return open.id;
}

/** Takes the next place among the messages for one that the customer does not see: the talk counts as no newer. */
export async function takeHiddenPlace(db: Db, companyId: string, conversationId: string): Promise<void> {
  await db
    .update(conversations)
    .set({ messageCount: sql`${conversations.messageCount} + 1` })
    .where(and(eq(conversations.id, conversationId), eq(conversations.companyId, companyId)));
}
