import { Annotation, Command, END, interrupt, START, StateGraph } from '@langchain/langgraph';
import { emptyCheckpoint, uuid6, type Checkpoint } from '@langchain/langgraph-checkpoint';
import { deltaChannelHistoryTests, validate } from '@langchain/langgraph-checkpoint-validation';
import { and, eq, ne, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { countStatements } from '#tests/count-statements.ts';
import { requiredEnv } from '#tests/env.ts';
import { createOwnDatabase } from '#tests/own-database.ts';
import { MySqlCheckpointSaver } from './checkpoint-saver.ts';
import { createDatabase, inTransaction } from './client.ts';
import { checkpoints, checkpointWrites } from './schema/index.ts';

// LangGraph's checks list all threads there are, so they need a database without other conversations.
const database = await createOwnDatabase(requiredEnv('DATABASE_URL'), 'checkpoints');
const { db } = database;
afterAll(() => database.drop());

describe("LangGraph's own checks of a saver", () => {
  const initializer = {
    checkpointerName: 'MySqlCheckpointSaver',
    // Pruned at every put: nothing that the checks ask for may go.
    createCheckpointer: () => new MySqlCheckpointSaver(db, { pruneEvery: 1 }),
    destroyCheckpointer: async () => {
      await db.delete(checkpointWrites);
      await db.delete(checkpoints);
    },
  };
  validate(initializer);
  deltaChannelHistoryTests(initializer);
});

const saver = new MySqlCheckpointSaver(db, { keep: Number.POSITIVE_INFINITY });
const metadata = { source: 'loop', step: 0, parents: {} } as const;
const newThread = () => ({ configurable: { thread_id: crypto.randomUUID() } });

let clock = 0;
function checkpointOf(channel_values: Record<string, unknown>, version = 1): Checkpoint {
  const channel_versions = Object.fromEntries(Object.keys(channel_values).map((channel) => [channel, version]));
  return { ...emptyCheckpoint(), id: uuid6(clock++), channel_values, channel_versions };
}
const put = (config: object, checkpoint: Checkpoint, by = saver) =>
  by.put(config, checkpoint, metadata, checkpoint.channel_versions);

async function listed(...args: Parameters<MySqlCheckpointSaver['list']>) {
  const tuples = [];
  for await (const tuple of saver.list(...args)) tuples.push(tuple);
  return tuples;
}
const idsOf = (tuples: { checkpoint: Checkpoint }[]) => tuples.map(({ checkpoint }) => checkpoint.id);

async function rowsOf(thread: { configurable: { thread_id: string } }): Promise<number> {
  const ofThread = eq(checkpoints.threadId, thread.configurable.thread_id);
  return db.$count(checkpoints, and(ofThread, ne(checkpoints.channel, '')));
}

describe('MySqlCheckpointSaver', () => {
  it('gives back the latest checkpoint of a thread, or a named one, as it was put', async () => {
    const thread = newThread();
    const first = checkpointOf({
      stack: [{ slots: { pincode: '560034' } }],
      text: 'héllo 👋',
      'किताब ': 1.5,
      none: null,
    });
    const second = checkpointOf({ text: "later; '--\\ \0 ?" }, 2.123456789);
    const at = await put(thread, first);
    await put(at, second);
    const latest = await saver.getTuple(thread);
    expect(latest?.checkpoint).toStrictEqual(second);
    expect(latest?.parentConfig?.configurable?.['checkpoint_id']).toBe(first.id);
    expect((await saver.getTuple(at))?.checkpoint).toStrictEqual(first);
  });

  it('tells a version that is a number from one that is a text', async () => {
    const thread = newThread();
    const checkpoint = { ...checkpointOf({ a: 1, b: 2 }), channel_versions: { a: 7, b: '7' } };
    await put(thread, checkpoint);
    expect((await saver.getTuple(thread))?.checkpoint).toStrictEqual(checkpoint);
  });

  it('takes names that hold quotes, blanks and lines for what they are', async () => {
    const hostile = ["x' or 1=1 -- ", 'a\nb', 'a', 'a ', '\\', 'A'];
    const thread = newThread();
    for (const [i, checkpoint_ns] of hostile.entries())
      await put({ configurable: { ...thread.configurable, checkpoint_ns } }, checkpointOf({ [hostile[i] ?? '']: i }));
    for (const [i, checkpoint_ns] of hostile.entries()) {
      const tuple = await saver.getTuple({ configurable: { ...thread.configurable, checkpoint_ns } });
      expect(tuple?.checkpoint.channel_values).toEqual({ [hostile[i] ?? '']: i });
    }
    expect(await saver.getTuple({ configurable: { thread_id: "x' or 1=1 -- " } })).toBeUndefined();
  });

  it('refuses a state that cannot be saved instead of losing it silently', async () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    for (const bad of [10n, cycle]) {
      const thread = newThread();
      await expect(put(thread, checkpointOf({ good: 1, bad }))).rejects.toThrow('cannot be saved');
      expect(await saver.getTuple(thread)).toBeUndefined();
      expect(await rowsOf(thread)).toBe(0);
    }
  });

  it('replaces a checkpoint that is put again, and writes of special channels only', async () => {
    const thread = newThread();
    const checkpoint = checkpointOf({ a: 1 });
    const at = await put(thread, checkpoint);
    await saver.putWrites(
      at,
      [
        ['a', 'first'],
        ['__error__', 'one'],
      ],
      'task',
    );
    await saver.putWrites(
      at,
      [
        ['a', 'second'],
        ['__error__', 'two'],
      ],
      'task',
    );
    await saver.put(thread, checkpoint, { ...metadata, step: 7 }, {});
    const tuple = await saver.getTuple(thread);
    expect(tuple?.metadata?.step).toBe(7);
    expect(tuple?.checkpoint).toStrictEqual(checkpoint);
    expect(tuple?.pendingWrites).toEqual([
      ['task', '__error__', 'two'],
      ['task', 'a', 'first'],
    ]);
  });

  it('forgets a deleted thread and leaves the others', async () => {
    const [gone, kept] = [newThread(), newThread()];
    for (const thread of [gone, kept])
      await saver.putWrites(await put(thread, checkpointOf({ a: 1 })), [['a', 2]], 'task');
    await saver.deleteThread(gone.configurable.thread_id);
    expect(await saver.getTuple(gone)).toBeUndefined();
    expect(await rowsOf(gone)).toBe(0);
    expect((await saver.getTuple(kept))?.pendingWrites).toHaveLength(1);
  });

  it('lists many checkpoints page by page, with any filter', async () => {
    const thread = newThread();
    const ids: string[] = [];
    for (let step = 0; step < 120; step++) {
      const checkpoint = checkpointOf({ step });
      await saver.put(thread, checkpoint, { ...metadata, step, parents: { odd: `${step % 2}` } }, { step: 1 });
      ids.unshift(checkpoint.id);
    }
    expect(idsOf(await listed(thread))).toEqual(ids);
    expect(idsOf(await listed(thread, { limit: 3, filter: { parents: { odd: '1' } } }))).toEqual([
      ids[0],
      ids[2],
      ids[4],
    ]);
    expect(idsOf(await listed(thread, { filter: { step: 5 } }))).toEqual([ids[114]]);
    expect(idsOf(await listed(thread, { filter: { step: '5' } }))).toEqual([]);
    const before = { configurable: { ...thread.configurable, checkpoint_id: ids[60] ?? '' } };
    expect(idsOf(await listed(thread, { before, limit: 55 }))).toEqual(ids.slice(61, 116));
    const trips = countStatements(database.url, async (own) => {
      for await (const tuple of new MySqlCheckpointSaver(own).list(thread)) expect(tuple).toBeDefined();
    });
    expect(await trips).toBe(6);
  });

  it('is part of a transaction when it is given one', async () => {
    const thread = newThread();
    const work = inTransaction(db, async (tx) => {
      const own = new MySqlCheckpointSaver(tx, { pruneEvery: 1, keep: 1 });
      const at = await put(thread, checkpointOf({ a: 1 }), own);
      await put(at, checkpointOf({ a: 2 }, 2), own);
      expect((await own.getTuple(thread))?.checkpoint.channel_values).toEqual({ a: 2 });
      throw new Error('taken back');
    });
    await expect(work).rejects.toThrow('taken back');
    expect(await saver.getTuple(thread)).toBeUndefined();
    expect(await rowsOf(thread)).toBe(0);
  });
});

