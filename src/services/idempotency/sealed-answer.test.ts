import { describe, expect, it } from 'vitest';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

const SECRET = 'a-secret-of-this-test';
const request = { key: 'key-1', route: 'POST /register', input: { body: { password: 'blue kettle' } } };
const answer = { status: 201, body: { token: 'very-secret', name: 'आशा' } };

describe('a kept answer', () => {
  it('is read again by whoever sends the same request', () => {
    expect(openAnswer(SECRET, structuredClone(request), sealAnswer(SECRET, request, answer))).toEqual(answer);
  });

  it('shows nothing of what it holds, not even that two are the same', () => {
    const sealed = sealAnswer(SECRET, request, answer);
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('very-secret');
    expect(sealAnswer(SECRET, request, answer)).not.toBe(sealed);
  });

  it('is not read with another body, key, route or secret, nor when it was changed', () => {
    const sealed = sealAnswer(SECRET, request, answer);
    for (const other of [{ input: { body: {} } }, { key: 'key-2' }, { route: 'POST /ops/register' }])
      expect(() => openAnswer(SECRET, { ...request, ...other }, sealed)).toThrow(/authenticate/);
    expect(() => openAnswer('another-secret', request, sealed)).toThrow(/authenticate/);
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => openAnswer(SECRET, request, bytes.toString('base64'))).toThrow(/authenticate/);
  });
});
