import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Run {
  child: ChildProcess;
  output: () => string;
  /** Exit code. */
  ended: Promise<number | null>;
}

function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'info', JWT_SECRET: 'x'.repeat(40), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  return { child, output: () => output, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the API process', () => {
  it('names every bad setting and exits with 78', async () => {
    const { ended, output } = start({ PORT: 'eighty', JWT_SECRET: 'short', DATABASE_URL: 'postgres://x' });
    expect(await ended).toBe(78);
    expect(output()).toMatch(/PORT.*\n.*DATABASE_URL.*\n.*JWT_SECRET/);
    expect(output()).not.toMatch(/^\s+at /m);
  });

  it('says in one sentence that its port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const { ended, output } = start({ PORT: String(port) });
    expect(await ended).toBe(1);
    expect(output()).toBe(`Port ${port} on 127.0.0.1 is already in use: stop that program or set PORT.\n`);
    holder.close();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'serves until %s, then closes everything and exits with 0',
    async (signal) => {
      const port = await freePort();
      const { child, ended, output } = start({ PORT: String(port) });
      await expect.poll(output, { timeout: 45_000 }).toContain('"msg":"listening"');
      expect(output()).toContain(`"url":"http://127.0.0.1:${port}"`);
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
      expect(await ready.json()).toMatchObject({ status: 'ok' });
      child.kill(signal);
      expect(await ended).toBe(0);
      expect(output()).toContain('"msg":"stopped"');
      await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow('fetch failed');
    },
    // A process of its own takes long to start on a busy machine.
    60_000,
  );
});
