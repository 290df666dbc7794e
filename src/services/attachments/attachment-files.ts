import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Ids made here, and the only names that are read: no path of a client's gets near the disk. */
const ID = /^att_[\da-z]{26}$/;

const folderOf = (uploads: string) => join(uploads, 'attachments');

export async function storeAttachment(uploads: string, id: string, bytes: Buffer): Promise<void> {
  const folder = folderOf(uploads);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, id);
  await writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** Undefined when there is no such file. */
export async function readAttachment(uploads: string, id: string): Promise<Buffer | undefined> {
  if (!ID.test(id)) return undefined;
  try {
    return await readFile(join(folderOf(uploads), id));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function removeAttachmentFile(uploads: string, id: string): Promise<void> {
  if (ID.test(id)) await rm(join(folderOf(uploads), id), { force: true });
}
