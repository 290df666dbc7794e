import type { Company } from '#src/context.ts';
import type { Deps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { createAuthenticate } from '#src/services/auth/authenticate.ts';
import { readGuestCookie } from './guest-cookie.ts';
import type { HttpContext } from './koa-types.ts';
import { createCompanyLookup } from './middleware/company.ts';
import { identify } from './middleware/identity.ts';
import { problemOf } from './problem.ts';
import { readJson } from './read-json.ts';
import type { Call, MediaType, OpenCtx, Reply, Route } from './route.ts';
import { sendEvents } from './sse.ts';

/** What runs routes: negotiates, identifies, reads, lets the route work, and sends the answer. */
export function createRouteHandler(deps: Deps): (route: Route, koa: HttpContext) => Promise<void> {
  const authenticate = createAuthenticate();
  const lookUpCompany = createCompanyLookup(deps.db);

  return async function handle(route, koa) {
    koa.state.route = route.path;
    const accept = negotiate(route, koa);
    const company = () => lookUpCompany(koa.get('X-Company') || deps.config.DEFAULT_COMPANY);
    const open: OpenCtx = { deps, db: deps.db, requestId: koa.state.requestId, now: deps.now() };
    const ctx = route.auth === 'none' ? open : await withActor(koa, route.auth, open, await company());
    const body = route.body ? await readJson(koa) : undefined;
    const raw = { params: koa['params'] as unknown, query: koa.query, body };
    send(route, koa, await route.run(ctx, raw, callOf(koa, accept, company)));
  };

  async function withActor(koa: HttpContext, auth: 'guest' | 'user', open: OpenCtx, company: Company) {
    const visitor = { ...open, company };
    const actor = await identify(koa, visitor, auth, authenticate);
    koa.state.actorKind = actor.kind;
    return { ...visitor, actor };
  }

  function send(route: Route, koa: HttpContext, reply: Reply<unknown>): void {
    if ('events' in reply) {
      return sendEvents(koa, reply.events, {
        onError(error) {
          const problem = problemOf(error, koa.state.requestId);
          if (problem.status >= 500 && !koa.res.destroyed)
            deps.log.error({ err: error, requestId: koa.state.requestId, route: route.path }, 'stream failed');
          return { data: route.sse?.onProblem(problem) ?? problem };
        },
      });
    }
    checkResponse(route, reply.body);
    koa.status = reply.status ?? route.status;
    koa.set('Cache-Control', 'no-store');
    koa.set(reply.headers ?? {});
    koa.body = reply.body;
  }

  /** Outside of production an answer that breaks its own contract is a fault, not a surprise for a client. */
  function checkResponse(route: Route, body: unknown): void {
    if (deps.config.NODE_ENV === 'production') return;
    const issues = route.response?.safeParse(body).error?.issues;
    if (!issues) return;
    deps.log.error({ route: route.path, issues }, 'the answer does not fit its schema');
    if (deps.config.NODE_ENV === 'test') throw new AppError({ code: 'internal', cause: issues });
  }
}

/** @throws AppError not-acceptable */
function negotiate(route: Route, koa: HttpContext): MediaType {
  const offers: MediaType[] = [];
  // The first is what a client gets that says nothing: a route that can stream does.
  if (route.sse) offers.push('text/event-stream');
  if (route.response) offers.push('application/json');
  if (offers.length > 1) koa.vary('Accept');
  const accept = koa.accepts(...offers);
  if (accept !== false) return accept as MediaType;
  throw new AppError({ code: 'not-acceptable', detail: `The answer can be ${offers.join(' or ')}.` });
}

function callOf(koa: HttpContext, accept: MediaType, company: () => Promise<Company>): Call {
  const left = new AbortController();
  if (koa.res.closed) left.abort();
  else koa.res.once('close', () => left.abort());
  const lastEventId = koa.get('Last-Event-ID');
  return {
    company,
    accept,
    ip: koa.ip,
    guestCookie: readGuestCookie(koa),
    lastEventId: /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : 0,
    signal: left.signal,
  };
}
