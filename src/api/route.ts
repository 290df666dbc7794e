import type { z } from 'zod';
import type { Actor, Company, Ctx } from '#src/context.ts';
import type { Problem } from './problem.ts';
import { parseInput } from './parse-input.ts';
import type { SseMessage } from './sse.ts';

/** Who may call: anybody; anybody as at least a guest (who is made one on the way); somebody signed in. */
export type Auth = 'none' | 'guest' | 'user';

/** What is known of a call before it is asked who calls. */
export type OpenCtx = Omit<Ctx, 'actor' | 'company'>;
type With<A extends Actor['kind']> = Ctx & { actor: Extract<Actor, { kind: A }> };

interface CtxOf {
  none: OpenCtx;
  guest: With<'guest' | 'customer' | 'staff'>;
  user: With<'customer' | 'staff'>;
}

/** The parts of a request as they came. */
export interface RawInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** What else a handler may look at. */
export interface Call {
  /** The company of the request. @throws AppError not-found */
  company(): Promise<Company>;
  accept: MediaType;
  /** Network address of the client. */
  ip: string;
  /** The guest token of the cookie, as it came. */
  guestCookie: string | undefined;
  /** Number of the last event that a reconnecting client has had, 0 for none. */
  lastEventId: number;
  /** Aborts when the client leaves. */
  signal: AbortSignal;
}

/** The answer: a body, or events for as long as they come. */
export type Reply<R> =
  | { body: R; status?: number; headers?: Record<string, string> }
  | { events: AsyncIterable<SseMessage> };

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Input<S> = S extends z.ZodType ? z.input<S> : never;

interface RouteSpec<
  A extends Auth,
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | undefined,
> {
  method: 'GET' | 'POST';
  /** OpenAPI style: `/api/v1/chat/runs/{turnId}/events`. */
  path: string;
  summary: string;
  auth: A;
  params?: P;
  query?: Q;
  body?: B;
  /** Of the JSON answer; without it the route answers with events only. */
  response?: R;
  /** Says that the route can answer with events, and what its terminal event for a late problem is. */
  sse?: Sse;
  /** Of the JSON answer, unless the handler names another. */
  status: number;
  handler(
    ctx: CtxOf[A],
    input: { params: Output<P>; query: Output<Q>; body: Output<B> },
    call: Call,
  ): Promise<Reply<Input<R>>>;
}

export interface Sse {
  onProblem(problem: Problem): unknown;
}

export type MediaType = 'application/json' | 'text/event-stream';

/** A route as data: feeds the router, and whatever wants to describe the API. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  summary: string;
  auth: Auth;
  params: z.ZodType | undefined;
  query: z.ZodType | undefined;
  body: z.ZodType | undefined;
  response: z.ZodType | undefined;
  sse: Sse | undefined;
  status: number;
  /** Parses, then runs the handler. @throws AppError invalid with every issue, or what the handler throws */
  run(ctx: OpenCtx & Partial<Ctx>, raw: RawInput, call: Call): Promise<Reply<unknown>>;
}

/** Makes a route: the schemas decide the types that the handler gets and must answer with. */
export function defineRoute<
  A extends Auth,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
>(spec: RouteSpec<A, P, Q, B, R>): Route {
  const { method, path, summary, auth, params, query, body, response, sse, status } = spec;
  return {
    method,
    path,
    summary,
    auth,
    params,
    query,
    body,
    response,
    sse,
    status,
    async run(ctx, raw, call) {
      const input = parseInput({ params, query, body }, raw);
      // The router has put in the company and the actor that `auth` promises; inputs follow their schemas.
      return spec.handler(ctx as CtxOf[A], input as Parameters<typeof spec.handler>[1], call);
    },
  };
}
