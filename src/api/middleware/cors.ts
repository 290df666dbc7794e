import type { HttpMiddleware } from '../koa-types.ts';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const ALLOWED =
  'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Company, X-Request-Id';
// The widget reads `Date` to know how far its clock is off.
const EXPOSED = 'Date, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Guest-Token, X-Request-Id';

/** Lets pages of these origins (`*`: of any) call the API. Never with cookies: there they carry their token. */
export function cors(origins: string[]): HttpMiddleware {
  const any = origins.includes('*');
  return async function withCors(koa, next) {
    const origin = koa.get('Origin');
    const allowed = any ? '*' : origins.includes(origin) && origin;
    if (!any) koa.vary('Origin');
    if (allowed) {
      koa.set('Access-Control-Allow-Origin', allowed);
      koa.set('Access-Control-Expose-Headers', EXPOSED);
    }
    if (koa.method !== 'OPTIONS' || !koa.get('Access-Control-Request-Method')) return next();
    if (allowed) {
      koa.set('Access-Control-Allow-Methods', METHODS);
      koa.set('Access-Control-Allow-Headers', ALLOWED);
      koa.set('Access-Control-Max-Age', '7200');
    }
    koa.status = 204;
  };
}
