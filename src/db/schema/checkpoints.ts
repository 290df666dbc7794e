import { customType, index, int, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { createdAt, key } from './columns.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'longblob' });

/** Saved states of the graph, one row a checkpoint. Thread = conversation. */
export const checkpoints = mysqlTable(
  'checkpoints',
  {
    threadId: key('thread_id', 64).notNull(),
    namespace: key('checkpoint_ns', 128).notNull().default(''),
    checkpointId: key('checkpoint_id', 64).notNull(),
    parentId: key('parent_checkpoint_id', 64),
    type: key('type', 16).notNull(),
    checkpoint: bytes('checkpoint').notNull(),
    metadata: bytes('metadata').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'checkpoints_pk', columns: [t.threadId, t.namespace, t.checkpointId] }),
    index('checkpoints_created').on(t.createdAt),
  ],
);

/** Results of tasks inside an unfinished superstep. */
export const checkpointWrites = mysqlTable(
  'checkpoint_writes',
  {
    threadId: key('thread_id', 64).notNull(),
    namespace: key('checkpoint_ns', 128).notNull().default(''),
    checkpointId: key('checkpoint_id', 64).notNull(),
    taskId: key('task_id', 64).notNull(),
    /** Negative for LangGraph's special channels (error, interrupt …), which replace each other. */
    idx: int('idx').notNull(),
    channel: key('channel', 128).notNull(),
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
