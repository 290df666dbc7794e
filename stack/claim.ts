import { accessSync, constants, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from './plain-error.ts';
import { isOurs } from './processes.ts';
import { readRecord } from './records.ts';
import { root } from './root.ts';

/** Who holds a claim. `marker` is the part of its command line that proves that the pid still is that process. */
export type Holder = { pid: number; marker: string; what: string; url?: string };

export type Turn = { release: () => void } | { holder: Holder };

/** The right to start and stop the servers of a stack's folder. */
export function claimStack(folder: string, mine: { what: string; url?: string }): Turn {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new PlainError(`${folder} must be writable for you; it may belong to another user (${cause}).`);
  }
  return claim(join(folder, 'supervisor.json'), { marker: join(root, 'stack', 'command.ts'), ...mine });
}

/**
 * Takes a claim that one process at a time can hold; a claim whose process has died counts as free.
 * Returns the live holder instead when there is one.
 */
export function claim(path: string, mine: Omit<Holder, 'pid'>): Turn {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify({ pid: process.pid, ...mine })}\n`, { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link appears with its whole content at once, and fails when the name exists.
        linkSync(draft, path);
        return { release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const holder = liveHolder(path);
        if (holder) return { holder };
        rmSync(path, { force: true });
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

export function liveHolder(path: string): Holder | undefined {
  const holder = readRecord<Holder>(path);
  return holder && isOurs(holder.pid, holder.marker) ? holder : undefined;
}
