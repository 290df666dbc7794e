import { sql } from 'drizzle-orm';
import { MemorySaver, uuid6, type BaseCheckpointSaver, type Checkpoint } from '@langchain/langgraph-checkpoint';
import { MySqlCheckpointSaver } from '#src/db/checkpoint-saver.ts';
import { createDatabase } from '#src/db/client.ts';

/**
 * What keeping the graph's state costs this process: CPU milliseconds of a read and of a write, at a thread's first turn and
 * after 500, with eight threads at work at once; bytes kept, statements sent. Beside LangGraph's own saver in memory, and a
 * floor: the same client with the smallest query there is.
 */
const TURNS = Number(process.argv[2] ?? 100);
const THREADS = 8;
const HISTORY = 500;

/** A state like the product's in the middle of a booking: seven values that a turn changes, one that it leaves. */
function stateAfter(turn: number, before: Checkpoint | undefined, saver: BaseCheckpointSaver): Checkpoint {
  const slots = {
    service: 'svc_01K9ZQ4T7N8M3V5X2B6C1D0E9F',
    pincode: '560034',
    day: '2026-11-29',
    details: 'not cooling',
  };
  const part = {
    text: `${turn}. Your AC repair visit costs ₹649. ${'At what time shall we come? '.repeat(4)}`,
    sources: [
      { kind: 'row', table: 'rate_cards', id: 'rc_01K9ZQ4T7N8M3V5X2B6C1D0E9F', fields: ['price'], label: 'Rate' },
    ],
  };
  const options = Array.from({ length: 8 }, (_, i) => ({ label: `${9 + i}:00`, value: { slot: 'hour', hour: 9 + i } }));
  const answer = { text: part.text, parts: [part, part], effects: [], ask: { kind: 'choice', slot: 'hour', options } };
  const values: Record<string, unknown> = {
    text: `message ${turn}`,
    stack: [
      { id: 'frm_1', flow: 'book_service', agent: 'booking', title: 'AC repair', slots, expecting: { slot: 'hour' } },
    ],
    topic: { kind: 'service', id: slots.service },
    misses: 0,
    read: {
      intents: [{ name: 'book_service', confidence: 0.91 }],
      sentiment: 0,
      maker: { name: 'local', version: '4' },
    },
    results: [{ order: 0, agent: 'booking', status: 'asking', frame: { slots }, ...answer }],
    answer,
    __pregel_tasks: [],
  };
  const last = Math.max(0, ...Object.values(before?.channel_versions ?? {}).map(Number));
  const version = (channel: string) =>
    (channel === 'misses' && before?.channel_versions[channel]) || saver.getNextVersion(last + 4);
  const names = [
    ...Object.keys(values),
    'branch:to:coordinator',
    'branch:to:booking',
    'branch:to:compose',
    '__start__',
  ];
  const channel_versions = Object.fromEntries(names.map((name) => [name, version(name)]));
  const seen = (name: string) => ({ [`branch:to:${name}`]: channel_versions[`branch:to:${name}`] ?? 0 });
  const versions_seen = { coordinator: seen('coordinator'), booking: seen('booking'), compose: seen('compose') };
  const id = uuid6(turn);
  return { v: 4, id, ts: new Date().toISOString(), channel_values: values, channel_versions, versions_seen };
}

interface Thread {
  id: string;
  last?: Checkpoint;
}

const configOf = ({ id, last }: Thread) => ({
  configurable: { thread_id: id, checkpoint_ns: '', ...(last && { checkpoint_id: last.id }) },
});

/** Writes a thread's next turn: all values but one have changed. */
async function write(saver: BaseCheckpointSaver, thread: Thread, turn: number): Promise<void> {
  const after = stateAfter(turn, thread.last, saver);
  const versions = Object.entries(after.channel_versions);
  const changed = versions.filter(([name, version]) => version !== thread.last?.channel_versions[name]);
  const metadata = { source: 'loop', step: turn, parents: {} } as const;
  await saver.put(configOf(thread), after, metadata, Object.fromEntries(changed));
  thread.last = after;
}

