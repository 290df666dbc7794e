/** A piece of an answer: a paragraph of lines, or a list. */
export type TextBlock = { kind: 'paragraph'; lines: string[] } | { kind: 'list'; items: string[] };

const bullet = /^\s*•\s+/;

/** Plain text as blocks: blank lines separate paragraphs, lines that begin with "• " are list items. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const paragraph of text.split(/\n[^\S\n]*\n/)) {
    let open: TextBlock | undefined;
    for (const line of paragraph.split('\n')) {
      if (!line.trim()) continue;
      const kind = bullet.test(line) ? 'list' : 'paragraph';
      if (open?.kind !== kind) {
        open = kind === 'list' ? { kind, items: [] } : { kind, lines: [] };
        blocks.push(open);
      }
      if (open.kind === 'list') open.items.push(line.replace(bullet, ''));
      else open.lines.push(line.trim());
    }
  }
  return blocks;
}
