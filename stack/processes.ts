import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The command line of a live process; undefined when there is none (a zombie has none either). */
export function commandLine(pid: number): string | undefined {
  try {
    const text = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a recorded pid still is the process that we started: a pid alone proves nothing, numbers are reused.
 * The marker is something that only our process has on its command line, such as a path below this checkout.
 */
export function isOurs(pid: number | undefined, marker: string, read = commandLine): pid is number {
  if (pid === undefined || !Number.isSafeInteger(pid) || pid <= 1) return false;
  const line = read(pid);
  return line !== undefined && ` ${line} `.includes(` ${marker} `);
}

/** Asks one of our processes to end and ends it after `graceMs`; with `group`, its children as well. */
export async function stopProcess(
  pid: number | undefined,
  marker: string,
  { graceMs, group = false }: { graceMs: number; group?: boolean },
): Promise<'absent' | 'stopped' | 'killed'> {
  if (!isOurs(pid, marker)) return 'absent';
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(group ? -pid : pid, name);
    } catch {
      // It ended by itself in between.
    }
  };
  const isThere = () => isOurs(pid, marker) || (group && groupExists(pid));
  signal('SIGTERM');
  if (await hasEnded(isThere, graceMs)) return 'stopped';
  signal('SIGKILL');
  await hasEnded(isThere, 5_000);
  return 'killed';
}

function groupExists(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

async function hasEnded(isThere: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isThere()) {
    if (Date.now() > deadline) return false;
    await sleep(40);
  }
  return true;
}
