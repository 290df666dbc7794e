import { join } from 'node:path';
import { Router } from '@koa/router';
import Koa from 'koa';
import type { Deps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { createRouteHandler } from './handle-route.ts';
import type { HttpMiddleware, RequestState } from './koa-types.ts';
import { accessLog } from './middleware/access-log.ts';
import { cors } from './middleware/cors.ts';
import { problems } from './middleware/problems.ts';
import { requestId } from './middleware/request-id.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { staticFiles } from './middleware/static-files.ts';
import { allRoutes } from './routes/all-routes.ts';
import { docsPage } from './routes/docs.ts';

const WIDGET_DIR = join(import.meta.dirname, '../../dist/widget');

/** The HTTP surface. `widgetDir` holds the built widget and its demo page. */
export function createApp(deps: Deps, widgetDir = WIDGET_DIR): Koa<RequestState> {
  const { config, log } = deps;
  // Behind a proxy only the address that the proxy itself has added can be believed: the last one.
  const app = new Koa<RequestState>({ proxy: config.TRUST_PROXY, maxIpsCount: 1 });
  app.on('error', (error: NodeJS.ErrnoException) => {
    // Clients leave in the middle of an answer; that is no fault of ours.
    if (!['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(error.code ?? ''))
      log.error({ err: error }, 'http');
  });

  const router = new Router<RequestState>();
  const handle = createRouteHandler(deps);
  for (const route of allRoutes) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router.register(path, [route.method], (koa) => handle(route, koa));
  }

  app
    .use(requestId())
    .use(accessLog(log))
    .use(securityHeaders(config))
    .use(cors(config.CORS_ORIGINS))
    .use(problems(log))
    .use(router.routes())
    .use(docsPage())
    .use(staticFiles(widgetDir))
    .use(nothingHere(router));
  return app;
}

/** @throws AppError method-not-allowed where other methods would do, else not-found */
function nothingHere(router: Router<RequestState>): HttpMiddleware {
  return async function answerUnknown(koa) {
    const methods = [...new Set(router.match(koa.path, koa.method).path.flatMap((layer) => layer.methods))];
    if (methods.length === 0) throw new AppError({ code: 'not-found', detail: 'There is nothing at this address.' });
    koa.set('Allow', methods.toSorted().join(', '));
    if (koa.method === 'OPTIONS') koa.status = 204;
    else throw new AppError({ code: 'method-not-allowed', detail: `Use ${methods.toSorted().join(' or ')}.` });
  };
}
