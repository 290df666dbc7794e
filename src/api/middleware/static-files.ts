import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { HttpMiddleware } from '../koa-types.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
/** The bundler's names with a hash of the content: such a file never changes. */
const HASHED = /[\\/]assets[\\/].+-[\w-]{8}\.\w+$/;
const MISSING = 'The chat widget has not been built yet: `npm start` builds it.\n';

/** Serves the files of `root` at `/`. Only what exists as a file inside of it, and no type that is not named above. */
export function staticFiles(root: string): HttpMiddleware {
  const folder = resolve(root);
  return async function serveStatic(koa, next) {
    if (koa.method !== 'GET' && koa.method !== 'HEAD') return next();
    const file = locate(folder, koa.path);
    const type = file && TYPES[extname(file)];
    const found = type && (await stat(file).catch(() => undefined));
    if (!found || !found.isFile()) {
      if (koa.path !== '/') return next();
      koa.status = 503;
      koa.body = MISSING;
      return undefined;
    }
    koa.state.route = 'static';
    koa.status = 200;
    koa.type = type;
    koa.etag = `W/"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
    koa.lastModified = found.mtime;
    koa.set('Cache-Control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    // Other sites embed the script; the page itself stays in its own process.
    if (type.startsWith('text/javascript')) koa.set('Cross-Origin-Resource-Policy', 'cross-origin');
    if (koa.fresh) {
      koa.status = 304;
      return undefined;
    }
    koa.length = found.size;
    if (koa.method === 'GET') koa.body = createReadStream(file);
    return undefined;
  };
}

/** The file that a path names, undefined when that would lie outside of the folder. */
function locate(folder: string, path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    // No NUL, no hidden files, no way up, no second name for a file.
    if (name.includes('\0') || /[\\/][.\\/]/.test(name)) return undefined;
    const file = resolve(folder, `.${name.endsWith('/') ? `${name}index.html` : name}`);
    return file.startsWith(folder + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}
