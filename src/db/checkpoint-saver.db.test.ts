import { emptyCheckpoint } from '@langchain/langgraph-checkpoint';
import { getTupleTests, listTests, putWritesTests } from '@langchain/langgraph-checkpoint-validation';
import { afterAll, describe, expect, it } from 'vitest';
import { requiredEnv } from '#tests/env.ts';
import { createOwnDatabase } from '#tests/own-database.ts';
import { checkpoints, checkpointWrites } from './schema/index.ts';
import { MySqlCheckpointSaver } from './checkpoint-saver.ts';

// LangGraph's checks list all threads there are, so they need a database without other conversations.
const database = await createOwnDatabase(requiredEnv('DATABASE_URL'), 'checkpoints');
afterAll(() => database.drop());

describe("LangGraph's own checks of a saver", () => {
  const initializer = {
    checkpointerName: 'MySqlCheckpointSaver',
    createCheckpointer: () => new MySqlCheckpointSaver(database.db),
    destroyCheckpointer: async () => {
      await database.db.delete(checkpointWrites);
      await database.db.delete(checkpoints);
    },
  };
  getTupleTests(initializer);
  listTests(initializer);
  putWritesTests(initializer);
});

describe('MySqlCheckpointSaver', () => {
  const saver = new MySqlCheckpointSaver(database.db);
  const metadata = { source: 'loop', step: 0, parents: {} } as const;

  it('gives back the latest checkpoint of a thread, or a named one, as it was put', async () => {
    const thread = { configurable: { thread_id: crypto.randomUUID() } };
    const first = {
      ...emptyCheckpoint(),
      channel_values: { stack: [{ slots: { pincode: '560034' } }], text: 'héllo 👋' },
    };
    const second = { ...emptyCheckpoint(), channel_values: { text: 'later' } };
    const at = await saver.put(thread, first, metadata);
    await saver.put(at, second, { ...metadata, step: 1 });
    const latest = await saver.getTuple(thread);
    expect(latest?.checkpoint).toEqual(second);
    expect(latest?.parentConfig?.configurable?.['checkpoint_id']).toBe(first.id);
    expect((await saver.getTuple(at))?.checkpoint).toEqual(first);
  });

  it('refuses a state that cannot be saved instead of losing it silently', async () => {
    const checkpoint = { ...emptyCheckpoint(), channel_values: { total: 10n } };
    const config = { configurable: { thread_id: crypto.randomUUID() } };
    await expect(saver.put(config, checkpoint, metadata)).rejects.toThrow('cannot be saved');
    expect(await saver.getTuple(config)).toBeUndefined();
  });

  it('forgets a deleted thread and leaves the others', async () => {
    const [gone, kept] = [crypto.randomUUID(), crypto.randomUUID()];
    for (const thread_id of [gone, kept]) await saver.put({ configurable: { thread_id } }, emptyCheckpoint(), metadata);
    await saver.deleteThread(gone);
    expect(await saver.getTuple({ configurable: { thread_id: gone } })).toBeUndefined();
    expect(await saver.getTuple({ configurable: { thread_id: kept } })).toBeDefined();
  });
});
