import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '#src/errors.ts';
import type { KnowledgeDocument } from './contract.ts';

const FRONT_MATTER = /^---\n([\s\S]*?)\n---(?:\n|$)/;

const FrontMatter = z.strictObject({
  title: z.string().trim().min(1),
  version: z.string('must be a string: put it in quotes').trim().min(1),
  company: z.string().regex(/^[a-z0-9-]+$/, 'must be a company id such as "nexora"'),
  updated: z.iso.date('must be a date such as 2026-10-01'),
});

function broken(file: string, detail: string, cause?: unknown): AppError {
  return new AppError({ code: 'internal', detail: `Knowledge document ${file}: ${detail}`, cause });
}

function readFrontMatter(file: string, yaml: string): z.infer<typeof FrontMatter> {
  let values: unknown;
  try {
    values = parse(yaml);
  } catch (cause) {
    throw broken(file, 'the front matter is not valid YAML', cause);
  }
  const result = FrontMatter.safeParse(values);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '));
  throw broken(file, `front matter is wrong (${problems.join('; ')})`, result.error);
}

/**
 * One knowledge document from the text of a Markdown file with front matter. Line ends become `\n`, and the document's
 * `source`, to which all character ranges refer, begins after the front matter.
 * @throws AppError `internal`, naming the file, when the front matter is missing or wrong, or the body is empty.
 */
export function parseKnowledgeDocument(file: string, content: string): KnowledgeDocument {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const match = FRONT_MATTER.exec(text);
  if (!match) throw broken(file, 'must begin with front matter between two lines "---"');
  const meta = readFrontMatter(file, match[1] ?? '');
  const source = text.slice(match[0].length).replace(/^\n+/, '');
  if (source.trim() === '') throw broken(file, 'has no text after the front matter');
  const id = file.replace(/\.md$/, '');
  return { id, companyId: meta.company, title: meta.title, version: meta.version, source };
}

/**
 * All `*.md` files of a folder (not of its subfolders), in the order of their names.
 * @throws AppError `internal`, naming the file, for a document that cannot be used.
 */
export async function loadKnowledge(folder: string): Promise<KnowledgeDocument[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) => parseKnowledgeDocument(file, await readFile(join(folder, file), 'utf8'))),
  );
}
