import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claim } from './claim.ts';

let file: string;
beforeEach(() => (file = join(mkdtempSync(join(tmpdir(), 'claim-')), 'deep', 'supervisor.json')));
afterEach(() => rmSync(join(file, '..', '..'), { recursive: true, force: true }));

const mine = { marker: process.execPath, what: 'npm start', url: 'http://localhost:8080' };

it('is held by one at a time, who can be asked about', () => {
  const first = claim(file, mine);
  expect(first).toHaveProperty('release');
  expect(claim(file, { ...mine, what: 'second' })).toEqual({ holder: { ...mine, pid: process.pid } });
});

it('is free again after its release', () => {
  const first = claim(file, mine);
  if ('release' in first) first.release();
  expect(existsSync(file)).toBe(false);
  expect(claim(file, mine)).toHaveProperty('release');
});

it.each([
  ['whose holder has died', JSON.stringify({ pid: 4_194_304, ...mine })],
  ['whose number now belongs to another program', JSON.stringify({ pid: process.pid, ...mine, marker: '/elsewhere' })],
  ['that was cut off by a crash', '{"pid": 12'],
])('passes from a claim %s', (_, text) => {
  const first = claim(file, mine);
  if ('release' in first) first.release();
  writeFileSync(file, text);
  expect(claim(file, mine)).toHaveProperty('release');
});
