import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { commandLine, isOurs, stopProcess } from './processes.ts';

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** A Node process that says when its script runs. */
async function run(script: string, marker: string): Promise<number> {
  child = spawn(process.execPath, ['-e', `${script}; console.log('up'); setInterval(() => {}, 1000)`, marker], {
    detached: true,
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child.pid ?? 0;
}

describe('isOurs', () => {
  const line = () => '/usr/sbin/mariadbd --datadir=/home/me/app one/.data/dev/mysql --port=21000';

  it('knows a process by a whole argument of its command line, blanks included', () => {
    expect(isOurs(42, '--datadir=/home/me/app one/.data/dev/mysql', line)).toBe(true);
  });

  it('does not take the process of another checkout for ours', () => {
    expect(isOurs(42, '--datadir=/home/me/app one/.data/dev/mys', line)).toBe(false);
    expect(isOurs(42, '--datadir=/home/you/.data/dev/mysql', line)).toBe(false);
  });

  it.each([undefined, 0, 1, -1, 1.5, Number.NaN])('refuses %s as a pid', (pid) => {
    expect(isOurs(pid, '--port=21000', line)).toBe(false);
  });

  it('sees that a process has gone', () => {
    expect(isOurs(42, '--port=21000', () => undefined)).toBe(false);
  });
});

describe('stopProcess', () => {
  it('asks first', async () => {
    const pid = await run('', '/mark/of/ours');
    expect(commandLine(pid)).toContain('/mark/of/ours');
    expect(await stopProcess(pid, '/mark/of/ours', { graceMs: 5_000 })).toBe('stopped');
    expect(commandLine(pid)).toBeUndefined();
  });

  it('ends what does not listen when the time is over', async () => {
    const pid = await run("process.on('SIGTERM', () => {})", '/mark/of/ours');
    expect(await stopProcess(pid, '/mark/of/ours', { graceMs: 100, group: true })).toBe('killed');
    expect(commandLine(pid)).toBeUndefined();
  });

  it('leaves the process alone that has taken over a recorded number', async () => {
    const pid = await run('', '/mark/of/somebody');
    expect(await stopProcess(pid, '/mark/of/ours', { graceMs: 100 })).toBe('absent');
    expect(commandLine(pid)).toContain('/mark/of/somebody');
  });
});
