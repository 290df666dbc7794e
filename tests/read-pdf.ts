import { inflateSync } from 'node:zlib';

/** The text of a PDF as our own writer makes them: each text object's glyphs by the ToUnicode table of its font. */
export function textOfPdf(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const objects = new Map<number, string>();
  for (const [, id, body = ''] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(Number(id), body);
  const streamOf = (body: string): string => {
    const start = body.indexOf('stream\n');
    if (start < 0) return '';
    const data = Buffer.from(body.slice(start + 7, body.lastIndexOf('\nendstream')), 'latin1');
    return (body.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
  };
  const tables = new Map<string, Map<number, string>>();
  for (const body of objects.values())
    for (const [, fonts = ''] of body.matchAll(/\/Font <<([\s\S]*?)>>/g))
      for (const [, name = '', id] of fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id)) ?? '')?.[1];
        tables.set(name, tableOf(streamOf(objects.get(Number(unicode)) ?? '')));
      }
  let text = '';
  for (const body of objects.values()) {
    const content = streamOf(body);
    if (!/\bBT\b/.test(content)) continue;
    let table = new Map<number, string>();
    for (const [token, font, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(<[\s\S]*?)\] TJ|\bET\b/g)) {
      if (font) table = tables.get(font) ?? table;
      else if (glyphs) for (const [, hex = ''] of glyphs.matchAll(/<([0-9a-f]+)>/g)) text += decode(hex, table);
      else if (token === 'ET') text += '\n';
    }
  }
  return text;
}

const decode = (hex: string, table: Map<number, string>): string =>
  (hex.match(/.{4}/g) ?? []).map((code) => table.get(Number.parseInt(code, 16)) ?? '\uFFFD').join('');

function tableOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    for (const [i, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      table.set(
        Number.parseInt(from, 16) + i,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return table;
}
