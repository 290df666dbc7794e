import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outbox } from './contract.ts';

/**
 * Writes each message as a JSON file, named by its id, for whoever looks or collects. The files hold secrets: nobody but
 * the service's own user may read them.
 */
export function createOutboxFolder(folder: string): Outbox {
  return {
    async send(message) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${message.id}.json`);
      // Whole or not at all: a reader never sees half a message.
      await writeFile(`${file}.part`, `${JSON.stringify(message, null, 2)}\n`, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
  };
}
