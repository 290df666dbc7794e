import type { RunnableConfig } from '@langchain/core/runnables';
import {
  BaseCheckpointSaver,
  WRITES_IDX_MAP,
  getCheckpointId,
  maxChannelVersion,
  TASKS,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  type PendingWrite,
  type SerializerProtocol,
} from '@langchain/langgraph-checkpoint';
import { deleteCheckpoints, deleteOldCheckpoints, insertCheckpoint, insertWrites } from './checkpoint-changes.ts';
import { plainFirst, readFrame, versionKey, writeFrame } from './checkpoint-json.ts';
import {
  keyOf,
  selectCheckpoint,
  selectCheckpoints,
  selectNamespaces,
  selectPlaces,
  selectWrites,
  type Part,
  type Place,
  type Stored,
  type StoredCheckpoint,
  type StoredWrite,
} from './checkpoint-rows.ts';
import type { Db } from './client.ts';
import { retryDeadlocks } from './retry-deadlocks.ts';

export interface SaverOptions {
  /**
   * How many checkpoints of a thread stay (of each of its subgraphs too): so far back a run can be resumed or forked.
   * With `durability: 'exit'` there is one a run; `Infinity` keeps all. Delta channels need more than one snapshot's worth.
   */
  keep?: number;
  /** Old ones go at every so many puts, on average: chance decides, as no process knows all of a thread's puts. */
  pruneEvery?: number;
  serde?: SerializerProtocol;
}

const KEEP = 30;
const PRUNE_EVERY = 20;
/** Checkpoints that `list` reads at a time. */
const PAGE = 50;

/**
 * Saves LangGraph's state in MySQL or MariaDB: a row a checkpoint and a row a version of a channel's value, so that a
 * superstep writes what it changed. One statement to read a checkpoint, one to write it.
 * Threads may be written by several processes at once; given a transaction, everything is part of it and nothing is
 * tried again.
 */
export class MySqlCheckpointSaver extends BaseCheckpointSaver {
  readonly #db: Db;
  readonly #keep: number;
  readonly #pruneEvery: number;

  constructor(db: Db, { keep = KEEP, pruneEvery = PRUNE_EVERY, serde }: SaverOptions = {}) {
    super(serde);
    this.#db = db;
    this.#keep = keep;
    this.#pruneEvery = pruneEvery;
    if (!serde) this.serde = plainFirst(this.serde);
  }

  async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { threadId, namespace = '' } = threadOf(config);
    if (threadId === undefined) return undefined;
    const checkpointId = getCheckpointId(config) || undefined;
    const stored = await selectCheckpoint(this.#db, { threadId, namespace, checkpointId });
    if (!stored) return undefined;
    const [tuple] = await this.#toTuples([{ threadId, namespace, stored }]);
    return tuple;
  }

