import { expect, it } from 'vitest';
import { attachmentNamed } from './content-disposition.ts';

it('names a file twice: for everybody in ascii, and as it is', () => {
  expect(attachmentNamed("Ravi's नल (leak).pdf")).toBe(
    `attachment; filename="Ravi_s __ (leak).pdf"; filename*=UTF-8''Ravi%27s%20%E0%A4%A8%E0%A4%B2%20%28leak%29.pdf`,
  );
});

it.each(['a"; filename="b', 'a\r\nSet-Cookie: x=1', '../../etc/passwd', 'a\u202Efdp.exe', '\ud800'])(
  'lets %j neither out of the quotes nor into another folder or header',
  (name) => {
    const header = attachmentNamed(name);
    expect(header).toMatch(/^attachment; filename="[\w.() -]*"; filename\*=UTF-8''[\w.%!~-]*$/);
    expect(header).not.toMatch(/%2F|%5C|%0|%E2%80%AE/i);
  },
);
