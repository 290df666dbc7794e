import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writePrivately } from './records.ts';

/** A fingerprint of the names and contents of files and folders below `root`; what does not exist counts as such. */
export function fingerprint(root: string, paths: readonly string[], extra = ''): string {
  const hash = createHash('sha256').update(extra);
  for (const path of paths.flatMap((name) => filesBelow(root, name))) {
    const file = join(root, path);
    hash.update(`\0${path}\0`).update(existsSync(file) ? readFileSync(file) : 'absent');
  }
  return hash.digest('hex');
}

export function hasStamp(file: string, value: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

export function writeStamp(file: string, value: string): void {
  writePrivately(file, value);
}

function filesBelow(root: string, path: string): string[] {
  const start = join(root, path);
  if (!existsSync(start) || !statSync(start).isDirectory()) return [path];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
