import type { Span } from './tokens.ts';

/** A sentence, list item or table row of a Markdown passage, with its place in the raw text. */
export interface Sentence extends Span {
  /** Without Markdown's marks. */
  text: string;
  /** The heading that it stands under, inside the passage. */
  under: string;
  /** The names of a table row's columns. */
  columns: string;
  /** A list item or table row. */
  isItem: boolean;
}

const heading = /^\s{0,3}#{1,6}\s+/;
const listMark = /^\s*(?:[-*+•]|\d{1,2}[.)])\s+/;
const tableRule = /^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$/;
const comment = /^\s*<!--.*-->\s*$/;
const sentenceEnd = /(?<=[^\s.]{2}[.!?]["')\]]?|[%\d)][.!?])\s+(?=["'([*_]*[\p{Lu}\d₹"'(])/gu;

/** Splits a passage into sentences whose `[start, end)` are offsets in `passage`. Headings are context, not sentences. */
export function splitSentences(passage: string): Sentence[] {
  const sentences: Sentence[] = [];
  let under = '';
  let header: string[] = [];
  const lines = linesOf(passage);
  lines.forEach(({ start, end, text }, at) => {
    const isRow = /^\s*\|.*\|\s*$/.test(text);
    if (!isRow) header = [];
    if (text.trim() === '' || tableRule.test(text) || comment.test(text)) return;
    if (heading.test(text)) {
      under = plain(text.replace(heading, ''));
    } else if (isRow && header.length === 0) {
      header = cellsOf(text);
      if (!lines[at + 1] || !tableRule.test(lines[at + 1]!.text))
        sentences.push({ start, end, text: rowText(cellsOf(text)), under, columns: '', isItem: true });
    } else if (isRow) {
      sentences.push({
        ...trimmed(passage, start, end),
        text: rowText(cellsOf(text), header),
        under,
        columns: header.join(' '),
        isItem: true,
      });
    } else {
      const mark = text.match(listMark)?.[0].length ?? 0;
      // An item is one thing, however many sentences it has.
      const spans = mark > 0 ? [trimmed(passage, start + mark, end)] : partsOf(passage, start, end);
      for (const span of spans)
        sentences.push({
          ...span,
          text: plain(passage.slice(span.start, span.end)),
          under,
          columns: '',
          isItem: mark > 0,
        });
    }
  });
  return sentences.filter(({ text }) => /\p{L}/u.test(text));
}

/** Lines, those of one paragraph joined: a wrapped sentence is one sentence. */
function linesOf(passage: string): (Span & { text: string })[] {
  const lines: (Span & { text: string })[] = [];
  let start = 0;
  for (const line of passage.split('\n')) {
    const end = start + line.length;
    const last = lines.at(-1);
    const continues =
      last &&
      last.text.trim() !== '' &&
      line.trim() !== '' &&
      !heading.test(line) &&
      !listMark.test(line) &&
      !/^\s*\|/.test(line) &&
      !comment.test(line) &&
      !comment.test(last.text) &&
      !/^\s*\|/.test(last.text) &&
      !heading.test(last.text);
    if (continues) Object.assign(last, { end, text: passage.slice(last.start, end) });
    else lines.push({ start, end, text: line });
    start = end + 1;
  }
  return lines;
}

function partsOf(passage: string, start: number, end: number): Span[] {
  const text = passage.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    spans.push(trimmed(passage, start + from, start + match.index));
    from = match.index + match[0].length;
  }
  spans.push(trimmed(passage, start + from, end));
  return spans.filter((span) => span.start < span.end);
}

function trimmed(passage: string, start: number, end: number): Span {
  const text = passage.slice(start, end);
  return { start: start + (text.length - text.trimStart().length), end: start + text.trimEnd().length };
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => plain(cell));
}

/** "1 to 4 hours before: 50 %"; with more columns their names are needed: "Cash: before the visit no, after the job yes". */
function rowText([first = '', ...others]: string[], [, ...names]: string[] = []): string {
  const named = others.map((cell, i) => (others.length > 1 && names[i] ? `${lower(names[i])} ${cell}` : cell));
  const rest = named.filter((cell) => cell !== '').join(', ');
  return rest === '' ? first : `${first}: ${rest}`;
}

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Text without emphasis, code, link and quote marks, on one line. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`|~~)/g, '')
    .replace(/(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])/g, '')
    .replace(/^\s*>\s?/gm, '')
    .replace(/[|\s]+/g, ' ')
    .trim();
}
