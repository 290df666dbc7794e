import helmet from 'helmet';
import type { Config } from '#src/config.ts';
import type { HttpMiddleware } from '../koa-types.ts';

/** The headers that keep a browser from doing what the demo page never asks for. */
export function securityHeaders({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): HttpMiddleware {
  // Over plain HTTP (a first start on localhost or in a LAN) these two would break the page.
  const https = PUBLIC_URL?.startsWith('https:') ?? false;
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
        ...(https && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: https,
  });
  return async function withSecurityHeaders(koa, next) {
    await new Promise<void>((resolve, reject) => {
      setHeaders(koa.req, koa.res, (error) => (error instanceof Error ? reject(error) : resolve()));
    });
    koa.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    await next();
  };
}
