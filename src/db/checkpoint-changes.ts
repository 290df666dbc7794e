import { and, desc, eq, lte, sql } from 'drizzle-orm';
import {
  CHANNELS_OF_FRAME,
  hex,
  isCheckpoint,
  type Part,
  type Place,
  type Stored,
  type StoredWrite,
} from './checkpoint-rows.ts';
import type { Db } from './client.ts';
import { checkpoints, checkpointWrites } from './schema/checkpoints.ts';

export interface NewCheckpoint extends Place {
  parentId: string | null;
  frame: Buffer;
  metadata: Stored;
  values: (Stored & { channel: string; version: string })[];
}

const REPLACED_IN_CHECKPOINTS = ['parent_checkpoint_id', 'type', 'value', 'metadata']
  .map((column) => `${column} = if(channel = '', values(${column}), ${column})`)
  .join(', ');

/**
 * Writes a checkpoint and the values that are new with it in one statement, so all or nothing. Put again, a checkpoint is
 * replaced; the value of a version never changes.
 */
export async function insertCheckpoint(db: Db, checkpoint: NewCheckpoint): Promise<void> {
  const { threadId, namespace, checkpointId, parentId, frame, metadata } = checkpoint;
  const place = (channel: string, version: string) =>
    `(${hex(threadId)}, ${hex(namespace)}, ${hex(channel)}, ${hex(version)}`;
  const head = sql.raw(`${place('', checkpointId)}, ${hex(parentId)}, ${hex(metadata.type)}, `);
  // In the order of the key: writers of the same rows wait for each other instead of in a circle.
  const values = checkpoint.values
    .toSorted((a, b) => (a.channel < b.channel ? -1 : 1))
    .map((v) => sql`, ${sql.raw(`${place(v.channel, v.version)}, null, ${hex(v.type)}, `)}${v.value}, null)`);
  await db.execute(sql`
    insert into checkpoints (thread_id, checkpoint_ns, channel, version, parent_checkpoint_id, type, value, metadata)
    values ${head}${frame}, ${metadata.value})${sql.join(values)}
    on duplicate key update ${sql.raw(REPLACED_IN_CHECKPOINTS)}`);
}

/** Writes what a task did. Special channels (`idx` < 0) replace what they wrote before; others are written once. */
export async function insertWrites(db: Db, place: Place, writes: StoredWrite[]): Promise<void> {
  const replace = (column: string) => sql.raw(`if(idx < 0, values(${column}), ${column})`);
  await db
    .insert(checkpointWrites)
    .values(writes.map((write) => ({ ...place, ...write })))
    .onDuplicateKeyUpdate({ set: { channel: replace('channel'), type: replace('type'), value: replace('value') } });
}

export async function deleteCheckpoints(db: Db, threadId: string): Promise<void> {
  await db.delete(checkpoints).where(eq(checkpoints.threadId, threadId));
  await db.delete(checkpointWrites).where(eq(checkpointWrites.threadId, threadId));
}

/**
 * Deletes all but the newest checkpoints of a thread's part, then the values that none of the others refers to. Each
 * statement leaves the thread whole. @returns how many checkpoints went
 */
export async function deleteOldCheckpoints(db: Db, { threadId, namespace }: Part, keep: number): Promise<number> {
  const inPart = and(eq(checkpoints.threadId, threadId), eq(checkpoints.namespace, namespace));
  const [newest] = await db
    .select({ id: checkpoints.version, createdAt: checkpoints.createdAt })
    .from(checkpoints)
    .where(and(inPart, isCheckpoint))
    .orderBy(desc(checkpoints.version))
    .limit(1)
    .offset(keep);
  if (!newest) return 0;
  const [gone] = await db.delete(checkpoints).where(and(inPart, isCheckpoint, lte(checkpoints.version, newest.id)));
  await db
    .delete(checkpointWrites)
    .where(
      and(
        eq(checkpointWrites.threadId, threadId),
        eq(checkpointWrites.namespace, namespace),
        lte(checkpointWrites.checkpointId, newest.id),
      ),
    );
  // Newer values may belong to a checkpoint that another process is just writing. `distinct` makes a table with a key of
  // what is in use: without it MySQL goes through all frames for each value.
  await db.execute(sql`
    delete v from checkpoints v left join (
      select distinct f.channel, f.version from checkpoints h join ${sql.raw(CHANNELS_OF_FRAME)}
      where h.thread_id = ${threadId} and h.checkpoint_ns = ${Buffer.from(namespace)} and h.channel = ''
    ) used on used.channel = v.channel and used.version = v.version
    where v.thread_id = ${threadId} and v.checkpoint_ns = ${Buffer.from(namespace)} and v.channel <> ''
      and v.created_at <= ${newest.createdAt} and used.channel is null`);
  return gone.affectedRows;
}
