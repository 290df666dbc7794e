import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './plain-error.ts';
import { choosePort, isPortFree } from './ports.ts';
import { isOurs, stopProcess } from './processes.ts';
import { readRecord, writeRecord } from './records.ts';
import { lastLines } from './run-command.ts';

/** Kept between starts in `<folder>/<service>.json`; the marker finds the process again after a crash. */
export type DaemonRecord = { port: number; password: string; pid?: number; marker: string; program: string };
export type Endpoint = Pick<DaemonRecord, 'port' | 'password'>;

export type Service = {
  name: string;
  program: string;
  /** Part of the command line that only our instance has. */
  marker(endpoint: Endpoint): string;
  /** Makes data folder and configuration ready; returns the program's arguments. */
  prepare(endpoint: Endpoint): Promise<string[]>;
  /** Resolves when the server takes our credentials. */
  login(endpoint: Endpoint): Promise<void>;
  /** Time to end cleanly, in milliseconds. */
  graceMs: number;
};

export type Daemon = Endpoint & { isAlive(): boolean; stop(): Promise<void> };

/** A crashed database replays its log before it answers. */
const READY_WITHIN_MS = 120_000;

export function readDaemon(folder: string, name: string): DaemonRecord | undefined {
  return readRecord(join(folder, `${name}.json`));
}

/** Adopts our instance when it still runs, else starts it. The server outlives a crash of this process, not `stop()`. */
export async function startDaemon(folder: string, service: Service, signal?: AbortSignal): Promise<Daemon> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${service.name}.json`);
  const log = join(folder, `${service.name}.log`);
  const known = readDaemon(folder, service.name);
  if (known && isOurs(known.pid, known.marker)) {
    if (await answers(service, known, 10_000)) return handle(known);
    await stopProcess(known.pid, known.marker, { graceMs: service.graceMs });
  }
  for (let attempt = 1; ; attempt++) {
    const endpoint = {
      port: await choosePort(known?.port),
      password: known?.password ?? randomBytes(24).toString('base64url'),
    };
    const record: DaemonRecord = { ...endpoint, marker: service.marker(endpoint), program: service.program };
    writeRecord(file, record);
    const args = await service.prepare(endpoint);
    signal?.throwIfAborted();
    const output = openSync(log, 'a', 0o600);
    const child = spawn(service.program, args, { cwd: folder, stdio: ['ignore', output, output], detached: true });
    closeSync(output);
    let ended: string | undefined;
    child.on('error', (error) => (ended = error.message));
    child.on('exit', (code, by) => (ended = `ended with ${by ?? `exit code ${code}`}`));
    child.unref();
    if (child.pid !== undefined) record.pid = child.pid;
    writeRecord(file, record);
    if (await answers(service, record, READY_WITHIN_MS, () => ended !== undefined, signal)) return handle(record);
    await stopProcess(record.pid, record.marker, { graceMs: service.graceMs });
    signal?.throwIfAborted();
    // Somebody else took the port between our look and the start: once more with another one.
    if (attempt === 1 && ended && !(await isPortFree(endpoint.port, '127.0.0.1'))) continue;
    throw new PlainError(
      `${service.program} did not start: ${ended ?? 'no answer in time'}. The end of ${log}:\n${lastLines(readFileSync(log, 'utf8'), 15)}`,
    );
  }

  function handle(record: DaemonRecord): Daemon {
    return {
      port: record.port,
      password: record.password,
      isAlive: () => isOurs(record.pid, record.marker),
      stop: async () => {
        await stopProcess(record.pid, record.marker, { graceMs: service.graceMs });
      },
    };
  }
}

async function answers(
  service: Service,
  endpoint: Endpoint,
  withinMs: number,
  hasEnded = () => false,
  signal?: AbortSignal,
): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline && !hasEnded() && !signal?.aborted) {
    try {
      await service.login(endpoint);
      return true;
    } catch {
      await sleep(60);
    }
  }
  return false;
}
