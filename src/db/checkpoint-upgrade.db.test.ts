import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { afterAll, describe, expect, it } from 'vitest';
import { requiredEnv } from '#tests/env.ts';
import { MySqlCheckpointSaver } from './checkpoint-saver.ts';
import { createDatabase } from './client.ts';
import { migrateDatabase } from './migrate.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
const own = new URL(requiredEnv('DATABASE_URL'));
const name = `${own.pathname.slice(1)}_upgrade`;
own.pathname = `/${name}`;

async function run(query: string, values: unknown[] = [], url = own.href): Promise<void> {
  const connection = await mysql.createConnection({ uri: url, charset: 'utf8mb4' });
  await connection.query(query, values).finally(() => connection.end());
}
const drop = () => run(`drop database if exists \`${name}\``, [], requiredEnv('DATABASE_URL'));
afterAll(drop);

/** The migrations as they were when a checkpoint was one row, with its values in it. */
async function migrateToOneRowEach(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as { entries: { tag: string }[] };
  const earlier = entries.filter(({ tag }) => tag < '0003');
  await writeFile(journal, JSON.stringify({ ...rest, entries: earlier }));
  await migrateDatabase(own.href, folder);
  await rm(folder, { recursive: true });
}

describe('a thread that was saved a row a checkpoint', () => {
  it('is read as it was after the migration, and goes on', async () => {
    await drop();
    await run(`create database \`${name}\` character set utf8mb4`, [], requiredEnv('DATABASE_URL'));
    // The saved roles of that time are not this version's; only the tables matter here.
    await migrateToOneRowEach();
    const values = (turn: number) => ({
      text: `turn ${turn} – “ठीक है” \\ ' "`,
      stack: [{ slots: { when: { lc: 2, type: 'undefined' }, pincode: '560034', n: 1.5 }, z: 1, a: null }],
      misses: 0,
      'branch:to:x.y': turn,
    });
    const versions = (turn: number) => ({ text: turn, stack: turn, misses: 1, 'branch:to:x.y': turn, empty: 3 });
    const saved = (turn: number) => ({
      ...{ v: 4, id: `1f0-${turn}`, ts: '2026-11-20T09:00:00.000Z', channel_values: values(turn) },
      ...{ channel_versions: versions(turn), versions_seen: { compose: { 'branch:to:x.y': turn }, other: {} } },
    });
    const metadata = { source: 'loop', step: 3, parents: {} };
    for (const turn of [1, 2])
      await run(
        'insert into checkpoints (thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, type, checkpoint, metadata) values (?)',
        [
          [
            'ses_1',
            '',
            `1f0-${turn}`,
            turn === 1 ? null : '1f0-1',
            'json',
            JSON.stringify(saved(turn)),
            JSON.stringify(metadata),
          ],
        ],
      );
    await run('insert into checkpoint_writes values (?)', [
      ['ses_1', '', '1f0-2', 'task', 0, 'text', 'json', '"pending"'],
    ]);
    const empty = { v: 4, id: '1', ts: '2026', channel_values: {}, channel_versions: {}, versions_seen: {} };
    await run(
      "insert into checkpoints (thread_id, checkpoint_ns, checkpoint_id, type, checkpoint, metadata) values ('ses_2', '', '1', 'json', ?, '{}')",
      [JSON.stringify(empty)],
    );

    expect(await migrateDatabase(own.href)).toBeGreaterThan(0);
    const { db, close } = createDatabase(own.href, 2);
    try {
      const saver = new MySqlCheckpointSaver(db);
      const thread = { configurable: { thread_id: 'ses_1' } };
      const latest = await saver.getTuple(thread);
      const asRead = (turn: number) => {
        const { stack, ...rest } = values(turn);
        const [{ slots, ...frame } = { slots: {} }] = stack;
        return {
          ...saved(turn),
          channel_values: { ...rest, stack: [{ ...frame, slots: { ...slots, when: undefined } }] },
        };
      };
      expect(latest?.checkpoint).toEqual(asRead(2));
      expect(latest?.metadata).toEqual(metadata);
      expect(latest?.pendingWrites).toEqual([['task', 'text', 'pending']]);
      const { parentConfig = {} } = latest ?? {};
      expect((await saver.getTuple(parentConfig))?.checkpoint).toEqual(asRead(1));
      expect((await saver.getTuple({ configurable: { thread_id: 'ses_2' } }))?.checkpoint).toEqual(empty);

      const text = saver.getNextVersion(2);
      const next = { ...asRead(2), id: '1f0-3', channel_versions: { ...versions(2), text } };
      next.channel_values.text = 'turn 3';
      await saver.put(latest?.config ?? {}, next, { source: 'loop', step: 4, parents: {} }, { text });
      expect((await saver.getTuple(thread))?.checkpoint).toEqual(next);
    } finally {
      await close();
    }
  }, 60_000);
});
