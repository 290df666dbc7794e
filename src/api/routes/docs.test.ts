import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestState } from '../koa-types.ts';
import { docsPage } from './docs.ts';

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(new Koa<RequestState>().use(docsPage()).callback()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** As it is written: `fetch` would tidy the path up. */
async function raw(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const call = request(url, { path, headers }).end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

describe('the reading page', () => {
  it('holds no script or style of its own and names only files from here', async () => {
    const response = await fetch(`${url}/docs`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).not.toMatch(/<style|style=|<script>|https?:/);
    const files = [...page.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toHaveLength(4);
    for (const file of files) expect((await fetch(url + file)).status, file).toBe(200);
  });

  it('reads the document from this host and asks nobody else about it', async () => {
    const script = await (await fetch(`${url}/docs/start.js`)).text();
    expect(script).toContain("url: '/openapi.json'");
    expect(script).toContain('validatorUrl: null');
  });

  it('is not sent again while it has not changed, and answers HEAD without a body', async () => {
    const first = await fetch(`${url}/docs/swagger-ui-bundle.js`, { method: 'HEAD' });
    expect(Number(first.headers.get('content-length'))).toBeGreaterThan(100_000);
    expect(await first.text()).toBe('');
    const known = { 'If-None-Match': first.headers.get('etag') ?? '' };
    expect(await raw('/docs/swagger-ui-bundle.js', known)).toBe(304);
  });

  it.each(['/docs/package.json', '/docs/../package.json', '/docs/%2e%2e/package.json', '/docsx', '/docs/constructor'])(
    'gives away no other file: %s',
    async (path) => expect(await raw(path)).toBe(404),
  );
});
