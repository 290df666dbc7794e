import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import { insertComplaintUpdate, type ComplaintUpdateRow } from '#src/db/queries/complaint-updates.ts';
import { lockComplaint, saveComplaint, selectComplaint, type ComplaintRow } from '#src/db/queries/complaints.ts';
import { saveQueueItem } from '#src/db/queries/priority-queue.ts';
import { AppError } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { recordEvent } from '../record-event.ts';
import { noSuchComplaint, refOf } from './complaint-ref.ts';
import { queueItemOf } from './queue-item.ts';
import type { ChangedComplaint } from './raise-complaint.ts';

export interface ComplaintTarget {
  /** Id or number. */
  ref: string;
  /** Only if it is this customer's. */
  onlyOf?: string | undefined;
  /** Only if it still has this version. */
  version?: number | undefined;
  turnId?: string | undefined;
  effectKey?: string | undefined;
}

export interface ComplaintChange {
  /** Columns to change; without any, the version stays. */
  set: Partial<Omit<ComplaintRow, 'id' | 'companyId' | 'number' | 'userId' | 'version' | 'createdAt' | 'updatedAt'>>;
  /** Counts as a new version all the same. */
  renews?: boolean;
  /** What is written on the complaint about it. */
  update?: Pick<ComplaintUpdateRow, 'kind' | 'text' | 'isInternal'>;
  event: { type: `complaint.${string}`; data?: Record<string, unknown> };
}

/**
 * The common tail of the verbs that change a complaint, which have authorised the actor before: locks it, lets `decide`
 * apply the rules, and writes the row, the update, the place in the queue and the event in one transaction.
 * @throws AppError not-found | precondition-failed (another version) | what `decide` throws
 */
export async function changeComplaint(
  ctx: Ctx,
  target: ComplaintTarget,
  decide: (row: ComplaintRow, tx: Transaction) => ComplaintChange | Promise<ComplaintChange>,
): Promise<ChangedComplaint & { update: ComplaintUpdateRow | undefined }> {
  const key = { companyId: ctx.company.id, ref: refOf(target.ref), onlyOf: target.onlyOf };
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockComplaint(tx, key);
    if (!row) throw noSuchComplaint();
    if (target.version !== undefined && target.version !== row.version)
      throw new AppError({ code: 'precondition-failed', detail: `The complaint is at version ${row.version} by now.` });

    const change = await decide(row, tx);
    if (change.renews || Object.keys(change.set).length > 0) {
      const set = { ...change.set, version: row.version + 1, updatedAt: ctx.now };
      await saveComplaint(tx, row.id, set);
      await saveQueueItem(tx, {
        ...queueItemOf({ ...row, ...set }),
        id: newId('queueItem', ctx.now),
        at: ctx.now,
      });
    }
    const update = change.update && newUpdate(ctx, row, change.update);
    if (update) await insertComplaintUpdate(tx, update);
    const { type, data } = change.event;
    const eventId = await recordEvent(tx, ctx, {
      type,
      subject: { type: 'complaint', id: row.id },
      ...{ turnId: target.turnId, effectKey: target.effectKey },
      data: { number: row.number, ...(update && { updateId: update.id }), ...data },
    });
    const complaint = await selectComplaint(tx, key);
    if (!complaint) throw noSuchComplaint();
    return { complaint, eventId, update };
  });
}

/** Column width of an update's text, in characters: what people may write is as long, before words are put in front. */
const MAX_TEXT = 2_000;

function newUpdate(
  { actor, now }: Ctx,
  { companyId, id: complaintId }: ComplaintRow,
  said: NonNullable<ComplaintChange['update']>,
): ComplaintUpdateRow {
  const author =
    actor.kind === 'customer' || actor.kind === 'staff'
      ? { authorKind: actor.kind, authorId: actor.id }
      : { authorKind: 'system' as const, authorId: null };
  const text = Array.from(said.text).slice(0, MAX_TEXT).join('');
  return { ...said, ...author, text, id: newId('complaintUpdate', now), companyId, complaintId, createdAt: now };
}
