import { describe, expect, it } from 'vitest';
import { jpeg, png, webp } from '../users/test-pictures.ts';
import { attachmentName } from './attachment-name.ts';
import { attachmentTypeOf } from './attachment-type.ts';
import { pdf } from './test-pdf.ts';

describe('what a file is', () => {
  it('is read from its own bytes', () => {
    expect(attachmentTypeOf(png(1, 1))).toBe('image/png');
    expect(attachmentTypeOf(jpeg(4_000, 3_000))).toBe('image/jpeg');
    expect(attachmentTypeOf(webp('VP8X', 10, 10))).toBe('image/webp');
    expect(attachmentTypeOf(pdf())).toBe('application/pdf');
    expect(attachmentTypeOf(pdf(200_000))).toBe('application/pdf');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01')],
    ['an archive', Buffer.from('PK\x03\x04')],
    ['a page that holds a PDF further on', Buffer.concat([Buffer.from('<html>'), pdf()])],
    ['a PDF that was cut', pdf().subarray(0, 40)],
    ['a PNG head that was cut', png(10, 10).subarray(0, 12)],
    ['a picture of no size', png(0, 10)],
  ])('%s is nothing to be kept', (_, bytes) => expect(attachmentTypeOf(bytes)).toBeUndefined());
});

describe('the name of a file', () => {
  it.each([
    ['leak.jpg', 'leak.png'],
    ['../../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\me\\bill.pdf', 'bill.png'],
    ['..', 'attachment.png'],
    ['', 'attachment.png'],
    [undefined, 'attachment.png'],
    ['.htaccess', 'htaccess.png'],
    ['evil.png\r\nSet-Cookie: a=b', 'evil.pngSet-Cookie a=b.png'],
    ['"quoted"<b>.png', 'quotedb.png'],
    ['photo\u202Egpj.exe', 'photogpj.png'],
    ['zero\u0000byte.png', 'zerobyte.png'],
    ['नल की तस्वीर.jpeg', 'नल की तस्वीर.png'],
    [`${'x'.repeat(300)}.png`, `${'x'.repeat(80)}.png`],
  ])('%j becomes %j', (given, name) => expect(attachmentName(given, 'image/png')).toBe(name));
});
