import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './plain-error.ts';
import { stopProcess } from './processes.ts';
import { readRecord, removeRecord, writeRecord } from './records.ts';
import { lastLines } from './run-command.ts';

/** Exit code of a program that refuses its configuration: starting it again would not help. */
const BAD_CONFIGURATION = 78;
const QUICK_FAILURES = 5;

type Recorded = {
  name: string;
  /** An absolute path on its command line, by which the process is found again. */
  marker: string;
  /** Where its pid is recorded, as `<name>.json`. */
  folder: string;
  /** Time to end cleanly, in milliseconds. */
  graceMs: number;
};

export type Program = Recorded & {
  /** Node's arguments. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  output(chunk: Buffer): void;
  onRestart(reason: string, delayMs: number): void;
  /** Running this long, in milliseconds, counts as a good start. */
  steadyAfterMs?: number;
  firstDelayMs?: number;
};

export type Supervised = { failed: Promise<never>; stop: () => Promise<void> };

/**
 * Runs a Node program and starts it again when it ends unexpectedly: after 1 s, 2 s, 4 s and so on.
 * `failed` rejects with a PlainError when it fails five times in quick succession or refuses its configuration.
 */
export function supervise(program: Program): Supervised {
  const { steadyAfterMs = 30_000, firstDelayMs = 1_000 } = program;
  const stopping = new AbortController();
  const failure = Promise.withResolvers<never>();
  // It may fail when nobody waits for it any more.
  failure.promise.catch(() => {});
  let child: ChildProcess | undefined;
  const done = keepRunning().catch((error: unknown) => failure.reject(error));

  return {
    failed: failure.promise,
    stop: async () => {
      stopping.abort();
      await stopProcess(child?.pid, program.marker, { graceMs: program.graceMs, group: true });
      await done;
    },
  };

  async function keepRunning(): Promise<void> {
    await stopRecorded(program);
    let failures = 0;
    while (!stopping.signal.aborted) {
      const started = Date.now();
      const { how, code, said } = await runOnce();
      if (stopping.signal.aborted) return;
      if (code === BAD_CONFIGURATION) throw new PlainError(said.trim(), BAD_CONFIGURATION);
      failures = Date.now() - started >= steadyAfterMs ? 1 : failures + 1;
      if (failures >= QUICK_FAILURES) {
        const times = `${failures} times in a row`;
        throw new PlainError(`The ${program.name} ${how}, ${times}. Its last words:\n${lastLines(said, 25)}`);
      }
      const delay = firstDelayMs * 2 ** (failures - 1);
      program.onRestart(how, delay);
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  /** In a process group of its own: the terminal's Ctrl-C reaches only us, and we end things in order. */
  function runOnce(): Promise<{ how: string; code: number | null; said: string }> {
    return new Promise((resolve) => {
      const { args, cwd, env, marker, folder, name } = program;
      child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
      let said = '';
      const take = (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-16_000);
        program.output(chunk);
      };
      child.stdout?.on('data', take);
      child.stderr?.on('data', take);
      child.on('error', (error) => resolve({ how: `could not be started (${error.message})`, code: null, said }));
      child.on('close', (code, signal) => {
        removeRecord(join(folder, `${name}.json`));
        resolve({ how: signal ? `was ended by ${signal}` : `ended with exit code ${code}`, code, said });
      });
      writeRecord(join(folder, `${name}.json`), { pid: child.pid, marker });
    });
  }
}

/** Ends what an earlier supervisor left behind when it was killed. */
export async function stopRecorded({ folder, name, marker, graceMs }: Recorded): Promise<void> {
  const file = join(folder, `${name}.json`);
  await stopProcess(readRecord<{ pid: number }>(file)?.pid, marker, { graceMs, group: true });
  removeRecord(file);
}
