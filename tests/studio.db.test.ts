import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@langchain/langgraph-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestCompany } from '#seeds/test-company.ts';
import { createDatabase } from '#src/db/client.ts';

const GRAPH = 'assistant';
let folder: string;
let server: ChildProcess;
let client: Client;

beforeAll(async () => {
  const database = createDatabase(process.env['DATABASE_URL'] ?? '', 2);
  const { company } = await createTestCompany(database.db);
  await database.close();
  // The server keeps its threads in the folder it is started in.
  folder = await mkdtemp(join(tmpdir(), 'studio-'));
  for (const name of ['src', 'seeds', 'node_modules', 'package.json', 'tsconfig.json'])
    await symlink(resolve(name), join(folder, name));
  await writeFile(
    join(folder, 'langgraph.json'),
    JSON.stringify({ node_version: '24', graphs: { [GRAPH]: './src/studio.ts:graph' } }),
  );
  const port = await freePort();
  const cli = resolve('node_modules/@langchain/langgraph-cli/dist/cli/cli.mjs');
  server = spawn(process.execPath, [cli, 'dev', '--no-browser', '--port', String(port), '--host', '127.0.0.1'], {
    cwd: folder,
    env: { ...process.env, JWT_SECRET: 'x'.repeat(32), DEFAULT_COMPANY: company.id, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
    detached: true,
  });
  client = new Client({ apiUrl: `http://127.0.0.1:${port}` });
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (
      await client.assistants.search().then(
        (found) => found.length > 0,
        () => false,
      )
    )
      return;
    await sleep(200);
  }
  throw new Error('LangGraph Studio’s server did not start within a minute.');
}, 90_000);

afterAll(async () => {
  if (server?.pid && server.exitCode === null) {
    const ended = once(server, 'exit');
    process.kill(-server.pid, 'SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

describe('the graph in LangGraph Studio', () => {
  it('has its nodes and schemas', async () => {
    const graph = await client.assistants.getGraph(GRAPH);
    expect(graph.nodes.map((node) => node.id)).toEqual(expect.arrayContaining(['coordinator', 'booking', 'compose']));
    const { state_schema: state } = await client.assistants.getSchemas(GRAPH);
    expect(Object.keys(state?.properties ?? {})).toEqual(expect.arrayContaining(['text', 'stack', 'answer']));
  });

  it('runs a conversation in a thread, streams its events and keeps its state', async () => {
    const { thread_id: thread } = await client.threads.create();
    const say = async (text: string) => {
      const seen: Record<string, unknown[]> = {};
      const input = { text, results: 'clear' };
      for await (const { event, data } of client.runs.stream(thread, GRAPH, {
        input,
        streamMode: ['custom', 'updates', 'messages'],
      }))
        (seen[event] ??= []).push(data);
      return seen;
    };
    const first = await say('my tap is leaking');
    expect(first['error']).toBeUndefined();
    const types = (first['custom'] as { type: string }[]).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['agent.started', 'text.delta', 'part', 'ask']));
    expect(first['updates']?.map((update) => Object.keys(update as object)[0])).toEqual([
      'coordinator',
      'booking',
      'compose',
    ]);

    await say('560034');
    const { values } = await client.threads.getState<{ stack: { flow: string; slots: Record<string, unknown> }[] }>(
      thread,
    );
    expect(values.stack).toMatchObject([{ flow: 'book_service', slots: { pincode: '560034' } }]);
    expect((await client.threads.getHistory(thread)).length).toBeGreaterThan(4);
  }, 30_000);
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
