import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Reads a small JSON object; undefined when it is missing or was cut off by a crash. */
export function readRecord<T extends object>(path: string): T | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces the file in one step; only the owner may read it. */
export function writeRecord(path: string, record: object): void {
  writePrivately(path, `${JSON.stringify(record, null, 2)}\n`);
}

export function writePrivately(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, path);
}

export function removeRecord(path: string): void {
  rmSync(path, { force: true });
}
