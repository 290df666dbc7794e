import { randomUUID } from 'node:crypto';
import type { HttpMiddleware } from '../koa-types.ts';

const SANE = /^[A-Za-z0-9._-]{8,64}$/;

/** Takes over the caller's `X-Request-Id` when it is fit for logs, else makes one; answers with it in any case. */
export function requestId(): HttpMiddleware {
  return async function withRequestId(koa, next) {
    const given = koa.get('X-Request-Id');
    koa.state.requestId = SANE.test(given) ? given : randomUUID();
    koa.set('X-Request-Id', koa.state.requestId);
    await next();
  };
}
