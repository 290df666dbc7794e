import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LIMIT_BYTES = 10_000_000;

/** Appends the application's output to a file, and shows it on a terminal. A file that has grown large is set aside first. */
export function openAppLog(path: string, show: (text: string) => void): (chunk: Buffer) => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (existsSync(path) && statSync(path).size > LIMIT_BYTES) renameSync(path, `${path}.1`);
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  return (chunk) => {
    file.write(chunk);
    if (process.stdout.isTTY) show(chunk.toString().trimEnd());
  };
}
