import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from './contract.ts';
import { createOutboxFolder } from './outbox-folder.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'outbox-'));
});
afterAll(() => rm(root, { recursive: true }));

const message = (id: string): OutgoingMessage => ({
  id,
  companyId: 'nexora',
  channel: 'sms',
  purpose: 'verify-phone',
  to: '+919800000001',
  text: 'Your code is 012345.',
  secret: '012345',
});

describe('the outbox folder', () => {
  it('keeps each message whole in a file that nobody else may read', async () => {
    const folder = join(root, 'new', 'folder');
    const outbox = createOutboxFolder(folder);
    await Promise.all(['msg_1', 'msg_2'].map((id) => outbox.send(message(id))));
    expect((await readdir(folder)).sort()).toEqual(['msg_1.json', 'msg_2.json']);
    expect(JSON.parse(await readFile(join(folder, 'msg_1.json'), 'utf8'))).toEqual(message('msg_1'));
    expect((await stat(join(folder, 'msg_1.json'))).mode & 0o077).toBe(0);
  });

  it('has one file for a message that is sent again', async () => {
    const folder = join(root, 'again');
    const outbox = createOutboxFolder(folder);
    await outbox.send(message('msg_1'));
    await outbox.send(message('msg_1'));
    expect(await readdir(folder)).toEqual(['msg_1.json']);
  });

  it('rejects when it cannot write', async () => {
    await expect(createOutboxFolder('/dev/null/outbox').send(message('msg_1'))).rejects.toThrow('ENOTDIR');
  });
});
