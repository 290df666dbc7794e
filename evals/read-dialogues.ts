import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { DialogueFile, type Dialogue } from './dialogue-schema.ts';

/** All dialogues of a folder by file, in order. @throws ZodError with the file's name for one that is not well formed */
export async function readDialogues(folder: string): Promise<{ file: string; dialogues: Dialogue[] }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const parsed = DialogueFile.safeParse(parse(await readFile(join(folder, name), 'utf8')));
      if (!parsed.success)
        throw new Error(`${name}: ${parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`);
      return { file: basename(name, '.yaml'), dialogues: parsed.data };
    }),
  );
}
