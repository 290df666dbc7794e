import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestAccounts, type TestAccounts } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp } from '#tests/test-app.ts';

let app: TestApp;
let accounts: TestAccounts;

beforeAll(async () => {
  app = await startTestApp();
  accounts = await createTestAccounts(app.deps.db);
});
afterAll(() => app.close());

async function post(path: string, body: string) {
  const headers = { 'Content-Type': 'application/json', 'X-Company': accounts.companyId };
  const response = await fetch(app.url + path, { method: 'POST', headers, body });
  return { status: response.status, problem: (await response.json()) as { code: string; detail: string } };
}
const login = (body: string) => post('/api/v1/auth/login', body);
const ofSize = (bytes: number) => JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(bytes - 45) });

describe('a body', () => {
  it('may have a megabyte and not more; what is said in the chat 64 kB', async () => {
    expect(await login(ofSize(1_000_000))).toMatchObject({ status: 422, problem: { code: 'invalid' } });
    expect(await login(ofSize(1_100_000))).toMatchObject({
      status: 413,
      problem: { code: 'too-large', detail: 'The body may have at most 1 MB.' },
    });
    expect(await post('/api/v1/chat/message', JSON.stringify({ text: 'x'.repeat(70_000) }))).toMatchObject({
      status: 413,
      problem: { detail: 'The body may have at most 64 kB.' },
    });
  });

  it.each([
    ['nested without end', '{"email":'.repeat(100_000)],
    ['nested deeper than people write', `{"email":${'['.repeat(40)}${']'.repeat(40)}}`],
    ['of thousands of fields', JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [i, i])))],
    ['that reaches for prototypes', '{"email":"a@b.example","password":"x","__proto__":{"role":"ops"}}'],
    ['that reaches for them by another way', '{"constructor":{"prototype":{"role":"ops"}}}'],
  ])('%s is refused, and changes nothing for others', async (_, body) => {
    expect(await login(body)).toMatchObject({ status: 400, problem: { code: 'invalid-json' } });
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });
});

describe('an answer', () => {
  it('tells a browser to trust nothing that the pages here do not need', async () => {
    const { headers } = await fetch(app.url);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'"])
      expect(policy.split(';')).toContain(part);
    expect(policy).not.toContain('unsafe');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'SAMEORIGIN',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0',
    });
  });

  it('without a version is never said to be unchanged', async () => {
    // `fetch` would add words to the condition.
    const ask = async (path: string) => {
      const call = request(app.url + path, { headers: { 'If-None-Match': '*' } }).end();
      const [response] = (await once(call, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    expect(await ask('/health/live')).toBe(200);
    expect(await ask('/openapi.json')).toBe(304);
  });

  it('says neither what runs here nor where in the code something went wrong', async () => {
    const answers = await Promise.all([
      fetch(`${app.url}/api/v1/nothing`),
      fetch(`${app.url}/api/v1/auth/login`, {
        method: 'POST',
        body: '{',
        headers: { 'Content-Type': 'application/json' },
      }),
      fetch(`${app.url}/api/v1/services/%00%ff`),
      fetch(`${app.url}/api/v1/services/search?q=${'%27'.repeat(50)}`),
    ]);
    for (const answer of answers) {
      expect(answer.headers.has('server') || answer.headers.has('x-powered-by')).toBe(false);
      expect(await answer.text()).not.toMatch(/\.ts:\d|node_modules|node:internal|koa|drizzle|mysql/i);
    }
  });
});
