import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { conversations, messages, turns } from '../schema/index.ts';
import { ownedBy, type Owner } from './conversations.ts';

export type TurnRow = typeof turns.$inferSelect;
export type NewTurn = typeof turns.$inferInsert;
export type NewMessage = Omit<typeof messages.$inferInsert, 'seq' | 'createdAt'> & { createdAt: Date };

export async function insertConversation(db: Db, conversation: typeof conversations.$inferInsert): Promise<void> {
  await db.insert(conversations).values(conversation);
}

interface ConversationKey {
  companyId: string;
  /** Undefined for whoever it belongs to. */
  owner: Owner | undefined;
  conversationId: string;
}

const isOpenToOwner = ({ companyId, owner, conversationId }: ConversationKey) =>
  and(
    eq(conversations.id, conversationId),
    eq(conversations.companyId, companyId),
    owner && ownedBy(owner),
    isNull(conversations.deletedAt),
  );

/** The row, locked; undefined when the owner has no such conversation. */
export async function lockConversation(
  db: Db,
  key: ConversationKey,
): Promise<{ messageCount: number; speaker: 'assistant' | 'person'; userId: string | null } | undefined> {
  const { messageCount, speaker, userId } = conversations;
  const [row] = await db
    .select({ messageCount, speaker, userId })
    .from(conversations)
    .where(isOpenToOwner(key))
    .for('update');
  return row;
}

/** Counts one message more, which locks the row: the place of the next `insertMessage`. @returns whether there is such a conversation */
export async function takePlace(db: Db, key: ConversationKey, at: Date): Promise<boolean> {
  const [result] = await db
    .update(conversations)
    .set({ messageCount: sql`${conversations.messageCount} + 1`, lastMessageAt: at })
    .where(isOpenToOwner(key));
  return result.affectedRows > 0;
}

/** Writes a message at the place that was taken last. */
export async function insertMessage(db: Db, message: NewMessage): Promise<void> {
  const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));
  await db.execute(sql`
    insert into messages (id, company_id, conversation_id, turn_id, seq, role, text, payload, intents, latency_ms,
      tokens_in, tokens_out, maker, author_id, created_at)
    select ${message.id}, ${message.companyId}, id, ${message.turnId ?? null}, message_count, ${message.role},
      ${message.text}, ${json(message.payload)}, ${json(message.intents)}, ${message.latencyMs ?? null},
      ${message.tokensIn ?? null}, ${message.tokensOut ?? null}, ${message.maker ?? null}, ${message.authorId ?? null},
      ${message.createdAt}
    from conversations where id = ${message.conversationId}`);
}

export async function insertTurn(db: Db, turn: NewTurn): Promise<void> {
  await db.insert(turns).values(turn);
}

/**
 * Writes the turn as running if the assistant speaks in the conversation, whose row must be locked, and no other turn
 * runs or waits there. @returns whether it was written
 */
export async function insertTurnIfFree(db: Db, turn: NewTurn): Promise<boolean> {
  const [result] = await db.execute(sql`
    insert into turns (id, company_id, conversation_id, status, request_id, owner, resume, checkpoint_id, started_at)
    select ${turn.id}, company_id, id, 'running', ${turn.requestId ?? null}, ${turn.owner ?? null},
      ${turn.resume ? JSON.stringify(turn.resume) : null}, ${turn.checkpointId ?? null}, ${turn.startedAt}
    from conversations
    where id = ${turn.conversationId} and speaker = 'assistant' and not exists (
      select 1 from turns other force index (turns_status)
      where other.status in ('queued', 'running') and other.conversation_id = ${turn.conversationId})`);
  return result.affectedRows > 0;
}

export type OpenTurn = Pick<
  TurnRow,
  'id' | 'companyId' | 'conversationId' | 'status' | 'owner' | 'attempt' | 'startedAt'
>;

const { id, companyId, conversationId, status, owner, attempt, startedAt } = turns;
const open = { id, companyId, conversationId, status, owner, attempt, startedAt };
/** Few at any time, whatever the history: the other indexes would lead through all turns of a conversation. */
const openOnes = { forceIndex: 'turns_status' };
const isOpen = inArray(turns.status, ['queued', 'running']);

/** The turns that run or wait in a conversation, in the order of their messages. */
export async function selectOpenTurnsOf(db: Db, conversation: string): Promise<OpenTurn[]> {
  return db
    .select(open)
    .from(turns, openOnes)
    .innerJoin(messages, and(eq(messages.turnId, turns.id), eq(messages.role, 'user')))
    .where(and(isOpen, eq(turns.conversationId, conversation)))
    .orderBy(asc(messages.seq));
}

