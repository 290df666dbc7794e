import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { MySqlColumn } from 'drizzle-orm/mysql-core';
import type { Db, Transaction } from '../client.ts';
import { markAttachmentsOfDeleted } from './attachments.ts';
import { deletePreferences } from './preferences.ts';
import { removeReasons } from './reactions.ts';
import {
  accountTokens,
  addresses,
  bookings,
  checkpoints,
  checkpointWrites,
  complaints,
  complaintUpdates,
  conversations,
  handoffs,
  messages,
  priorityQueue,
  refreshTokens,
  refunds,
  users,
} from '../schema/index.ts';

const REMOVED = '[removed]';
/** What is empty stays so: that it was is no secret, and means something. */
const removed = (column: MySqlColumn) => sql`if(${column} is null, null, ${REMOVED})`;

const isDue = (companyId: string, deletedBefore: Date) =>
  and(eq(users.companyId, companyId), lt(users.deletedAt, deletedBefore), isNull(users.scrubbedAt));

/** Companies with accounts that were deleted before then and still hold personal data. */
export async function selectCompaniesToScrub(db: Db, deletedBefore: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ companyId: users.companyId })
    .from(users)
    .where(and(lt(users.deletedAt, deletedBefore), isNull(users.scrubbedAt)));
  return rows.map((row) => row.companyId);
}

export async function selectUsersToScrub(
  db: Db,
  due: { companyId: string; deletedBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(isDue(due.companyId, due.deletedBefore))
    .orderBy(users.id)
    .limit(due.limit);
  return rows.map((row) => row.id);
}

/** Locks the account if it is still due. @returns its picture */
export async function lockUserToScrub(
  tx: Transaction,
  { companyId, userId, deletedBefore }: { companyId: string; userId: string; deletedBefore: Date },
): Promise<{ picture: string | null } | undefined> {
  const [row] = await tx
    .select({ picture: users.picture })
    .from(users)
    .where(and(eq(users.id, userId), isDue(companyId, deletedBefore)))
    .for('update');
  return row;
}

/**
 * Takes out of an account's rows who it was: name, contacts, password, addresses (in bookings, too), what was said, tokens.
 * What happened stays, for the books: bookings, prices, places by pincode.
 * @returns the attachments whose files are to go
 */
export async function scrubUser(
  tx: Transaction,
  { companyId, userId, at }: { companyId: string; userId: string; at: Date },
): Promise<string[]> {
  // Unique like the ones they replace; no e-mail address or number of anybody.
  const email = `${userId}@deleted.invalid`;
  const phone = `+${userId.slice(-15)}`;
  await tx
    .update(users)
    .set({
      ...{ name: REMOVED, email, phone, passwordHash: null, picture: null, scrubbedAt: at },
      ...{ emailVerifiedAt: null, phoneVerifiedAt: null, version: sql`${users.version} + 1` },
    })
    .where(and(eq(users.id, userId), eq(users.companyId, companyId)));
  await tx
    .update(addresses)
    .set({ label: REMOVED, line1: REMOVED, deletedAt: sql`coalesce(${addresses.deletedAt}, ${at})` })
    .where(and(eq(addresses.userId, userId), eq(addresses.companyId, companyId)));
  await tx
    .update(bookings)
    .set({
      address: sql`json_set(${bookings.address}, '$.label', ${REMOVED}, '$.line1', ${REMOVED})`,
      notes: null,
      review: null,
      cancelReason: removed(bookings.cancelReason),
    })
    .where(and(eq(bookings.userId, userId), eq(bookings.companyId, companyId)));
  await tx
    .update(complaints)
    .set({ description: REMOVED, resolution: removed(complaints.resolution) })
    .where(and(eq(complaints.userId, userId), eq(complaints.companyId, companyId)));
  await tx
    .update(priorityQueue)
    .set({ summary: REMOVED })
    .where(and(eq(priorityQueue.userId, userId), eq(priorityQueue.companyId, companyId)));
  await scrubWhatFollowed(tx, companyId, userId);
  await scrubConversations(tx, companyId, userId);
  await deletePreferences(tx, companyId, userId);
  await tx.delete(refreshTokens).where(eq(refreshTokens.userId, userId));
  await tx.delete(accountTokens).where(eq(accountTokens.userId, userId));
  return markAttachmentsOfDeleted(tx, { companyId, ownerId: userId, at });
}

/** Refunds of bookings, and what was written on complaints. Ids first: a subquery would read these tables whole. */
async function scrubWhatFollowed(tx: Transaction, companyId: string, userId: string): Promise<void> {
  const idsOf = async (table: typeof bookings | typeof complaints) => {
    const rows = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.userId, userId), eq(table.companyId, companyId)));
    return rows.map((row) => row.id);
  };
  const [booked, complained] = [await idsOf(bookings), await idsOf(complaints)];
  if (booked.length > 0)
    await tx
      .update(refunds)
      .set({ reason: REMOVED, decisionReason: removed(refunds.decisionReason) })
      .where(inArray(refunds.bookingId, booked));
  if (complained.length > 0)
    await tx.update(complaintUpdates).set({ text: REMOVED }).where(inArray(complaintUpdates.complaintId, complained));
}

async function scrubConversations(tx: Transaction, companyId: string, userId: string): Promise<void> {
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.userId, userId), eq(conversations.companyId, companyId)));
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return;
  await tx.update(messages).set({ text: REMOVED, payload: null }).where(inArray(messages.conversationId, ids));
  await tx.update(conversations).set({ title: REMOVED }).where(inArray(conversations.id, ids));
  await tx.update(handoffs).set({ summary: REMOVED }).where(inArray(handoffs.conversationId, ids));
  await removeReasons(tx, ids);
  await tx.delete(checkpoints).where(inArray(checkpoints.threadId, ids));
  await tx.delete(checkpointWrites).where(inArray(checkpointWrites.threadId, ids));
}
