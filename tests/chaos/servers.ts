import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const READY_WITHIN_MS = 60_000;

/** One place where a real process of the product runs, dies and is started again. */
export interface Server {
  url: string;
  isReady(): boolean;
  start(): Promise<void>;
  /** `kill -9`, whatever it is doing. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function createServerAt(env: NodeJS.ProcessEnv): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let isReady = false;

  async function end(signal: NodeJS.Signals): Promise<void> {
    isReady = false;
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null) return;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    await exited;
  }

  return {
    url,
    isReady: () => isReady,
    async start() {
      const started = spawn(process.execPath, [MAIN], {
        env: { ...env, PORT: String(port), HOST: '127.0.0.1' },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      child = started;
      const deadline = Date.now() + READY_WITHIN_MS;
      while (child === started) {
        const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
        if (answer?.ok) break;
        if (started.exitCode !== null || Date.now() > deadline) throw new Error(`No server at ${url}.`);
        await sleep(50);
      }
      isReady = child === started;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
