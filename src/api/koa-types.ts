import type { Middleware, ParameterizedContext } from 'koa';

/** What the middleware learns about a request, for the log line at its end. */
export interface RequestState {
  requestId: string;
  /** Path pattern of the route: unlike the path itself it holds no ids. */
  route?: string;
  actorKind?: string;
}

export type HttpContext = ParameterizedContext<RequestState>;
export type HttpMiddleware = Middleware<RequestState>;
