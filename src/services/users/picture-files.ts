import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureType } from './picture-type.ts';

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const satisfies Record<
  PictureType,
  string
>;
/** Made here, and the only names that are read: no path of a client's gets near the disk. */
const NAME = /^[\da-f]{32}\.(png|jpg|webp)$/;

/** Keeps the bytes under a new random name. @returns the name */
export async function storePicture(folder: string, type: PictureType, bytes: Buffer): Promise<string> {
  const name = `${randomBytes(16).toString('hex')}.${EXTENSIONS[type]}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  await writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await rename(`${file}.part`, file);
  return name;
}

/** Undefined when there is no such file. */
export async function readPicture(
  folder: string,
  name: string,
): Promise<{ type: PictureType; bytes: Buffer } | undefined> {
  const extension = NAME.exec(name)?.[1];
  const type = (Object.keys(EXTENSIONS) as PictureType[]).find((type) => EXTENSIONS[type] === extension);
  if (!type) return undefined;
  try {
    return { type, bytes: await readFile(join(folder, name)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function removePicture(folder: string, name: string): Promise<void> {
  if (NAME.test(name)) await rm(join(folder, name), { force: true });
}
