import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor, Company, Ctx } from '#src/context.ts';
import type { ErrorCode } from '#src/errors.ts';
import type { Permission } from '#src/permissions.ts';
import type { Claims } from '#src/services/auth/tokens.ts';
import type { Problem } from './problem.ts';
import { parseInput } from './parse-input.ts';
import type { SseMessage } from './sse.ts';

/**
 * Who may call: anybody; anybody as at least a guest (who is made one on the way); somebody signed in; a customer; one of
 * the staff.
 */
export type Auth = 'none' | 'guest' | 'user' | 'customer' | 'staff';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What is known of a call before it is asked who calls. */
export type OpenCtx = Omit<Ctx, 'actor' | 'company'>;
type With<A extends Actor['kind']> = Ctx & { actor: Extract<Actor, { kind: A }> };

interface CtxOf {
  none: OpenCtx;
  guest: With<'guest' | 'customer' | 'staff'>;
  user: With<'customer' | 'staff'>;
  customer: With<'customer'>;
  staff: With<'staff'>;
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
  userAgent: string;
  /** Of the caller's token, verified; undefined on routes for anybody. */
  claims: Claims | undefined;
  /** The bytes of an upload. @throws AppError unsupported-media-type | too-large | bad-request */
  readUpload(): Promise<Buffer>;
  /** The guest token of the cookie, as it came. */
  guestCookie: string | undefined;
  /** The client's name for this request. */
  idempotencyKey: string | undefined;
  /** Number of the last event that a reconnecting client has had, 0 for none. */
  lastEventId: number;
  /** The version that `If-Match` names. @throws AppError precondition-required when there is none */
  requireVersion(): number;
  /** The same where it may be left out. @throws AppError precondition-failed when it names something else */
  namedVersion(): number | undefined;
  /** Aborts when the client leaves. */
  signal: AbortSignal;
}

/** The answer: a body, a file, or events for as long as they come. */
export type Reply<R> =
  | { body: R; status?: number; headers?: Record<string, string>; /** Becomes the `ETag`. */ version?: number }
  | { bytes: Buffer; type: string; headers?: Record<string, string> }
  /** A file that is written while it is sent. */
  | { stream: Readable; type: string; headers?: Record<string, string> }
  | { events: AsyncIterable<SseMessage>; headers?: Record<string, string> }
  /** There is nothing to tell (204); the route declares it among its `otherStatuses`. */
  | { status: 204 };

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Input<S> = S extends z.ZodType ? z.input<S> : never;

interface RouteSpec<
  A extends Auth,
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | undefined,
> {
  method: Method;
  /** OpenAPI style: `/api/v1/chat/runs/{turnId}/events`. */
  path: string;
  summary: string;
  auth: A;
  /** What staff need to call it; customers act on their own things without. Feeds the permission matrix. */
  permission?: Permission;
  /** Honours `Idempotency-Key`; where it can answer with events, its handler does so. */
  idempotent?: boolean;
  /** An update: needs `If-Match` with the version that was read, or heeds it where it is sent. */
  versioned?: boolean | 'optional';
  /** Codes of the problems that this route answers beside the general ones, for the documentation. */
  problems?: readonly ErrorCode[];
  params?: P;
  query?: Q;
  body?: B;
  /** 1 MB unless it says otherwise. */
  maxBodyBytes?: number;
  /** Fields and list items in all: 1,000 unless it says otherwise. */
  maxBodyMembers?: number;
  /** Instead of a JSON body: bytes of one of these types, read by `call.readUpload`. */
  upload?: Upload;
  /** Of the JSON answer; without it the route answers with events or a file only. */
  response?: R;
  /** Media types of the file that the route answers with. */
  produces?: readonly string[];
  /** Says that the route can answer with events, and what its terminal event for a late problem is. */
  sse?: Sse;
  /** Of the JSON answer, unless the handler names another. */
  status: number;
  /** The other statuses that the handler may name. */
  otherStatuses?: readonly number[];
  handler(
    ctx: CtxOf[A],
    input: { params: Output<P>; query: Output<Q>; body: Output<B> },
    call: Call,
  ): Promise<Reply<Input<R>>>;
}

export interface Upload {
  types: readonly string[];
  maxBytes: number;
}

export interface Sse {
  /** What each `data:` line is, for the documentation. */
  format: string;
  onProblem(problem: Problem): unknown;
}

export type MediaType = 'application/json' | 'text/event-stream';

/** A route as data: feeds the router, and whatever wants to describe the API. */
export interface Route {
  method: Method;
  path: string;
  summary: string;
  auth: Auth;
  permission: Permission | undefined;
  idempotent: boolean;
  versioned: boolean | 'optional';
  problems: readonly ErrorCode[];
  params: z.ZodType | undefined;
  query: z.ZodType | undefined;
  body: z.ZodType | undefined;
  maxBodyBytes: number | undefined;
  maxBodyMembers: number | undefined;
  upload: Upload | undefined;
  response: z.ZodType | undefined;
  produces: readonly string[];
  sse: Sse | undefined;
  status: number;
  otherStatuses: readonly number[];
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
  const {
    permission,
    idempotent = false,
    versioned = false,
    problems = [],
    produces = [],
    upload,
    otherStatuses = [],
    maxBodyBytes,
    maxBodyMembers,
  } = spec;
  return {
    permission,
    idempotent,
    versioned,
    problems,
    method,
    path,
    summary,
    auth,
    params,
    query,
    body,
    maxBodyBytes,
    maxBodyMembers,
    upload,
    response,
    produces,
    sse,
    status,
    otherStatuses,
    async run(ctx, raw, call) {
      const input = parseInput({ params, query, body }, raw);
      // The router has put in the company and the actor that `auth` promises; inputs follow their schemas.
      return spec.handler(ctx as CtxOf[A], input as Parameters<typeof spec.handler>[1], call);
    },
  };
}
