import { connect } from 'node:net';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#src/log.ts';
import type { Retriever } from '#src/rag/contract.ts';
import { createTestAccounts, type TestAccounts } from '#tests/test-accounts.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '#tests/test-app.ts';

const lines: Record<string, unknown>[] = [];
const destination = new Writable({
  write(chunk, _, done) {
    lines.push(JSON.parse(String(chunk)) as Record<string, unknown>);
    done();
  },
});

let app: TestApp;
let accounts: TestAccounts;

beforeAll(async () => {
  app = await startTestApp({ overrides: { log: createLog('info', destination) } });
  accounts = await createTestAccounts(app.deps.db);
});
afterAll(() => app.close());

/** Another app beside the first; the language maker, costly to make, is shared. */
const startVariant = ({ overrides, ...options }: TestAppOptions = {}) =>
  startTestApp({ ...options, overrides: { language: app.deps.language, ...overrides } });

const json = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

describe('every answer', () => {
  it('repeats a sane request id and makes one otherwise', async () => {
    const given = await fetch(`${app.url}/health/live`, { headers: { 'x-request-id': 'abc-123_DEF.9' } });
    expect(given.headers.get('x-request-id')).toBe('abc-123_DEF.9');
    for (const bad of ['short', 'with space in it', 'x'.repeat(65), '{"a":"b","c":1}']) {
      const response = await fetch(`${app.url}/health/live`, { headers: { 'x-request-id': bad } });
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('carries the security headers', async () => {
    const { headers } = await fetch(`${app.url}/health/live`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('asks browsers to stay on https where the public URL is https', async () => {
    const secure = await startVariant({ settings: { PUBLIC_URL: 'https://chat.example.test' } });
    const { headers } = await fetch(`${secure.url}/health/live`);
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    await secure.close();
  });
});

describe('unknown addresses', () => {
  it('are a problem that names the request', async () => {
    for (const path of ['/api/v1/nothing', '/nothing', '/%E0%A4%A', '//evil.test/%2e%2e']) {
      const response = await fetch(app.url + path, { headers: { 'x-request-id': 'request-1' } });
      expect(response.status).toBe(404);
      expect(await json(response)).toEqual({
        type: 'urn:problem:not-found',
        title: 'Not found',
        status: 404,
        detail: 'There is nothing at this address.',
        instance: 'urn:request:request-1',
        code: 'not-found',
      });
    }
  });

  it('with a known path and another method say which methods there are', async () => {
    const response = await fetch(`${app.url}/api/v1/chat/message`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await json(response)).toMatchObject({ code: 'method-not-allowed' });
    const options = await fetch(`${app.url}/api/v1/chat/sessions`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD']);
  });
});

describe('pages of other origins', () => {
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/api/v1/chat/message`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type, x-company',
      },
    });

  it('may call the API without cookies', async () => {
    const { status, headers } = await preflight(app.url, 'https://shop.example.test');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('access-control-allow-methods')).toContain('POST');
    for (const name of ['Authorization', 'Content-Type', 'Last-Event-ID', 'X-Company', 'X-Request-Id'])
      expect(headers.get('access-control-allow-headers')).toContain(name);
  });

  it('can read the request id, the guest token, also on a problem', async () => {
    const response = await fetch(`${app.url}/api/v1/nothing`, { headers: { origin: 'https://shop.example.test' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    for (const name of ['X-Request-Id', 'Retry-After', 'X-Guest-Token'])
      expect(response.headers.get('access-control-expose-headers')).toContain(name);
  });

  it('are kept out where the origins are named and theirs is not', async () => {
    const named = await startVariant({ settings: { CORS_ORIGINS: ['https://shop.example.test'] } });
    const friend = await preflight(named.url, 'https://shop.example.test');
    const stranger = await preflight(named.url, 'https://evil.example.test');
    expect(friend.headers.get('access-control-allow-origin')).toBe('https://shop.example.test');
    expect(friend.headers.get('vary')).toContain('Origin');
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
    await named.close();
  });
});

describe('companies', () => {
  it('present their assistant', async () => {
    const response = await fetch(`${app.url}/api/v1/companies/${accounts.companyId}/widget`);
    expect(await json(response)).toEqual({
      name: accounts.company.name,
      ...accounts.company.persona,
    });
  });

  it('that do not exist are not found, in the path or in the header', async () => {
    for (const id of ['nobody', 'n%C3%A4', 'x'.repeat(300), '..'])
      expect((await fetch(`${app.url}/api/v1/companies/${id}/widget`)).status).toBe(404);
    for (const id of ['nobody', 'nä', "' or 1=1"]) {
      const response = await fetch(`${app.url}/api/v1/chat/sessions`, { headers: { 'x-company': id } });
      expect([response.status, (await json(response))['code']]).toEqual([404, 'not-found']);
    }
  });
});

describe('documents', () => {
  const document = { id: 'terms', companyId: '', title: 'Terms', version: '3', source: '# Terms' };

  it('of the company’s knowledge can be opened, those of others and unknown ones cannot', async () => {
    const knowledge: Retriever = {
      document: (company, id) => (company === accounts.companyId && id === 'terms' ? document : undefined),
      search: async () => [],
    };
    const library = await startVariant({ overrides: { retriever: knowledge } });
    const open = (id: string, company: string) =>
      fetch(`${library.url}/api/v1/documents/${id}`, { headers: { 'x-company': company } });
    const { companyId: _, ...shown } = document;
    expect(await json(await open('terms', accounts.companyId))).toEqual(shown);
    expect((await open('privacy', accounts.companyId)).status).toBe(404);
    const elsewhere = await createTestAccounts(app.deps.db);
    expect((await open('terms', elsewhere.companyId)).status).toBe(404);
    await library.close();
  });
});

describe('health', () => {
  it('is ready while the database and Redis answer', async () => {
    const response = await fetch(`${app.url}/health/ready`);
    expect(response.status).toBe(200);
    expect(await json(response)).toEqual({ status: 'ok', checks: { database: 'ok', redis: 'ok' } });
  });

  it('is alive but not ready without Redis, within its deadline, and signing in says so', async () => {
    const redis = new Redis('redis://127.0.0.1:1', { maxRetriesPerRequest: 3, retryStrategy: () => 50 });
    const lame = await startVariant({ overrides: { redis } });
    expect((await fetch(`${lame.url}/health/live`)).status).toBe(200);
    const startedAt = performance.now();
    const ready = await fetch(`${lame.url}/health/ready`);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(ready.status).toBe(503);
    expect(await json(ready)).toEqual({ status: 'failed', checks: { database: 'ok', redis: 'failed' } });
    const login = await fetch(`${lame.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-company': accounts.companyId },
      body: JSON.stringify({ email: accounts.customer.email, password: accounts.customer.password }),
    });
    expect([login.status, (await json(login))['code']]).toEqual([503, 'unavailable']);
    await lame.close();
  });

  it('is alive but not ready without the database', async () => {
    const settings = { DATABASE_URL: 'mysql://nobody:nothing@127.0.0.1:1/nothing' };
    const lame = await startVariant({ settings });
    expect((await fetch(`${lame.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${lame.url}/health/ready`);
    expect([ready.status, (await json(ready))['checks']]).toEqual([503, { database: 'failed', redis: 'ok' }]);
    await lame.close();
  });
});

describe('what goes wrong inside', () => {
  it('is logged with its stack and told without it', async () => {
    const broken = {
      document: () => {
        throw new Error('secret reason');
      },
      search: async () => [],
    };
    const log = createLog('info', destination);
    const lame = await startVariant({ overrides: { retriever: broken, log } });
    const response = await fetch(`${lame.url}/api/v1/documents/x`, {
      headers: { 'x-company': accounts.companyId, 'x-request-id': 'broken-request' },
    });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', instance: 'urn:request:broken-request' });
    expect(text).not.toMatch(/secret reason|\.ts|at /);
    const line = lines.find((l) => l['msg'] === 'request failed' && l['requestId'] === 'broken-request');
    expect(JSON.stringify(line)).toMatch(/secret reason.+app\.db\.test\.ts/);
    await lame.close();
  });

  it('is called a fault when an answer does not fit its own schema', async () => {
    const document = { id: 7 as unknown as string, companyId: 'x', title: 't', version: '1', source: '' };
    const lame = await startVariant({ overrides: { retriever: { document: () => document, search: async () => [] } } });
    const response = await fetch(`${lame.url}/api/v1/documents/x`, { headers: { 'x-company': accounts.companyId } });
    expect(response.status).toBe(500);
    await lame.close();
  });
});

describe('the access log', () => {
  it('has one line a request, with the pattern of its route and nothing personal', async () => {
    const secret = 'ses_personal_0001';
    const response = await fetch(`${app.url}/api/v1/chat/history?sessionId=${secret}`, {
      headers: { 'x-company': accounts.companyId, 'x-request-id': 'logged-request' },
    });
    await response.text();
    await expect
      .poll(() => lines.filter((line) => line['requestId'] === 'logged-request'))
      .toEqual([
        {
          level: 'info',
          time: expect.any(String),
          method: 'GET',
          route: '/api/v1/chat/history',
          status: 404,
          ms: expect.any(Number),
          requestId: 'logged-request',
          actor: 'guest',
          msg: 'request',
        },
      ]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });
});

describe('a body that is far too large', () => {
  it('is refused, and leaves no connection behind that would hold up the end', async () => {
    const own = await startVariant();
    const socket = connect(Number(new URL(own.url).port), '127.0.0.1');
    const headers = `Host: x\r\nX-Company: ${accounts.companyId}\r\nContent-Type: application/json`;
    socket.write(`POST /api/v1/chat/message HTTP/1.1\r\n${headers}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    socket.end(`${(1_000_000).toString(16)}\r\n${'a'.repeat(1_000_000)}\r\n0\r\n\r\n`);
    const [refusal] = (await once(socket, 'data')) as [Buffer];
    expect(String(refusal)).toContain('413 Payload Too Large');
    const startedAt = performance.now();
    await own.close();
    expect(performance.now() - startedAt).toBeLessThan(800);
  });
});

describe('clients that do not speak HTTP', () => {
  it('get an answer and do no harm', async () => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    socket.write('GET /health/live HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(String(answer)).toContain('400 Bad Request');
    socket.destroy();
    expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
  });
});