describe('pruning', () => {
  const idsIn = async (thread: object) => idsOf(await listed(thread));

  it('keeps the newest checkpoints and every value that they refer to', async () => {
    const thread = newThread();
    const versions: Record<string, number> = {};
    let at: object = thread;
    for (let turn = 1; turn <= 12; turn++) {
      const changed = turn === 1 ? { old: 'from turn 1', text: 'turn 1' } : { text: `turn ${turn}` };
      for (const channel of Object.keys(changed)) versions[channel] = turn;
      const checkpoint = { ...checkpointOf({ old: 'from turn 1', ...changed }), channel_versions: { ...versions } };
      const newVersions = Object.fromEntries(Object.keys(changed).map((channel) => [channel, turn]));
      at = await saver.put(at, checkpoint, metadata, newVersions);
      await saver.putWrites(at, [['text', turn]], 'task');
    }
    const ids = await idsIn(thread);
    expect(await saver.prune(thread.configurable.thread_id, 5)).toBe(7);
    expect(await idsIn(thread)).toEqual(ids.slice(0, 5));
    expect((await listed(thread)).map(({ checkpoint }) => checkpoint.channel_values)).toEqual(
      [12, 11, 10, 9, 8].map((turn) => ({ old: 'from turn 1', text: `turn ${turn}` })),
    );
    expect(await rowsOf(thread)).toBe(6);
    expect(await db.$count(checkpointWrites, eq(checkpointWrites.threadId, thread.configurable.thread_id))).toBe(5);
    expect(await saver.prune(thread.configurable.thread_id, 5)).toBe(0);
  });

  it('happens by itself, in each namespace for itself', async () => {
    const own = new MySqlCheckpointSaver(db, { keep: 3, pruneEvery: 1 });
    const thread = newThread();
    for (let i = 0; i < 8; i++)
      for (const checkpoint_ns of ['', 'sub:graph'])
        await put({ configurable: { ...thread.configurable, checkpoint_ns } }, checkpointOf({ i }, i), own);
    for (const checkpoint_ns of ['', 'sub:graph'])
      expect(await idsIn({ configurable: { ...thread.configurable, checkpoint_ns } })).toHaveLength(3);
    expect(await rowsOf(thread)).toBe(6);
  });

  it('never happens when all are to be kept', async () => {
    const own = new MySqlCheckpointSaver(db, { keep: Number.POSITIVE_INFINITY, pruneEvery: 1 });
    const thread = newThread();
    for (let i = 0; i < 5; i++) await put(thread, checkpointOf({ i }, i), own);
    expect(await idsIn(thread)).toHaveLength(5);
  });

  it('stays quick for a long thread', async () => {
    const thread = newThread();
    const channels = Array.from({ length: 8 }, (_, i) => `channel ${i}`);
    for (let turn = 0; turn < 220; turn++)
      await put(thread, checkpointOf(Object.fromEntries(channels.map((channel) => [channel, turn])), turn));
    const startedAt = performance.now();
    expect(await saver.prune(thread.configurable.thread_id, 200)).toBeGreaterThanOrEqual(20);
    // Going through all frames for each value takes MySQL ten seconds.
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(await rowsOf(thread)).toBe(1_600);
  });
});

