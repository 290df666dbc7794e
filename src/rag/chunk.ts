import type { KnowledgeDocument, Passage } from './contract.ts';
import { type Block, markdownBlocks, trimRange } from './markdown-blocks.ts';

/** Neighbouring blocks are joined, and paragraphs are cut, so that a passage has at most this many characters. */
export const PASSAGE_MAX = 900;

const SENTENCE_END = /[.!?।](?=\s)/g;

type Range = { start: number; end: number };

/** Cuts a paragraph that is too long: after a sentence if possible, else at white space, else at the limit. */
function splitParagraph(source: string, { start, end }: Range): Range[] {
  const parts: Range[] = [];
  let from = start;
  while (end - from > PASSAGE_MAX) {
    const window = source.slice(from, from + PASSAGE_MAX);
    const sentence = [...window.matchAll(SENTENCE_END)].at(-1);
    const space = window.search(/\s\S*$/);
    const length = sentence ? sentence.index + 1 : space > 0 ? space : PASSAGE_MAX;
    parts.push(trimRange(source, from, from + length));
    from = trimRange(source, from + length, end).start;
  }
  if (end > from) parts.push({ start: from, end });
  return parts;
}

/** Whether `block` announces what follows it ("You may:"), so that the two must not be parted. */
function announces(source: string, block: Range): boolean {
  return source.slice(block.start, block.end).endsWith(':');
}

/** Joins neighbouring blocks of one section. Lists, tables and code stay whole, even when longer than the target. */
function packBlocks(source: string, blocks: Block[]): Range[] {
  const pieces = blocks.flatMap((block): Range[] =>
    block.kind === 'paragraph' ? splitParagraph(source, block) : [block],
  );
  const passages: Range[] = [];
  let announced = false;
  for (const piece of pieces) {
    const open = passages.at(-1);
    if (open && (announced || piece.end - open.start <= PASSAGE_MAX)) open.end = piece.end;
    else passages.push({ start: piece.start, end: piece.end });
    announced = announces(source, piece);
  }
  return passages;
}

function headingText(source: string, block: Block): string {
  return source
    .slice(block.start, block.end)
    .replace(/^#+\s*/, '')
    .replace(/\s+#+$/, '')
    .trim();
}

/**
 * Cuts a document into passages along its structure: never across a heading or an HTML comment, and `heading` is the
 * path of the headings above. `source.slice(start, end) === text` holds for each. Pure and deterministic.
 */
export function chunkDocument(document: KnowledgeDocument): Passage[] {
  const { source } = document;
  const passages: Passage[] = [];
  const path: { level: number; text: string }[] = [];
  let section: Block[] = [];

  const closeSection = () => {
    const heading = path.map(({ text }) => text).join(' › ');
    for (const { start, end } of packBlocks(source, section)) {
      const text = source.slice(start, end);
      passages.push({
        id: `${document.id}#${start}`,
        documentId: document.id,
        documentVersion: document.version,
        title: document.title,
        heading,
        text,
        start,
        end,
      });
    }
    section = [];
  };

  for (const block of markdownBlocks(source)) {
    if (block.kind !== 'heading' && block.kind !== 'comment') {
      section.push(block);
      continue;
    }
    closeSection();
    if (block.kind === 'comment') continue;
    const level = block.level ?? 1;
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, text: headingText(source, block) });
  }
  closeSection();
  return passages;
}
