import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, hasStamp, writeStamp } from './stamp.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamp-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  writeFileSync(join(root, 'src/a.ts'), 'a');
  writeFileSync(join(root, 'src/deep/b.ts'), 'b');
  writeFileSync(join(root, 'lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const paths = ['src', 'lock.json'];

describe('fingerprint', () => {
  it('stays the same while nothing changes, also when the checkout moves', () => {
    const before = fingerprint(root, paths);
    renameSync(root, `${root}-moved`);
    root = `${root}-moved`;
    expect(fingerprint(root, paths)).toBe(before);
  });

  it.each([
    ['a file changes', () => writeFileSync(join(root, 'src/deep/b.ts'), 'c')],
    ['a file is added', () => writeFileSync(join(root, 'src/deep/c.ts'), '')],
    ['a file is renamed', () => renameSync(join(root, 'src/a.ts'), join(root, 'src/z.ts'))],
    ['a file disappears', () => rmSync(join(root, 'lock.json'))],
    [
      'a file becomes another one by moving text between two',
      () => {
        writeFileSync(join(root, 'src/a.ts'), '');
        writeFileSync(join(root, 'src/deep/b.ts'), 'ab');
      },
    ],
  ])('changes when %s', (_, change) => {
    const before = fingerprint(root, paths);
    change();
    expect(fingerprint(root, paths)).not.toBe(before);
  });

  it('tells platforms apart by the extra text', () => {
    expect(fingerprint(root, paths, 'linux')).not.toBe(fingerprint(root, paths, 'darwin'));
  });
});

describe('a stamp', () => {
  it('is there after it was written, and only with that value', () => {
    const file = join(root, 'new/folder/.stamp');
    expect(hasStamp(file, 'one')).toBe(false);
    writeStamp(file, 'one');
    expect(hasStamp(file, 'one')).toBe(true);
    expect(hasStamp(file, 'two')).toBe(false);
  });
});
