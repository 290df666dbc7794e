/** A run of Markdown lines that belong together, as the range [start, end) of the source, without outer white space. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'list' | 'table' | 'code' | 'comment';
  start: number;
  end: number;
  /** 1–6, of headings only. */
  level?: number;
}

type Line = { start: number; end: number; text: string };

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const LIST_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const TABLE_ROW = /^ {0,3}\|/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const INDENTED = /^[ \t]+\S/;
const COMMENT = /<!--[\s\S]*?(?:-->|$(?![\s\S]))/g;

function linesOf(source: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let start = from; start < to;) {
    const newline = source.indexOf('\n', start);
    const end = newline === -1 || newline >= to ? to : newline;
    lines.push({ start, end, text: source.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

const isBlank = (line: Line) => line.text.trim() === '';

/** The index after the last line of a list that begins at `from`; blank lines inside it belong to it. */
function endOfList(lines: Line[], from: number): number {
  let end = from + 1;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (isBlank(line)) continue;
    const afterBlank = isBlank(lines[i - 1]!);
    const continues = LIST_ITEM.test(line.text) || INDENTED.test(line.text) || (!afterBlank && !startsBlock(line));
    if (!continues) break;
    end = i + 1;
  }
  return end;
}

function startsBlock({ text }: Line): boolean {
  return HEADING.test(text) || TABLE_ROW.test(text) || FENCE.test(text) || LIST_ITEM.test(text);
}

function endOfRun(lines: Line[], from: number, belongs: (line: Line) => boolean): number {
  let end = from + 1;
  while (end < lines.length && belongs(lines[end]!)) end++;
  return end;
}

function endOfFence(lines: Line[], from: number, fence: string): number {
  const close = lines.findIndex((line, i) => i > from && line.text.trim().startsWith(fence));
  return close === -1 ? lines.length : close + 1;
}

function classify(lines: Line[], i: number): { kind: Block['kind']; end: number; level?: number } {
  const { text } = lines[i]!;
  const heading = HEADING.exec(text);
  if (heading) return { kind: 'heading', end: i + 1, level: heading[1]!.length };
  const fence = FENCE.exec(text);
  if (fence) return { kind: 'code', end: endOfFence(lines, i, fence[1]!) };
  if (TABLE_ROW.test(text)) return { kind: 'table', end: endOfRun(lines, i, (line) => TABLE_ROW.test(line.text)) };
  if (LIST_ITEM.test(text)) return { kind: 'list', end: endOfList(lines, i) };
  return { kind: 'paragraph', end: endOfRun(lines, i, (line) => !isBlank(line) && !startsBlock(line)) };
}

function blocksBetween(source: string, from: number, to: number): Block[] {
  const lines = linesOf(source, from, to);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length;) {
    if (isBlank(lines[i]!)) {
      i++;
      continue;
    }
    const { kind, end, level } = classify(lines, i);
    const range = trimRange(source, lines[i]!.start, lines[end - 1]!.end);
    blocks.push({ kind, ...range, ...(level === undefined ? {} : { level }) });
    i = end;
  }
  return blocks;
}

/** The range without white space at its ends. */
export function trimRange(source: string, start: number, end: number): { start: number; end: number } {
  const text = source.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + text.trimEnd().length) };
}

/**
 * Splits Markdown into its top-level blocks, in order. An HTML comment is a block of its own wherever it stands, so it
 * never is inside of another block.
 */
export function markdownBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const match of source.matchAll(COMMENT)) {
    const end = match.index + match[0].length;
    blocks.push(...blocksBetween(source, from, match.index), { kind: 'comment', start: match.index, end });
    from = end;
  }
  return [...blocks, ...blocksBetween(source, from, source.length)];
}