describe('several writers of one thread', () => {
  it('all get through, and each checkpoint keeps its own values', async () => {
    const thread = newThread();
    const base = await put(thread, checkpointOf({ shared: 'base', mine: 'nobody' }));
    const processes = Array.from({ length: 4 }, () => createDatabase(database.url, 4));
    const wanted = new Map<string, string>();
    await Promise.all(
      processes.flatMap((process, p) =>
        Array.from({ length: 4 }, async (_, w) => {
          const own = new MySqlCheckpointSaver(process.db, { keep: 500, pruneEvery: 2 });
          for (let round = 0; round < 8; round++) {
            const mine = `${p} ${w} ${round}`;
            const version = own.getNextVersion(1);
            const checkpoint = checkpointOf({ shared: 'base', mine });
            checkpoint.channel_versions = { shared: 1, mine: version };
            const at = await own.put(base, checkpoint, metadata, { mine: version });
            // All of them the same writes, of which the first stay.
            await Promise.all([
              own.putWrites(
                at,
                [
                  ['mine', mine],
                  ['shared', 1],
                ],
                'task',
              ),
              own.putWrites(
                base,
                [
                  ['shared', 'same'],
                  ['mine', 'same'],
                  ['__error__', mine],
                ],
                'task',
              ),
            ]);
            wanted.set(checkpoint.id, mine);
          }
        }),
      ),
    );
    await Promise.all(processes.map(({ close }) => close()));
    const found = await listed(thread);
    expect(found).toHaveLength(wanted.size + 1);
    for (const { checkpoint, pendingWrites } of found.slice(0, -1)) {
      expect(checkpoint.channel_values).toEqual({ shared: 'base', mine: wanted.get(checkpoint.id) });
      expect(pendingWrites).toHaveLength(2);
    }
    expect((await saver.getTuple(base))?.pendingWrites).toHaveLength(3);
  });

  it('may prune it at the same time', async () => {
    const thread = newThread();
    let checked = 0;
    await Promise.all(
      Array.from({ length: 6 }, async (_, w) => {
        const own = new MySqlCheckpointSaver(db, { keep: 4, pruneEvery: 1 });
        for (let round = 0; round < 20; round++) {
          const before = await own.getTuple(thread);
          const checkpoint = checkpointOf({
            mine: `${w} ${round}`,
            kept: before?.checkpoint.channel_values['kept'] ?? 'kept',
          });
          const mine = own.getNextVersion(before?.checkpoint.channel_versions['mine'] as number | undefined);
          const isFirst = before === undefined;
          const kept = isFirst ? own.getNextVersion(undefined) : (before.checkpoint.channel_versions['kept'] ?? 0);
          checkpoint.channel_versions = { mine, kept };
          await own.put(before?.config ?? thread, checkpoint, metadata, isFirst ? { mine, kept } : { mine });
          const after = await own.getTuple(thread);
          expect(Object.keys(after?.checkpoint.channel_values ?? {}).toSorted()).toEqual(['kept', 'mine']);
          checked += 1;
        }
      }),
    );
    expect(checked).toBe(120);
    await saver.prune(thread.configurable.thread_id, 4);
    expect(await rowsOf(thread)).toBeLessThanOrEqual(8);
  });
});

