import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge, parseKnowledgeDocument } from './load-knowledge.ts';

const frontMatter = (lines: Partial<Record<'title' | 'version' | 'company' | 'updated', string>> = {}) => {
  const values = { title: 'Parking', version: '"2026-10"', company: 'nexora', updated: '2026-10-01', ...lines };
  return `---\n${Object.entries(values)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n`;
};

describe('a knowledge document', () => {
  it('is the Markdown after the front matter, with what the front matter says', () => {
    const document = parseKnowledgeDocument('parking.md', `${frontMatter()}\n## Where?\n\nIn the street.\n`);
    expect(document).toEqual({
      id: 'parking',
      companyId: 'nexora',
      title: 'Parking',
      version: '2026-10',
      source: '## Where?\n\nIn the street.\n',
    });
  });

  it('is read the same with Windows line ends and a byte order mark', () => {
    const unix = `${frontMatter()}\n## Where?\n\nIn the street.\n`;
    const windows = `\uFEFF${unix.replaceAll('\n', '\r\n')}`;
    expect(parseKnowledgeDocument('parking.md', windows)).toEqual(parseKnowledgeDocument('parking.md', unix));
  });

  it.each([
    ['no front matter', '## Where?\n', 'front matter'],
    ['front matter that is never closed', '---\ntitle: Parking\n', 'front matter'],
    ['broken YAML', '---\ntitle: [\n---\ntext', 'YAML'],
    ['no title', `${frontMatter({ title: '' })}text`, 'title'],
    ['a version that is a number', `${frontMatter({ version: '2026' })}text`, 'version'],
    ['a company that is no id', `${frontMatter({ company: 'Nexora Ltd' })}text`, 'company'],
    ['a date that does not exist', `${frontMatter({ updated: '2026-13-01' })}text`, 'updated'],
    ['an unknown field', `---\nauthor: me\n${frontMatter().slice(4)}text`, 'author'],
    ['no text', `${frontMatter()}\n\n`, 'no text'],
  ])('with %s is refused with the file and the reason', (_, content, reason) => {
    const parse = () => parseKnowledgeDocument('parking.md', content);
    expect(parse).toThrow('parking.md');
    expect(parse).toThrow(reason);
  });
});

describe('a folder of knowledge', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives its Markdown files in the order of their names', async () => {
    await writeFile(join(folder, 'b.md'), `${frontMatter()}b`);
    await writeFile(join(folder, 'a.md'), `${frontMatter({ company: 'other' })}a`);
    await writeFile(join(folder, 'notes.txt'), 'not knowledge');
    const documents = await loadKnowledge(folder);
    expect(documents.map(({ id, companyId }) => [id, companyId])).toEqual([
      ['a', 'other'],
      ['b', 'nexora'],
    ]);
  });

  it('is refused as a whole when one file is wrong, naming that file', async () => {
    await writeFile(join(folder, 'good.md'), `${frontMatter()}text`);
    await writeFile(join(folder, 'bad.md'), 'text');
    await expect(loadKnowledge(folder)).rejects.toThrow('bad.md');
  });
});
