import type { Log } from '#src/log.ts';
import type { HttpMiddleware } from '../koa-types.ts';

/** One line a request, at its very end (of a stream, too). No paths, queries or addresses: they can hold personal data. */
export function accessLog(log: Log): HttpMiddleware {
  return async function withAccessLog(koa, next) {
    const startedAt = performance.now();
    koa.res.once('close', () => {
      const { requestId, route, actorKind } = koa.state;
      const line = {
        method: koa.method,
        route: route ?? 'none',
        status: koa.res.statusCode,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        requestId,
        ...(actorKind && { actor: actorKind }),
        ...(!koa.res.writableFinished && { aborted: true }),
      };
      if (route?.startsWith('/health/')) log.debug(line, 'request');
      else log.info(line, 'request');
    });
    await next();
  };
}
