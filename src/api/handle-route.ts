import type { Company, Ctx } from '#src/context.ts';
import type { Deps } from '#src/deps.ts';
import { AppError } from '#src/errors.ts';
import { authoriseStaff } from '#src/services/authorise.ts';
import { answerOnce } from '#src/services/idempotency/answer-once.ts';
import { createAuthenticate } from '#src/services/auth/authenticate.ts';
import { readGuestCookie } from './guest-cookie.ts';
import type { HttpContext } from './koa-types.ts';
import { createCompanyLookup } from './middleware/company.ts';
import { identify, readCaller, type Caller } from './middleware/identity.ts';
import { createRateLimit, passesLimits } from './middleware/rate-limit.ts';
import { problemOf } from './problem.ts';
import { readJson } from './read-json.ts';
import { readUpload } from './read-upload.ts';
import type { Call, MediaType, OpenCtx, Reply, Route } from './route.ts';
import { sendEvents } from './sse.ts';

/** What runs routes: negotiates, identifies, reads, lets the route work, and sends the answer. */
export function createRouteHandler(deps: Deps): (route: Route, koa: HttpContext) => Promise<void> {
  const authenticate = createAuthenticate();
  const lookUpCompany = createCompanyLookup(deps.db);
  const admit = createRateLimit(deps);

  return async function handle(route, koa) {
    koa.state.route = route.path;
    const accept = negotiate(route, koa);
    const companyId = koa.get('X-Company') || deps.config.DEFAULT_COMPANY;
    const company = () => lookUpCompany(companyId);
    const open: OpenCtx = { deps, db: deps.db, requestId: koa.state.requestId, now: deps.now() };
    const scope = { secret: deps.config.JWT_SECRET, companyId, now: open.now };
    const caller = route.auth === 'none' ? {} : readCaller(koa, scope);
    const ctx = await admitted(koa, route, { open, caller, company });
    const body = route.body ? await readJson(koa, route) : undefined;
    const raw = { params: koa['params'] as unknown, query: koa.query, body };
    const run = () => route.run(ctx, raw, callOf(koa, route, { accept, company, caller }));
    const key = koa.get('Idempotency-Key');
    // A turn of a conversation is repeated by its log, not from stored bytes.
    if (!key || !route.idempotent || route.sse) return send(route, koa, await run());
    const input = { params: raw.params, body };
    send(route, koa, await once(route, { ...ctx, company: ctx.company ?? (await company()) }, { key, input }, run));
  };

  /** Limits first, so that refusing costs no query; but staff may be past them, which only their account tells. */
  async function admitted(
    koa: HttpContext,
    route: Route,
    { open, caller, company }: { open: OpenCtx; caller: Caller; company: () => Promise<Company> },
  ): Promise<OpenCtx & Partial<Ctx>> {
    const { denied, exceeded } = await admit(koa, caller.claims);
    if (exceeded && caller.claims?.kind !== 'staff') throw exceeded;
    if (route.auth === 'none') return open;
    const visitor = { ...open, company: await company() };
    const actor = await identify(koa, visitor, route.auth, caller, denied, authenticate);
    if (exceeded && !passesLimits(deps, actor)) throw exceeded;
    koa.state.actorKind = actor.kind;
    if (route.permission && actor.kind === 'staff') authoriseStaff({ ...visitor, actor }, route.permission);
    return { ...visitor, actor };
  }

  function send(route: Route, koa: HttpContext, reply: Reply<unknown>): void {
    if ('events' in reply) {
      return sendEvents(koa, reply.events, {
        headers: reply.headers,
        onError(error) {
          const problem = problemOf(error, koa.state.requestId);
          if (problem.status >= 500 && !koa.res.destroyed)
            deps.log.error({ err: error, requestId: koa.state.requestId, route: route.path }, 'stream failed');
          return { data: route.sse?.onProblem(problem) ?? problem };
        },
      });
    }
    koa.set('Cache-Control', 'no-store');
    koa.vary('X-Company');
    if (!('body' in reply || 'bytes' in reply || 'stream' in reply)) {
      koa.status = reply.status;
      return;
    }
    koa.set(reply.headers ?? {});
    if (!('body' in reply)) {
      koa.status = route.status;
      koa.type = reply.type;
      koa.body = 'bytes' in reply ? reply.bytes : reply.stream;
      return;
    }
    checkResponse(route, reply.body);
    koa.status = reply.status ?? route.status;
    if (reply.version !== undefined) koa.etag = String(reply.version);
    koa.body = reply.body;
    // `If-None-Match: *` would fit an answer without a version as well.
    if (koa.method === 'GET' && koa.response.get('ETag') && koa.fresh) koa.status = 304;
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

/** A repeated request gets the answer of the first, with its headers. */
function once(
  route: Route,
  ctx: OpenCtx & Pick<Ctx, 'company'> & Partial<Ctx>,
  request: { key: string; input: unknown },
  run: () => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> {
  return answerOnce(ctx, { ...request, route: `${route.method} ${route.path}` }, async () => {
    const reply = await run();
    if (!('body' in reply)) throw new AppError({ code: 'internal', detail: 'A stream cannot be answered twice.' });
    return { ...reply, status: reply.status ?? route.status };
  });
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

function callOf(
  koa: HttpContext,
  route: Route,
  { accept, company, caller }: { accept: MediaType; company: () => Promise<Company>; caller: Caller },
): Call {
  const left = new AbortController();
  if (koa.res.closed) left.abort();
  else koa.res.once('close', () => left.abort());
  const lastEventId = koa.get('Last-Event-ID');
  const ifMatch = /^(?:W\/)?"(\d{1,9})"$/.exec(koa.get('If-Match'))?.[1];
  return {
    requireVersion() {
      if (ifMatch !== undefined) return Number(ifMatch);
      throw new AppError({
        code: 'precondition-required',
        detail: 'Name the version you read: If-Match with its ETag.',
      });
    },
    namedVersion() {
      // `*` is any version of what exists.
      if (ifMatch !== undefined) return Number(ifMatch);
      if (['', '*'].includes(koa.get('If-Match'))) return undefined;
      throw new AppError({ code: 'precondition-failed', detail: 'If-Match does not name a version.' });
    },
    company,
    accept,
    ip: koa.ip,
    userAgent: koa.get('User-Agent'),
    claims: caller.claims,
    readUpload() {
      if (!route.upload) throw new AppError({ code: 'internal', detail: 'This route takes no upload.' });
      return readUpload(koa, route.upload);
    },
    guestCookie: readGuestCookie(koa),
    idempotencyKey: koa.get('Idempotency-Key') || undefined,
    lastEventId: /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : 0,
    signal: left.signal,
  };
}