const { db, close } = createDatabase(process.env['DATABASE_URL'] ?? '', THREADS);
const sent = async () => {
  const [rows] = await db.execute(sql`show global status like 'Questions'`);
  return Number((rows as unknown as { Value: string }[])[0]?.Value);
};

/** CPU and wall milliseconds, and statements, of each call of `work`: in every thread one after the other, `TURNS` times. */
async function cost(threads: Thread[], work: (thread: Thread, turn: number) => Promise<unknown>): Promise<string[]> {
  const [statements, cpu, wall] = [await sent(), process.cpuUsage(), performance.now()];
  await Promise.all(
    threads.map(async (thread) => {
      for (let turn = 0; turn < TURNS; turn++) await work(thread, turn);
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  const took = performance.now() - wall;
  const calls = TURNS * threads.length;
  const each = [(user + system) / 1000, took].map((total) => (total / calls).toFixed(3));
  return [...each, (((await sent()) - statements - 1) / calls).toFixed(2)];
}

async function kilobytes(saver: BaseCheckpointSaver, { id }: Thread): Promise<string> {
  if (saver instanceof MemorySaver) {
    const stored = Object.values(saver.storage[id]?.[''] ?? {});
    return (stored.reduce((sum, [state, metadata]) => sum + state.length + metadata.length, 0) / 1000).toFixed(1);
  }
  const [rows] = await db.execute(sql`
    select sum(length(value) + coalesce(length(metadata), 0)) bytes from checkpoints where thread_id = ${id}`);
  return (Number((rows as unknown as { bytes: string }[])[0]?.bytes) / 1000).toFixed(1);
}

const row = (name: string, cells: string[]) =>
  console.log(name.padEnd(36) + cells.map((cell) => cell.padStart(11)).join(''));
const run = Date.now().toString(36);
const threadsOf = (name: string): Thread[] =>
  Array.from({ length: THREADS }, (_, i) => ({ id: `bench_${run}_${name}_${i}` }));

console.log(`${TURNS} turns in each of ${THREADS} threads at once; milliseconds a call\n`);
row('', ['CPU', 'wall', 'statements', 'kB a thread']);
await cost(threadsOf('floor'), () => db.execute(sql`select 1`));
row('floor: select 1', await cost(threadsOf('floor'), () => db.execute(sql`select 1`)));
for (const [name, saver] of [
  ['MySQL', new MySqlCheckpointSaver(db)],
  ['MemorySaver', new MemorySaver()],
] as const) {
  const long = threadsOf(`long_${name}`);
  await Promise.all(
    long.map(async (thread) => {
      for (let turn = 0; turn < HISTORY; turn++) await write(saver, thread, turn);
    }),
  );
  const first = (thread: Thread, turn: number): Thread => ({ id: `${thread.id}_${turn}` });
  const news = threadsOf(`new_${name}`);
  row(`${name}: write, first turn`, await cost(news, (thread, turn) => write(saver, first(thread, turn), 0)));
  const oneTurn = await kilobytes(saver, first(news[0] as Thread, 0));
  const read = await cost(news, (thread, turn) => saver.getTuple(configOf(first(thread, turn))));
  row(`${name}: read, after the first turn`, [...read, oneTurn]);
  row(
    `${name}: write, after ${HISTORY} turns`,
    await cost(long, (thread, turn) => write(saver, thread, HISTORY + turn)),
  );
  const readLong = await cost(long, ({ id }) => saver.getTuple(configOf({ id })));
  row(`${name}: read, after ${HISTORY} turns`, [...readLong, await kilobytes(saver, long[0] as Thread)]);
}
await db.execute(sql`delete from checkpoints where thread_id like 'bench\\_%'`);
await close();
