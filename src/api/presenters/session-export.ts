import { Readable } from 'node:stream';
import type { Company } from '#src/context.ts';
import type { SessionExport } from '#src/services/conversations/export-session.ts';
import { presentMessage } from './history.ts';
import { sessionPdf } from './session-pdf.ts';
import { speakerOf, timeOf } from './session-words.ts';

export interface ExportFormat {
  type: string;
  extension: string;
  /** The file, written as it is read. */
  write(session: SessionExport, company: Company): Readable | Promise<Readable>;
}

export const EXPORTS: Readonly<Record<'json' | 'markdown' | 'pdf', ExportFormat>> = {
  json: {
    type: 'application/json',
    extension: 'json',
    write: (session) => Readable.from(jsonOf(session), { objectMode: false }),
  },
  markdown: {
    type: 'text/markdown; charset=utf-8',
    extension: 'md',
    write: (session, company) => Readable.from(markdownOf(session, company), { objectMode: false }),
  },
  pdf: { type: 'application/pdf', extension: 'pdf', write: sessionPdf },
};

async function* jsonOf({ id, title, createdAt, exportedAt, messages }: SessionExport): AsyncGenerator<string> {
  yield `${JSON.stringify({ id, title, createdAt, exportedAt }).slice(0, -1)},"messages":[`;
  let separator = '\n';
  for await (const row of messages) {
    const message = presentMessage(row);
    if (!message) continue;
    yield separator + JSON.stringify(message);
    separator = ',\n';
  }
  yield '\n]}\n';
}

async function* markdownOf({ title, exportedAt, messages }: SessionExport, company: Company): AsyncGenerator<string> {
  yield `# ${plainMarkdown(title)}\n\n${company.name}, ${timeOf(exportedAt, company)}\n`;
  for await (const { role, text, createdAt } of messages)
    yield `\n**${speakerOf(role, company)}** · ${timeOf(createdAt, company)}\n\n${plainMarkdown(text)}\n`;
}

/** What people have written is text: nothing in it makes headings, links or HTML. */
const plainMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~]/g, '\\$&')
    .replaceAll(/^(\s*)([#+=-]|\d+[.)])/gm, '$1\\$2')
    .replaceAll(/(?<!\n)\n(?!\n)/g, '  \n');
