/** The least that is a PDF: a head, an end, and what lies between. */
export function pdf(size = 64): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 0x20), Buffer.from('\n%%EOF\n')]);
}
