import { and, desc, eq, gt, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from './client.ts';
import { mayHave } from './may-have.ts';
import { checkpoints, checkpointWrites } from './schema/checkpoints.ts';

/** A thread's part: `namespace` is '' but in subgraphs. */
export interface Part {
  threadId: string;
  namespace: string;
}

export interface Place extends Part {
  checkpointId: string;
}

/** One value as the serializer wrote it. */
export interface Stored {
  type: string;
  value: Buffer;
}

export interface StoredWrite extends Stored {
  taskId: string;
  idx: number;
  channel: string;
}

export interface StoredCheckpoint {
  checkpointId: string;
  parentId: string | null;
  frame: Buffer;
  metadata: Stored;
  values: (Stored & { channel: string })[];
  writes: StoredWrite[];
}

/**
 * Names go into the statement in hexadecimal, as nothing else can be read into that: as parameters they would be sixty a
 * turn, half the time of a write. What people said is a parameter, and so in no error's text.
 */
export const hex = (name: string | null): string =>
  name === null ? 'null' : `x'${Buffer.from(name).toString('hex')}'`;

/** The channels that a stored frame names (checkpoint-json.ts), as rows. */
export const CHANNELS_OF_FRAME = `json_table(convert(h.value using utf8mb4), '$.channels[*]'
  columns (channel varbinary(128) path '$[0]', version varbinary(64) path '$[1]')) f`;

/** One checkpoint with its values and writes, in one round trip; the newest of its part where no id is given. */
export async function selectCheckpoint(
  db: Db,
  { threadId, namespace, checkpointId }: Part & { checkpointId?: string | undefined },
): Promise<StoredCheckpoint | undefined> {
  const part = `thread_id = _ascii ${hex(threadId)} and checkpoint_ns = ${hex(namespace)} and channel = ''`;
  const version =
    checkpointId === undefined ? `(select max(version) from checkpoints where ${part})` : hex(checkpointId);
  const found = await selectWhole(db, `(select * from checkpoints where ${part} and version = ${version})`);
  return found.values().next().value;
}

/** These checkpoints, by `keyOf`. */
export async function selectCheckpoints(db: Db, places: Place[]): Promise<Map<string, StoredCheckpoint>> {
  if (places.length === 0) return new Map();
  const each = places.map(
    ({ threadId, namespace, checkpointId }) =>
      `(thread_id = _ascii ${hex(threadId)} and checkpoint_ns = ${hex(namespace)} and channel = '' and version = ${hex(checkpointId)})`,
  );
  return selectWhole(db, `(select * from checkpoints where ${each.join(' or ')})`);
}

/** Three kinds of rows one below the other: the checkpoints, their values, their writes. */
interface Row extends Stored {
  kind: number;
  place: Buffer;
  name: Buffer;
  owner: Buffer | string | null;
  idx: number;
  metadata: Buffer | null;
}

async function selectWhole(db: Db, heads: string): Promise<Map<string, StoredCheckpoint>> {
  const place = `concat(h.thread_id, '\\n', h.checkpoint_ns, '\\n', h.version) place`;
  const [rows] = await db.execute(
    sql.raw(`
    select 0 kind, ${place}, h.version name, h.parent_checkpoint_id owner, 0 idx, h.type, h.value, h.metadata
    from ${heads} h
    union all
    select 1, ${place}, v.channel, null, 0, v.type, v.value, null
    from ${heads} h straight_join ${CHANNELS_OF_FRAME} straight_join checkpoints v on v.thread_id = h.thread_id
      and v.checkpoint_ns = h.checkpoint_ns and v.channel = f.channel and v.version = f.version
    union all
    select 2, ${place}, w.channel, w.task_id, w.idx, w.type, w.value, null
    from ${heads} h join checkpoint_writes w
      on w.thread_id = h.thread_id and w.checkpoint_ns = h.checkpoint_ns and w.checkpoint_id = h.version`),
  );
  return assemble(rows as unknown as Row[]);
}

function assemble(rows: Row[]): Map<string, StoredCheckpoint> {
  const found = new Map<string, StoredCheckpoint>();
  for (const { kind, place, name, owner, type, value, metadata } of rows) {
    if (kind !== 0) continue;
    found.set(place.toString(), {
      checkpointId: name.toString(),
      parentId: owner === null ? null : owner.toString(),
      frame: value,
      metadata: { type, value: metadata ?? Buffer.from('{}') },
      values: [],
      writes: [],
    });
  }
  for (const { kind, place, name, owner, idx, type, value } of rows) {
    const checkpoint = kind === 0 ? undefined : found.get(place.toString());
    const channel = name.toString();
    if (kind === 1) checkpoint?.values.push({ channel, type, value });
    if (kind === 2) checkpoint?.writes.push({ taskId: String(owner), idx, channel, type, value });
  }
  for (const { writes } of found.values()) writes.sort(byTask);
  return found;
}

export const keyOf = ({ threadId, namespace, checkpointId }: Place): string =>
  `${threadId}\n${namespace}\n${checkpointId}`;

const byTask = (a: StoredWrite, b: StoredWrite) =>
  a.taskId === b.taskId ? a.idx - b.idx : a.taskId < b.taskId ? -1 : 1;

export interface Wanted {
  threadId?: string | undefined;
  namespace?: string | undefined;
  checkpointId?: string | undefined;
  /** Only checkpoints with a smaller id. */
  before?: string | undefined;
  /** Metadata that holds these texts and numbers; the caller looks again, exactly. */
  filter?: Record<string, unknown> | undefined;
  /** Goes on after this one. */
  after?: Place | undefined;
}

export const isCheckpoint = eq(checkpoints.channel, '');

/** Where the checkpoints are that may be wanted, the newest first. */
export async function selectPlaces(db: Db, wanted: Wanted, limit: number): Promise<Place[]> {
  const { threadId, namespace, checkpointId, before, after, filter = {} } = wanted;
  const { threadId: thread, namespace: ns, version } = checkpoints;
  return db
    .select({ threadId: thread, namespace: ns, checkpointId: version })
    .from(checkpoints)
    .where(
      and(
        isCheckpoint,
        threadId === undefined ? undefined : eq(thread, threadId),
        namespace === undefined ? undefined : eq(ns, namespace),
        checkpointId === undefined ? undefined : eq(version, checkpointId),
        before === undefined ? undefined : lt(version, before),
        after && isAfter(after),
        ...Object.entries(filter).map(([field, value]) => metadataMayHave(field, value)),
      ),
    )
    .orderBy(desc(version), thread, ns)
    .limit(limit);
}

function isAfter({ checkpointId, threadId, namespace }: Place): SQL | undefined {
  const { version, threadId: thread, namespace: ns } = checkpoints;
  return or(
    lt(version, checkpointId),
    and(eq(version, checkpointId), or(gt(thread, threadId), and(eq(thread, threadId), gt(ns, namespace)))),
  );
}

function metadataMayHave(field: string, value: unknown): SQL | undefined {
  const condition = mayHave(sql`convert(metadata using utf8mb4)`, field, value);
  return condition && sql`(type <> 'json' or ${condition})`;
}

/** What the tasks of these checkpoints wrote to one channel, by `keyOf` the checkpoint. */
export async function selectWrites(db: Db, places: Place[], channel: string): Promise<Map<string, StoredWrite[]>> {
  const rows = await db
    .select()
    .from(checkpointWrites)
    .where(
      and(
        inArray(checkpointWrites.threadId, [...new Set(places.map(({ threadId }) => threadId))]),
        inArray(checkpointWrites.namespace, [...new Set(places.map(({ namespace }) => namespace))]),
        inArray(checkpointWrites.checkpointId, [...new Set(places.map(({ checkpointId }) => checkpointId))]),
        eq(checkpointWrites.channel, channel),
      ),
    );
  const found = Map.groupBy(rows, keyOf);
  for (const writes of found.values()) writes.sort(byTask);
  return found;
}

export async function selectNamespaces(db: Db, threadId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ namespace: checkpoints.namespace })
    .from(checkpoints)
    .where(eq(checkpoints.threadId, threadId));
  return rows.map(({ namespace }) => namespace);
}
