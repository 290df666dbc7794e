import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withEnvFile } from './environment.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'env-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('adds the settings of a .env file', () => {
  writeFileSync(join(folder, '.env'), '# a comment\nDATABASE_URL="mysql://a:b#c@h/d"\nexport PORT=8081 # the door\n');
  expect(withEnvFile({ HOME: '/me' }, join(folder, '.env'))).toEqual({
    HOME: '/me',
    DATABASE_URL: 'mysql://a:b#c@h/d',
    PORT: '8081',
  });
});

it('lets the environment win, even where it says nothing', () => {
  writeFileSync(join(folder, '.env'), 'DATABASE_URL=mysql://file\nREDIS_URL=redis://file\n');
  const env = withEnvFile({ DATABASE_URL: '', REDIS_URL: 'redis://environment' }, join(folder, '.env'));
  expect(env).toEqual({ DATABASE_URL: '', REDIS_URL: 'redis://environment' });
});

it('does without the file', () => {
  expect(withEnvFile({ HOME: '/me' }, join(folder, '.env'))).toEqual({ HOME: '/me' });
});
