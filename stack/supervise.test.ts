import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandLine } from './processes.ts';
import { supervise, type Supervised } from './supervise.ts';

let folder: string;
let supervised: Supervised | undefined;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'supervise-'))));
afterEach(async () => {
  await supervised?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(script: string) {
  const marker = join(folder, 'program.mjs');
  writeFileSync(marker, script);
  const restarts: string[] = [];
  const output: string[] = [];
  supervised = supervise({
    name: 'server',
    marker,
    args: [marker],
    cwd: folder,
    env: process.env,
    folder,
    graceMs: 5_000,
    output: (chunk) => output.push(chunk.toString()),
    onRestart: (reason) => restarts.push(reason),
    firstDelayMs: 5,
  });
  return { supervised, restarts, output };
}

const recordedPid = () => Number(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')).pid);

describe('supervise', () => {
  it('starts a program again that was killed', async () => {
    const { restarts, output } = run("console.log('up'); setInterval(() => {}, 1000)");
    await vi.waitFor(() => expect(output).toEqual(['up\n']), 5_000);
    process.kill(recordedPid(), 'SIGKILL');
    await vi.waitFor(() => expect(output).toEqual(['up\n', 'up\n']), 5_000);
    expect(restarts).toEqual(['was ended by SIGKILL']);
  });

  it('gives up after five quick failures, with the last words', async () => {
    const { supervised, restarts } = run("console.error('no disk'); process.exit(3)");
    await expect(supervised.failed).rejects.toThrow(/ended with exit code 3, 5 times in a row.*no disk/s);
    expect(restarts).toHaveLength(4);
  });

  it('does not start again what refuses its configuration', async () => {
    const { supervised, restarts } = run("console.error('PORT: expected a number'); process.exit(78)");
    await expect(supervised.failed).rejects.toMatchObject({ message: 'PORT: expected a number', exitCode: 78 });
    expect(restarts).toEqual([]);
  });

  it('lets the program finish when it is stopped, and does not start it again', async () => {
    const { supervised, output } = run(`
      const work = setInterval(() => {}, 1000);
      process.on('SIGTERM', () => setTimeout(() => { console.log('done'); clearInterval(work); }, 100));
      console.log('up');`);
    await vi.waitFor(() => expect(output).toEqual(['up\n']), 5_000);
    const pid = recordedPid();
    await supervised.stop();
    expect(output.join('')).toBe('up\ndone\n');
    expect(commandLine(pid)).toBeUndefined();
    expect(existsSync(join(folder, 'server.json'))).toBe(false);
  });

  it('ends the one that an earlier supervisor left behind', async () => {
    const first = run("console.log('up'); setInterval(() => {}, 1000)");
    await vi.waitFor(() => expect(first.output).toHaveLength(1), 5_000);
    const orphan = recordedPid();
    const second = run("console.log('up'); setInterval(() => {}, 1000)");
    await vi.waitFor(() => expect(second.output).toHaveLength(1), 5_000);
    expect(commandLine(orphan)).toBeUndefined();
    await first.supervised.stop();
    await sleep(20);
  });
});
