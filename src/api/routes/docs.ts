import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { HttpMiddleware } from '../koa-types.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API of ConvergeAI</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript>The same in a form for programs: <a href="/openapi.json">openapi.json</a></noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

// No validator badge: that would ask a server elsewhere.
const START = `SwaggerUIBundle({
  url: '/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'list', filter: true,
  defaultModelsExpandDepth: 0, displayRequestDuration: true, validatorUrl: null,
});
`;

const OWN: Record<string, { type: string; text: string }> = {
  '/docs': { type: 'text/html; charset=utf-8', text: PAGE },
  '/docs/start.js': { type: 'text/javascript; charset=utf-8', text: START },
};
const FILES: Record<string, string> = {
  '/docs/swagger-ui.css': 'text/css; charset=utf-8',
  '/docs/swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  '/docs/favicon-32x32.png': 'image/png',
};

/** The reading page of the API at `/docs`: Swagger UI from this machine, under the same policy as every page. */
export function docsPage(): HttpMiddleware {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return async function serveDocs(koa, next) {
    const path = koa.path === '/docs/' ? '/docs' : koa.path;
    if (!path.startsWith('/docs') || (koa.method !== 'GET' && koa.method !== 'HEAD')) return next();
    const own = Object.hasOwn(OWN, path) ? OWN[path] : undefined;
    const type = own?.type ?? (Object.hasOwn(FILES, path) ? FILES[path] : undefined);
    if (!type) return next();
    koa.state.route = 'docs';
    koa.status = 200;
    koa.set({ 'Content-Type': type, 'Cache-Control': 'no-cache' });
    if (own) {
      koa.body = own.text;
      return undefined;
    }
    const file = join(folder, path.slice('/docs/'.length));
    const { size, mtime } = await stat(file);
    koa.lastModified = mtime;
    koa.etag = `W/"${size.toString(36)}-${mtime.getTime().toString(36)}"`;
    if (koa.fresh) koa.status = 304;
    else if (koa.method === 'HEAD') koa.length = size;
    else koa.body = createReadStream(file);
    return undefined;
  };
}
