import { customType, int, json, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { createdAt, key, timestamps } from './columns.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'longblob' });

/** Any Unicode text, compared byte by byte without padding: graphs, channels and memories have names of all kinds. */
const exactText = customType<{ data: string; driverData: Buffer; config: { length: number } }>({
  dataType: (config) => `varbinary(${config?.length ?? 255})`,
  toDriver: (text) => Buffer.from(text),
  fromDriver: (stored) => stored.toString(),
});
const name = (column: string, length: number) => exactText(column, { length });

/**
 * Saved states of the graph; thread = conversation. A row is a checkpoint (channel '', version = its id) or the value
 * that a channel had in one version. One table, so that a superstep is one INSERT and whole without a transaction.
 */
export const checkpoints = mysqlTable(
  'checkpoints',
  {
    threadId: key('thread_id', 64).notNull(),
    namespace: name('checkpoint_ns', 255).notNull(),
    channel: name('channel', 128).notNull(),
    version: name('version', 64).notNull(),
    /** On checkpoints only, like `metadata`. */
    parentId: name('parent_checkpoint_id', 64),
    /** How the value is written, or a checkpoint's metadata; a checkpoint itself is always JSON. */
    type: key('type', 16).notNull(),
    value: bytes('value').notNull(),
    metadata: bytes('metadata'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'checkpoints_pk', columns: [t.threadId, t.namespace, t.channel, t.version] })],
);

/** Results of tasks inside an unfinished superstep. */
export const checkpointWrites = mysqlTable(
  'checkpoint_writes',
  {
    threadId: key('thread_id', 64).notNull(),
    namespace: name('checkpoint_ns', 255).notNull(),
    checkpointId: name('checkpoint_id', 64).notNull(),
    taskId: key('task_id', 64).notNull(),
    /** Negative for LangGraph's special channels (error, interrupt …), which replace each other. */
    idx: int('idx').notNull(),
    channel: name('channel', 128).notNull(),
    type: key('type', 16).notNull(),
    value: bytes('value').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'checkpoint_writes_pk',
      columns: [t.threadId, t.namespace, t.checkpointId, t.taskId, t.idx],
    }),
  ],
);

/** What is remembered across threads: a value a namespace and key. */
export const memories = mysqlTable(
  'memories',
  {
    /** Labels, each ended by a full stop: what begins with a prefix is one range of the key. */
    namespace: name('namespace', 512).notNull(),
    key: name('key', 255).notNull(),
    value: json('value').$type<Record<string, unknown>>().notNull(),
    ...timestamps(),
  },
  (t) => [primaryKey({ name: 'memories_pk', columns: [t.namespace, t.key] })],
);
