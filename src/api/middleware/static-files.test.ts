import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestState } from '../koa-types.ts';
import { startServer, type RunningServer } from '../server.ts';
import { staticFiles } from './static-files.ts';

let base: string;
let server: RunningServer;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'static-'));
  await mkdir(join(base, 'public/assets'), { recursive: true });
  await mkdir(join(base, 'public-secret'));
  const files = {
    'secret.js': 'secret',
    'public-secret/a.js': 'secret',
    'public/.env.js': 'secret',
    'public/index.html': '<!doctype html><title>Demo</title>',
    'public/widget.js': 'console.log(1)',
    'public/archive.tar': 'x',
    'public/assets/card-Ab3_x-9Z.js': 'export {}',
    'public/assets/plain.css': 'a{}',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(base, name), text);
  server = await serve(join(base, 'public'));
});
afterAll(async () => {
  await server.close(100);
  await rm(base, { recursive: true });
});

const serve = (root: string) => {
  const app = new Koa<RequestState>();
  app.use(staticFiles(root));
  return startServer(app.callback(), { host: '127.0.0.1', port: 0 });
};

/** As it stands: `fetch` tidies paths and makes conditional requests unconditional. */
async function raw(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; body: string }> {
  const call = request(server.url, { path, headers }).end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  return { status: response.statusCode, body: (await response.setEncoding('utf8').toArray()).join('') };
}

describe('static files', () => {
  it('have the page at /, to be asked for again each time', async () => {
    const response = await fetch(`${server.url}/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-length')).toBe('34');
    expect(await response.text()).toContain('Demo');
  });

  it('let other sites embed the scripts', async () => {
    const { headers } = await fetch(`${server.url}/widget.js`);
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('stay for ever where the name has a hash, and only there', async () => {
    const hashed = await fetch(`${server.url}/assets/card-Ab3_x-9Z.js`);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${server.url}/assets/plain.css`)).headers.get('cache-control')).toBe('no-cache');
  });

  it('are not sent again when nothing has changed', async () => {
    const first = await fetch(`${server.url}/widget.js`);
    const etag = first.headers.get('etag') ?? '';
    const since = first.headers.get('last-modified') ?? '';
    expect(await raw('/widget.js', { 'if-none-match': etag })).toEqual({ status: 304, body: '' });
    expect(await raw('/widget.js', { 'if-modified-since': since })).toEqual({ status: 304, body: '' });
    expect(await raw('/widget.js', { 'if-none-match': '"other"' })).toEqual({ status: 200, body: 'console.log(1)' });
  });

  it('answer HEAD with the length alone', async () => {
    const response = await fetch(`${server.url}/widget.js`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '14']);
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/..%5csecret.js',
    '/assets/../../secret.js',
    '/../public-secret/a.js',
    '/.env.js',
    '/widget.js%00',
    '/%E0%A4%A',
    '//widget.js',
    '/assets',
    '/assets/',
    '/archive.tar',
    '/none.js',
  ])('have nothing at %s', async (path) => {
    expect((await raw(path)).status).toBe(404);
  });

  it('say what is missing when there is no bundle', async () => {
    const empty = await serve(join(base, 'nowhere'));
    const response = await fetch(`${empty.url}/`);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('npm start');
    await empty.close(100);
  });
});
