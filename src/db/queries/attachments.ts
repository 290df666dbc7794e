import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { attachments } from '../schema/index.ts';

export type AttachmentRow = typeof attachments.$inferSelect;

const isThere = (companyId: string) => and(eq(attachments.companyId, companyId), isNull(attachments.deletedAt));

export async function insertAttachment(db: Db, row: typeof attachments.$inferInsert): Promise<void> {
  await db.insert(attachments).values(row);
}

export async function selectAttachment(db: Db, companyId: string, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), isThere(companyId)));
  return row;
}

/** The row, locked until the transaction ends. */
export async function lockAttachment(db: Db, companyId: string, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), isThere(companyId)))
    .for('update');
  return row;
}

/** Those of the ids that are this owner's, in the order in which they were added. */
export async function selectAttachmentsOf(
  db: Db,
  { companyId, ownerId, ids }: { companyId: string; ownerId: string; ids: readonly string[] },
): Promise<AttachmentRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(attachments)
    .where(and(inArray(attachments.id, [...ids]), eq(attachments.ownerId, ownerId), isThere(companyId)))
    .orderBy(asc(attachments.id));
}

/** What was added to a complaint, oldest first. */
export async function selectComplaintAttachments(
  db: Db,
  { companyId, complaintId }: { companyId: string; complaintId: string },
): Promise<AttachmentRow[]> {
  return db
    .select()
    .from(attachments)
    .where(and(eq(attachments.complaintId, complaintId), isThere(companyId)))
    .orderBy(asc(attachments.id));
}

/** Adds those that belong to no complaint yet. @returns how many */
export async function addToComplaint(
  db: Db,
  input: { companyId: string; ownerId: string; ids: readonly string[]; complaintId: string },
): Promise<number> {
  const [result] = await db
    .update(attachments)
    .set({ complaintId: input.complaintId })
    .where(
      and(
        inArray(attachments.id, [...input.ids]),
        eq(attachments.ownerId, input.ownerId),
        isNull(attachments.complaintId),
        isThere(input.companyId),
      ),
    );
  return result.affectedRows;
}

/** Without its name, which may say something; that it was there stays known. */
export async function markAttachmentDeleted(
  db: Db,
  { companyId, id, at }: { companyId: string; id: string; at: Date },
): Promise<void> {
  await db
    .update(attachments)
    .set({ name: '[removed]', deletedAt: at })
    .where(and(eq(attachments.id, id), isThere(companyId)));
}

/** Marks all of an owner's as deleted. @returns their ids, whose files are to go */
export async function markAttachmentsOfDeleted(
  db: Db,
  { companyId, ownerId, at }: { companyId: string; ownerId: string; at: Date },
): Promise<string[]> {
  const theirs = and(eq(attachments.ownerId, ownerId), isThere(companyId));
  const rows = await db.select({ id: attachments.id }).from(attachments).where(theirs).for('update');
  if (rows.length > 0) await db.update(attachments).set({ name: '[removed]', deletedAt: at }).where(theirs);
  return rows.map(({ id }) => id);
}

/** Gives what a guest has added to the account that they have signed in to. */
export async function moveAttachments(
  db: Db,
  { companyId, guestId, userId }: { companyId: string; guestId: string; userId: string },
): Promise<void> {
  await db
    .update(attachments)
    .set({ ownerId: userId })
    .where(and(eq(attachments.ownerId, guestId), eq(attachments.companyId, companyId)));
}