  /** The newest first. Two round trips for each 50 checkpoints that may match. */
  async *list(
    config: RunnableConfig,
    { limit, before, filter }: CheckpointListOptions = {},
  ): AsyncGenerator<CheckpointTuple> {
    const wanted = {
      ...threadOf(config),
      checkpointId: getCheckpointId(config) || undefined,
      before: (before && getCheckpointId(before)) || undefined,
      filter,
    };
    const expected = Object.entries(filter ?? {}).map(([name, value]) => [name, JSON.stringify(value)] as const);
    let left = limit ?? Number.POSITIVE_INFINITY;
    let after: Place | undefined;
    while (left > 0) {
      const size = Math.min(left, PAGE);
      const page = await selectPlaces(this.#db, { ...wanted, after }, size);
      const found = await selectCheckpoints(this.#db, page);
      const whole = page.flatMap((place) => {
        const stored = found.get(keyOf(place));
        return stored ? [{ ...place, stored }] : [];
      });
      for (const tuple of await this.#toTuples(whole)) {
        const metadata = tuple.metadata as Record<string, unknown> | undefined;
        if (!expected.every(([name, value]) => JSON.stringify(metadata?.[name]) === value)) continue;
        left -= 1;
        yield tuple;
      }
      if (page.length < size) return;
      after = page.at(-1);
    }
  }

  /** @throws TypeError when the state holds what JSON cannot (BigInt, a cycle): nothing is written then */
  async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const { threadId, namespace } = requireThread(config);
    const changed = Object.entries(newVersions).filter(([channel]) => checkpoint.channel_values[channel] !== undefined);
    const [dumped, ...values] = await Promise.all([
      this.#dump(metadata),
      ...changed.map(async ([channel, version]) => ({
        channel,
        version: versionKey(version),
        ...(await this.#dump(checkpoint.channel_values[channel])),
      })),
    ]);
    await this.#retry(() =>
      insertCheckpoint(this.#db, {
        ...{ threadId, namespace, checkpointId: checkpoint.id, parentId: getCheckpointId(config) || null },
        ...{ frame: writeFrame(checkpoint), metadata: dumped, values },
      }),
    );
    if (Math.random() * this.#pruneEvery < 1) await this.#prunePart(threadId, namespace, this.#keep);
    return configOf({ threadId, namespace, checkpointId: checkpoint.id });
  }

  async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string): Promise<void> {
    const { threadId, namespace } = requireThread(config);
    const checkpointId = getCheckpointId(config);
    if (!checkpointId) throw new TypeError('Writes need configurable.checkpoint_id.');
    if (writes.length === 0) return;
    const rows = await Promise.all(
      writes.map(async ([channel, value], position): Promise<StoredWrite> => {
        return { taskId, idx: WRITES_IDX_MAP[channel] ?? position, channel, ...(await this.#dump(value)) };
      }),
    );
    await this.#retry(() => insertWrites(this.#db, { threadId, namespace, checkpointId }, rows));
  }

  async deleteThread(threadId: string): Promise<void> {
    await this.#retry(() => deleteCheckpoints(this.#db, threadId));
  }

  /**
   * Removes all but a thread's newest checkpoints, and the values that no other refers to. Not while another process forks
   * the thread from one of the oldest. @returns how many checkpoints went
   */
  async prune(threadId: string, keep = this.#keep): Promise<number> {
    let gone = 0;
    for (const namespace of await selectNamespaces(this.#db, threadId))
      gone += await this.#prunePart(threadId, namespace, keep);
    return gone;
  }

  /**
   * Whole numbers count the supersteps; the fraction is chance. Two branches of a thread, or two processes that write it
   * at once, so never give the same version to different values.
   */
  override getNextVersion(current: number | undefined): number {
    const next = Math.trunc(current ?? 0) + 1;
    return (next * FRACTIONS + Math.floor(Math.random() * FRACTIONS)) / FRACTIONS;
  }

  async #prunePart(threadId: string, namespace: string, keep: number): Promise<number> {
    if (keep === Number.POSITIVE_INFINITY) return 0;
    return this.#retry(() => deleteOldCheckpoints(this.#db, { threadId, namespace }, Math.max(keep, 1)));
  }

  #retry<T>(work: () => Promise<T>): Promise<T> {
    return 'rollback' in this.#db ? work() : retryDeadlocks(work);
  }

  async #toTuples(found: Found[]): Promise<CheckpointTuple[]> {
    const tuples = await Promise.all(found.map((checkpoint) => this.#toTuple(checkpoint)));
    // Before version 4 of the format, sends waited among the parent's writes; now they are a channel.
    const old = found.flatMap(({ threadId, namespace, stored: { parentId } }, i) => {
      const tuple = tuples[i];
      if (parentId === null || !tuple || tuple.checkpoint.v >= 4) return [];
      return [{ tuple, parent: { threadId, namespace, checkpointId: parentId } }];
    });
    if (old.length === 0) return tuples;
    const sends = await selectWrites(
      this.#db,
      old.map(({ parent }) => parent),
      TASKS,
    );
    for (const { tuple, parent } of old) await this.#addSends(tuple.checkpoint, sends.get(keyOf(parent)) ?? []);
    return tuples;
  }

  async #toTuple({ threadId, namespace, stored }: Found): Promise<CheckpointTuple> {
    const { checkpointId, parentId, frame } = stored;
    const [metadata, values, pendingWrites] = await Promise.all([
      this.#load(stored.metadata) as Promise<CheckpointMetadata>,
      Promise.all(stored.values.map(async (row): Promise<[string, unknown]> => [row.channel, await this.#load(row)])),
      Promise.all(
        stored.writes.map(async (row): Promise<[string, string, unknown]> => {
          return [row.taskId, row.channel, await this.#load(row)];
        }),
      ),
    ]);
    return {
      config: configOf({ threadId, namespace, checkpointId }),
      checkpoint: readFrame(checkpointId, frame, Object.fromEntries(values)),
      metadata,
      pendingWrites,
      ...(parentId !== null && { parentConfig: configOf({ threadId, namespace, checkpointId: parentId }) }),
    };
  }

  async #addSends(checkpoint: Checkpoint, sends: StoredWrite[]): Promise<void> {
    checkpoint.channel_values[TASKS] = await Promise.all(sends.map((row) => this.#load(row)));
    const versions = Object.values(checkpoint.channel_versions);
    checkpoint.channel_versions[TASKS] =
      versions.length > 0 ? maxChannelVersion(...versions) : this.getNextVersion(undefined);
  }

  async #dump(value: unknown): Promise<Stored> {
    const [type, bytes] = await this.serde.dumpsTyped(value);
    return { type, value: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
  }

  #load({ type, value }: Stored): Promise<unknown> {
    return this.serde.loadsTyped(type, value);
  }
}

/** Digits of chance in a version: 10⁻⁹ that two writers of the same superstep agree. */
const FRACTIONS = 1e9;

interface Found extends Part {
  stored: StoredCheckpoint;
}

function configOf({ threadId, namespace, checkpointId }: Place): RunnableConfig {
  return { configurable: { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: checkpointId } };
}

function threadOf(config: RunnableConfig): { threadId: string | undefined; namespace: string | undefined } {
  const { thread_id, checkpoint_ns } = config.configurable ?? {};
  return {
    threadId: thread_id === undefined ? undefined : String(thread_id),
    namespace: typeof checkpoint_ns === 'string' ? checkpoint_ns : undefined,
  };
}

function requireThread(config: RunnableConfig): Part {
  const { threadId, namespace = '' } = threadOf(config);
  if (threadId === undefined) throw new TypeError('A checkpoint needs configurable.thread_id.');
  return { threadId, namespace };
}
