import type { RunnableConfig } from '@langchain/core/runnables';
import {
  BaseCheckpointSaver,
  WRITES_IDX_MAP,
  copyCheckpoint,
  getCheckpointId,
  maxChannelVersion,
  TASKS,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  type PendingWrite,
} from '@langchain/langgraph-checkpoint';
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { checkpoints, checkpointWrites } from './schema/checkpoints.ts';

type Row = typeof checkpoints.$inferSelect;

/** What LangGraph's serializer writes in place of a value that it could not save. */
const LOST = '"[unable to serialize';

const LOST_BYTES = Buffer.from(LOST);

/** Saves the graph's state in MySQL, a row a checkpoint. Two statements to read the latest, one to write. */
export class MySqlCheckpointSaver extends BaseCheckpointSaver {
  readonly #db: Database;

  constructor(db: Database) {
    super();
    this.#db = db;
  }

  async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { threadId, namespace } = threadOf(config);
    if (threadId === undefined) return undefined;
    const checkpointId = getCheckpointId(config);
    const [row] = await this.#db
      .select()
      .from(checkpoints)
      .where(
        and(
          eq(checkpoints.threadId, threadId),
          eq(checkpoints.namespace, namespace),
          checkpointId ? eq(checkpoints.checkpointId, checkpointId) : undefined,
        ),
      )
      .orderBy(desc(checkpoints.checkpointId))
      .limit(1);
    return row && this.#toTuple(row);
  }

  async *list(config: RunnableConfig, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const { threadId } = threadOf(config);
    const namespace: unknown = config.configurable?.['checkpoint_ns'];
    const before = options.before && getCheckpointId(options.before);
    const only = getCheckpointId(config);
    const rows = await this.#db
      .select()
      .from(checkpoints)
      .where(
        and(
          threadId === undefined ? undefined : eq(checkpoints.threadId, threadId),
          typeof namespace === 'string' ? eq(checkpoints.namespace, namespace) : undefined,
          only ? eq(checkpoints.checkpointId, only) : undefined,
          before ? lt(checkpoints.checkpointId, before) : undefined,
        ),
      )
      .orderBy(desc(checkpoints.checkpointId));
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    for (const row of rows) {
      if (left <= 0) return;
      const tuple = await this.#toTuple(row);
      const wanted = Object.entries(options.filter ?? {});
      const metadata = tuple.metadata as Record<string, unknown> | undefined;
      if (!wanted.every(([name, value]) => JSON.stringify(metadata?.[name]) === JSON.stringify(value))) continue;
      left -= 1;
      yield tuple;
    }
  }

  async put(config: RunnableConfig, checkpoint: Checkpoint, metadata: CheckpointMetadata): Promise<RunnableConfig> {
    const { threadId, namespace } = requireThread(config);
    const [[type, bytes], [, metadataBytes]] = await Promise.all([
      this.#dump(copyCheckpoint(checkpoint)),
      this.#dump(metadata),
    ]);
    const row = {
      threadId,
      namespace,
      checkpointId: checkpoint.id,
      parentId: getCheckpointId(config) || null,
      type,
      checkpoint: bytes,
      metadata: metadataBytes,
    };
    await this.#db
      .insert(checkpoints)
      .values(row)
      .onDuplicateKeyUpdate({ set: { type, checkpoint: bytes, metadata: metadataBytes, parentId: row.parentId } });
    return { configurable: { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: checkpoint.id } };
  }

  async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string): Promise<void> {
    const { threadId, namespace } = requireThread(config);
    const checkpointId = getCheckpointId(config);
    if (!checkpointId) throw new TypeError('Writes need configurable.checkpoint_id.');
    if (writes.length === 0) return;
    const rows = await Promise.all(
      writes.map(async ([channel, value], position) => {
        const [type, bytes] = await this.#dump(value);
        const idx = WRITES_IDX_MAP[channel] ?? position;
        return { threadId, namespace, checkpointId, taskId, idx, channel, type, value: bytes };
      }),
    );
    // Special channels replace what they wrote before; ordinary writes of a task are written once.
    const replace = (column: 'channel' | 'type' | 'value') => {
      const name = sql.identifier(column);
      return sql`if(${checkpointWrites.idx} < 0, values(${name}), ${name})`;
    };
    await this.#db
      .insert(checkpointWrites)
      .values(rows)
      .onDuplicateKeyUpdate({
        set: { channel: replace('channel'), type: replace('type'), value: replace('value') },
      });
  }

  async deleteThread(threadId: string): Promise<void> {
    await this.#db.transaction(async (tx) => {
      await tx.delete(checkpointWrites).where(eq(checkpointWrites.threadId, threadId));
      await tx.delete(checkpoints).where(eq(checkpoints.threadId, threadId));
    });
  }

  async #toTuple(row: Row): Promise<CheckpointTuple> {
    const { threadId, namespace, checkpointId } = row;
    const at = (id: string) => ({
      configurable: { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: id },
    });
    const [checkpoint, metadata, pendingWrites] = await Promise.all([
      this.serde.loadsTyped(row.type, row.checkpoint) as Promise<Checkpoint>,
      this.serde.loadsTyped('json', row.metadata) as Promise<CheckpointMetadata>,
      this.#writesOf(threadId, namespace, checkpointId),
    ]);
    if (checkpoint.v < 4 && row.parentId) await this.#moveSends(checkpoint, threadId, namespace, row.parentId);
    return {
      config: at(checkpointId),
      checkpoint,
      metadata,
      pendingWrites,
      ...(row.parentId ? { parentConfig: at(row.parentId) } : {}),
    };
  }

  async #writesOf(threadId: string, namespace: string, checkpointId: string): Promise<[string, string, unknown][]> {
    const writes = await this.#db
      .select()
      .from(checkpointWrites)
      .where(
        and(
          eq(checkpointWrites.threadId, threadId),
          eq(checkpointWrites.namespace, namespace),
          eq(checkpointWrites.checkpointId, checkpointId),
        ),
      )
      .orderBy(asc(checkpointWrites.taskId), asc(checkpointWrites.idx));
    return Promise.all(
      writes.map(async (w): Promise<[string, string, unknown]> => [
        w.taskId,
        w.channel,
        await this.serde.loadsTyped(w.type, w.value),
      ]),
    );
  }

  /** Before version 4 of the format, sends waited among the parent's writes; now they are a channel. */
  async #moveSends(checkpoint: Checkpoint, threadId: string, namespace: string, parentId: string): Promise<void> {
    const writes = await this.#writesOf(threadId, namespace, parentId);
    checkpoint.channel_values[TASKS] = writes.filter(([, channel]) => channel === TASKS).map(([, , value]) => value);
    const versions = Object.values(checkpoint.channel_versions);
    checkpoint.channel_versions[TASKS] =
      versions.length > 0 ? maxChannelVersion(...versions) : this.getNextVersion(undefined);
  }

  async #dump(value: unknown): Promise<[string, Buffer]> {
    const [type, bytes] = await this.serde.dumpsTyped(value);
    const buffer = Buffer.from(bytes);
    if (type === 'json' && buffer.subarray(0, LOST.length).equals(LOST_BYTES))
      throw new TypeError('The state holds a value that cannot be saved (BigInt or a cycle).');
    return [type, buffer];
  }
}

function threadOf(config: RunnableConfig): { threadId: string | undefined; namespace: string } {
  const { thread_id, checkpoint_ns } = config.configurable ?? {};
  return {
    threadId: thread_id === undefined ? undefined : String(thread_id),
    namespace: typeof checkpoint_ns === 'string' ? checkpoint_ns : '',
  };
}

function requireThread(config: RunnableConfig): { threadId: string; namespace: string } {
  const { threadId, namespace } = threadOf(config);
  if (threadId === undefined) throw new TypeError('A checkpoint needs configurable.thread_id.');
  return { threadId, namespace };
}
