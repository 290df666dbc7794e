import type { Context } from 'koa';
import { AppError, PROBLEMS, type FieldIssue } from '#src/errors.ts';

/** RFC 9457 problem details. */
export interface Problem {
  /** Facts of the single problem, e.g. `retryAfterSeconds`. */
  [fact: string]: unknown;
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** Names the request, to find it in the logs. */
  instance: string;
  code: string;
  errors?: FieldIssue[];
}

/** What a client is told about an error: of a 5xx no more than that it happened. */
export function problemOf(error: unknown, requestId: string): Problem {
  const known = error instanceof AppError ? error : undefined;
  const code = known?.code ?? (isUnreachable(error) ? 'unavailable' : 'internal');
  const [status, title] = PROBLEMS[code];
  const open = status < 500;
  return {
    ...(open ? known?.data : undefined),
    type: `urn:problem:${code}`,
    title,
    status,
    ...(open
      ? known?.detail !== undefined && { detail: known.detail }
      : { detail: `Please try again in a moment. If it keeps happening, tell us this number: ${requestId}` }),
    instance: `urn:request:${requestId}`,
    code,
    ...(open && known?.issues && { errors: known.issues }),
  };
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'PROTOCOL_CONNECTION_LOST']);

/** Whether the database or Redis could not be reached, somewhere down the causes. */
function isUnreachable(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && UNREACHABLE.has(String(e.code))) return true;
    if (e.name === 'MaxRetriesPerRequestError') return true;
  }
  return false;
}

/** Answers with the problem and the headers that belong to its status. */
export function sendProblem(koa: Context, problem: Problem): void {
  koa.status = problem.status;
  if (problem.status === 401) koa.set('WWW-Authenticate', 'Bearer');
  if (typeof problem['retryAfterSeconds'] === 'number') koa.set('Retry-After', String(problem['retryAfterSeconds']));
  koa.set('Cache-Control', 'no-store');
  koa.body = JSON.stringify(problem);
  koa.type = 'application/problem+json';
}