/** All turns that run or wait, of every company: for the process that looks after those of dead ones. */
export async function selectOpenTurns(db: Db, limit: number): Promise<OpenTurn[]> {
  return db.select(open).from(turns, openOnes).where(isOpen).orderBy(asc(turns.startedAt)).limit(limit);
}

/** Begins a turn that has waited, if it still is this process's. */
export async function setTurnRunning(db: Db, turn: { id: string; owner: string }): Promise<boolean> {
  const [result] = await db
    .update(turns)
    .set({ status: 'running' })
    .where(and(eq(turns.id, turn.id), eq(turns.owner, turn.owner), eq(turns.status, 'queued')));
  return result.affectedRows > 0;
}

/** Makes the turn of another process this one's, unless somebody else was faster. One that ran is begun once more. */
export async function changeTurnOwner(db: Db, turn: OpenTurn, newOwner: string): Promise<boolean> {
  const [result] = await db
    .update(turns)
    .set({ owner: newOwner, attempt: turn.status === 'running' ? turn.attempt + 1 : turn.attempt })
    .where(
      and(
        eq(turns.id, turn.id),
        eq(turns.status, turn.status),
        eq(turns.attempt, turn.attempt),
        turn.owner === null ? isNull(turns.owner) : eq(turns.owner, turn.owner),
      ),
    );
  return result.affectedRows > 0;
}

/** Ends a turn that has not ended; with `attempt`, only if it still runs as that one. */
export async function endTurn(
  db: Db,
  turn: { id: string; attempt?: number },
  set: { status: 'failed' | 'cancelled' | 'finished'; errorCode?: string; finishedAt: Date },
): Promise<boolean> {
  const isTheirs =
    turn.attempt === undefined ? isOpen : and(eq(turns.status, 'running'), eq(turns.attempt, turn.attempt));
  const [result] = await db
    .update(turns)
    .set(set)
    .where(and(eq(turns.id, turn.id), isTheirs));
  return result.affectedRows > 0;
}

/**
 * Ends a turn with an answer and takes the answer's place in the conversation, in one statement.
 * @returns false when it no longer runs as this attempt
 */
export async function finishRunningTurn(
  db: Db,
  turn: { id: string; conversationId: string; attempt: number },
  set: { latencyMs: number; checkpointId: string | null; sentiment: number | null; at: Date },
): Promise<boolean> {
  const [result] = await db.execute(sql`
    update conversations
      inner join turns on turns.conversation_id = conversations.id
      left join messages on messages.turn_id = turns.id and messages.role = 'user'
    set turns.status = 'finished', turns.latency_ms = ${set.latencyMs}, turns.finished_at = ${set.at},
      turns.checkpoint_id = ${set.checkpointId}, messages.sentiment = ${set.sentiment},
      conversations.message_count = conversations.message_count + 1, conversations.last_message_at = ${set.at},
      conversations.updated_at = ${set.at}
    where conversations.id = ${turn.conversationId} and turns.id = ${turn.id} and turns.attempt = ${turn.attempt}
      and turns.status = 'running'`);
  return result.affectedRows > 0;
}

export interface TurnToRun {
  turn: TurnRow;
  conversation: Pick<typeof conversations.$inferSelect, 'userId' | 'guestId' | 'channel' | 'deletedAt'>;
  message: Pick<typeof messages.$inferSelect, 'text' | 'payload'>;
}

/** A turn with what it needs to be run again. */
export async function selectTurnToRun(db: Db, turnId: string): Promise<TurnToRun | undefined> {
  const { userId, guestId, channel, deletedAt } = conversations;
  const { text, payload } = messages;
  const [row] = await db
    .select({ turn: turns, conversation: { userId, guestId, channel, deletedAt }, message: { text, payload } })
    .from(turns)
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
    .innerJoin(messages, and(eq(messages.turnId, turns.id), eq(messages.role, 'user')))
    .where(eq(turns.id, turnId));
  return row;
}

/** A turn and what the assistant said in it. */
export async function selectTurnWithAnswer(
  db: Db,
  input: { companyId: string; turnId: string },
): Promise<{ turn: TurnRow; answer: typeof messages.$inferSelect | null } | undefined> {
  const [row] = await db
    .select({ turn: turns, answer: messages })
    .from(turns)
    .leftJoin(messages, and(eq(messages.turnId, turns.id), eq(messages.role, 'assistant')))
    .where(and(eq(turns.id, input.turnId), eq(turns.companyId, input.companyId)))
    .orderBy(desc(messages.seq))
    .limit(1);
  return row;
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
