import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chunkDocument, PASSAGE_MAX } from './chunk.ts';
import type { KnowledgeDocument } from './contract.ts';
import { loadKnowledge } from './load-knowledge.ts';

const seeds = await loadKnowledge(fileURLToPath(new URL('../../seeds/knowledge', import.meta.url)));

const documentOf = (source: string): KnowledgeDocument => ({
  id: 'page',
  companyId: 'nexora',
  title: 'Page',
  version: '1',
  source,
});
const texts = (source: string) => chunkDocument(documentOf(source)).map(({ text }) => text);

/** What of a source no passage may lose: everything but headings, comments and white space. */
const substance = (source: string) =>
  source
    .replace(/<!--[\s\S]*?(-->|$(?![\s\S]))/g, '')
    .replace(/^ {0,3}#{1,6}[ \t].*$/gm, '')
    .replace(/\s+/g, '');

/** A linear congruential generator: the same "random" documents every time. */
function randomSource(seed: number): string {
  let state = seed;
  const next = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const pieces = [
    '# One',
    '## Two',
    '### Three ##',
    'A short sentence.',
    'You may:\n\n- stay\n- go\n\n  with a second paragraph\n- sleep',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    '<!-- generated:x -->\n\n| a |\n| --- |\n\n<!-- /generated -->',
    'Text <!-- with a comment --> that goes on.',
    '```md\n# no heading\n\n| no table |\n```',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit. '.repeat(30),
    `${'x'.repeat(2_000)}`,
    '1. eins\n2. zwei',
    '   \n\t',
    'हर शहर में, ₹5,000 तक। 🙂 Ende.',
    '<!-- never closed',
  ];
  return Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join(next(2) ? '\n\n' : '\n');
}

describe('passages', () => {
  const random = Array.from({ length: 400 }, (_, seed) => documentOf(randomSource(seed + 1)));

  it.each([
    ['the seed documents', seeds],
    ['400 odd documents', random],
  ])('of %s are exact, ordered ranges that lose nothing and hold no comment', (_, documents) => {
    expect(documents.length).toBeGreaterThan(10);
    for (const document of documents) {
      const passages = chunkDocument(document);
      let end = 0;
      for (const passage of passages) {
        expect(document.source.slice(passage.start, passage.end)).toBe(passage.text);
        expect(passage.id).toBe(`${document.id}#${passage.start}`);
        expect(passage.start).toBeGreaterThanOrEqual(end);
        expect(passage.text).toBe(passage.text.trim());
        expect(passage.text).not.toBe('');
        expect(passage.text).not.toContain('<!--');
        end = passage.end;
      }
      const kept = passages.map(({ text }) => text.replace(/\s+/g, '')).join('');
      if (!document.source.includes('```')) expect(kept).toBe(substance(document.source));
    }
  });

  it('of the seed documents stay within the target and name the section they stand in', () => {
    for (const document of seeds) {
      for (const { heading, text, start } of chunkDocument(document)) {
        expect(text.length).toBeLessThanOrEqual(PASSAGE_MAX);
        const above = document.source
          .slice(0, start)
          .match(/^## .*$/gm)
          ?.at(-1);
        expect(heading).toBe(above?.slice(3) ?? '');
      }
    }
  });

  it('carry the path of the headings above them', () => {
    const source = 'Intro.\n\n# A\n\none\n\n### B\n\ntwo\n\n## C ##\n\nthree\n\n# D\n\nfour';
    const found = chunkDocument(documentOf(source)).map(({ heading, text }) => [heading, text]);
    expect(found).toEqual([
      ['', 'Intro.'],
      ['A', 'one'],
      ['A › B', 'two'],
      ['A › C', 'three'],
      ['D', 'four'],
    ]);
  });

  it('join short neighbours, but never across a heading or a generated section', () => {
    expect(texts('## A\n\none\n\ntwo\n\n## B\n\nthree')).toEqual(['one\n\ntwo', 'three']);
    expect(texts('one\n\n<!-- generated:t -->\n\n| a |\n| - |\n\n<!-- /generated -->\n\ntwo')).toEqual([
      'one',
      '| a |\n| - |',
      'two',
    ]);
  });

  it('keep a table and a list whole, however long, and the list with the sentence that announces it', () => {
    const table = `| a |\n| - |\n${'| some cell of the table |\n'.repeat(60)}`.trim();
    expect(texts(`before\n\n${table}\n\nafter`)).toEqual(['before', table, 'after']);
    const list = '- an item of the list\n'.repeat(60).trim();
    expect(texts(`You may:\n\n${list}`)).toEqual([`You may:\n\n${list}`]);
  });

  it('cut a long paragraph at the ends of sentences', () => {
    const parts = texts('This sentence has exactly forty letters ok. '.repeat(50));
    expect(parts.length).toBe(3);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(PASSAGE_MAX);
      expect(part.endsWith('ok.')).toBe(true);
    }
  });

  it('do not take a line of a code block for a heading', () => {
    expect(chunkDocument(documentOf('## A\n\n```\n# not a heading\n```')).map(({ heading }) => heading)).toEqual(['A']);
  });

  it('are none for a document without text', () => {
    expect(texts('')).toEqual([]);
    expect(texts('# Only a heading\n\n<!-- and a comment -->')).toEqual([]);
  });
});
