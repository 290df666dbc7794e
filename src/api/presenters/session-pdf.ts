import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type { Company } from '#src/context.ts';
import type { SessionExport } from '#src/services/conversations/export-session.ts';
import { speakerOf, timeOf } from './session-words.ts';

/** Latin and Devanagari, and the rupee: the fonts that every PDF reader has know neither. */
const require = createRequire(import.meta.url);
const font = (name: string) => require.resolve(`@expo-google-fonts/mukta/${name}.ttf`);
const REGULAR = font('400Regular/Mukta_400Regular');
const BOLD = font('600SemiBold/Mukta_600SemiBold');

const INK = '#16212a';
const MUTED = '#55636e';
const INVISIBLE = /(?!\n)\p{Cc}|[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** Points. */
const MARGIN = 56;

/** A conversation as a PDF for reading and printing, written as it is read. */
export async function sessionPdf(session: SessionExport, company: Company): Promise<Readable> {
  // A quarter of a second to load, for what few ask for.
  const { default: PdfDocument } = await import('pdfkit');
  const { title, exportedAt } = session;
  const document = new PdfDocument({
    ...{
      size: 'A4',
      margin: MARGIN,
      font: REGULAR,
      lang: 'en-IN',
      displayTitle: true,
      tagged: true,
      pdfVersion: '1.7',
    },
    info: { Title: title, Author: company.name, CreationDate: exportedAt },
  });
  void write(document, session, company).then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  // It is a stream that is read, whatever its types say.
  return document as unknown as Readable;
}

async function write(document: PDFKit.PDFDocument, session: SessionExport, company: Company): Promise<void> {
  const { title, exportedAt, messages } = session;
  document.font(BOLD).fontSize(17).fillColor(INK).text(printable(title));
  document
    .font(REGULAR)
    .fontSize(9.5)
    .fillColor(MUTED)
    .text(`${company.name}, ${timeOf(exportedAt, company)}`);
  for await (const { role, text, createdAt } of messages) {
    document.moveDown(0.9);
    document.font(BOLD).fontSize(10.5).fillColor(INK).text(speakerOf(role, company), { continued: true });
    document
      .font(REGULAR)
      .fontSize(9)
      .fillColor(MUTED)
      .text(`   ${timeOf(createdAt, company)}`);
    document.fontSize(10.5).fillColor(INK).text(printable(text), { lineGap: 1.5 });
  }
}

/** Without what cannot be seen, but for the joiners that Devanagari is written with; tabs are spaces. */
const printable = (text: string): string => text.replaceAll('\t', '    ').replaceAll(INVISIBLE, '');