describe('with a graph', () => {
  const State = Annotation.Root({
    text: Annotation<string>,
    stack: Annotation<string[]>({ default: () => [], reducer: (all, added) => [...all, ...added] }),
    turns: Annotation<number>({ default: () => 0, reducer: (a, b) => a + b }),
  });
  const build = (checkpointer: MySqlCheckpointSaver) =>
    new StateGraph(State)
      .addNode('one', ({ text }) => ({ stack: [text] }))
      .addNode('two', () => ({ turns: 1 }))
      .addEdge(START, 'one')
      .addEdge('one', 'two')
      .addEdge('two', END)
      .compile({ checkpointer });
  const graph = build(saver);
  const say = (config: object, text: string, by = graph) => by.invoke({ text }, { ...config, durability: 'exit' });

  it("reads a run's state in one round trip and writes it in one", async () => {
    const thread = newThread();
    const trips = (turns: number) =>
      countStatements(database.url, async (own) => {
        const mine = build(new MySqlCheckpointSaver(own, { keep: Number.POSITIVE_INFINITY }));
        for (let turn = 0; turn < turns; turn++) await say(thread, `turn ${turn}`, mine);
      });
    expect(await trips(1)).toBe(2);
    expect(await trips(10)).toBe(20);
    expect((await graph.getState(thread)).values).toMatchObject({ turns: 11 });
  });

  it('writes each superstep in one round trip besides what its tasks wrote', async () => {
    const trips = await countStatements(database.url, (own) =>
      build(new MySqlCheckpointSaver(own, { keep: Number.POSITIVE_INFINITY })).invoke(
        { text: 'a' },
        { ...newThread(), durability: 'sync' },
      ),
    );
    // One to read; input, start, one, two; the writes of two tasks and of the input.
    expect(trips).toBeLessThanOrEqual(1 + 4 + 3);
  });

  it('goes on from an older checkpoint; the branch is the newest then, and the other one stays as it was', async () => {
    const thread = newThread();
    await say(thread, 'a');
    const fork = (await graph.getState(thread)).config;
    await say(thread, 'b');
    const left = (await graph.getState(thread)).config;
    expect((await say(thread, 'c'))['stack']).toEqual(['a', 'b', 'c']);

    expect(await say(fork, 'B')).toMatchObject({ stack: ['a', 'B'], turns: 2 });
    expect((await graph.getState(thread)).values).toMatchObject({ stack: ['a', 'B'], turns: 2 });
    expect(await say(thread, 'C')).toMatchObject({ stack: ['a', 'B', 'C'], turns: 3 });
    expect((await graph.getState(left)).values).toMatchObject({ stack: ['a', 'b'], turns: 2, text: 'b' });
    expect(await say(fork, '2')).toMatchObject({ stack: ['a', '2'], turns: 2 });
    const history = [];
    for await (const { values } of graph.getStateHistory(thread)) history.push(values['stack'].join(''));
    expect(history).toEqual(['a2', 'aBC', 'aB', 'abc', 'ab', 'a']);
  });

  it('resumes an interrupted run in another process', async () => {
    const thread = newThread();
    const asking = (checkpointer: MySqlCheckpointSaver) =>
      new StateGraph(State)
        .addNode('ask', () => ({ stack: [String(interrupt({ question: 'which day?' }))] }))
        .addNode('other', () => ({ turns: 1 }))
        .addEdge(START, 'ask')
        .addEdge(START, 'other')
        .compile({ checkpointer });
    for (const durability of ['exit', 'async', 'sync'] as const) {
      const own = { configurable: { thread_id: `${thread.configurable.thread_id} ${durability}` } };
      await asking(saver).invoke({ text: 'book' }, { ...own, durability });
      const other = createDatabase(database.url, 1);
      const resumed = asking(new MySqlCheckpointSaver(other.db));
      const { tasks } = await resumed.getState(own);
      expect(tasks.flatMap((task) => task.interrupts.map(({ value }) => value))).toEqual([{ question: 'which day?' }]);
      expect(await resumed.invoke(new Command({ resume: 'Sunday' }), { ...own, durability })).toMatchObject({
        stack: ['Sunday'],
        turns: 1,
      });
      await other.close();
    }
  });

  it('stays as small as what it keeps, however long the talk', async () => {
    const own = new MySqlCheckpointSaver(db, { keep: 5, pruneEvery: 3 });
    const thread = newThread();
    const talk = build(own);
    const bytes = async () => {
      const [rows] = await db.execute(
        sql`select count(*) n from checkpoints where thread_id = ${thread.configurable.thread_id}`,
      );
      return Number((rows as unknown as { n: number }[])[0]?.n);
    };
    for (let turn = 0; turn < 60; turn++) await talk.invoke({ text: 'same' }, { ...thread, durability: 'exit' });
    await own.prune(thread.configurable.thread_id);
    expect(await bytes()).toBeLessThanOrEqual(5 + 5 * 3);
    expect((await talk.getState(thread)).values['turns']).toBe(60);
  });
});
