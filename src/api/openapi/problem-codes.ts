import { PROBLEMS, type ErrorCode } from '#src/errors.ts';
import type { Route } from '../route.ts';

type Facts = Pick<
  Route,
  | 'path'
  | 'auth'
  | 'permission'
  | 'idempotent'
  | 'versioned'
  | 'params'
  | 'query'
  | 'body'
  | 'upload'
  | 'response'
  | 'sse'
  | 'problems'
>;

/** Every code that a route may answer with: its own, and those that follow from what it asks for; by status, then name. */
export function problemCodes(route: Facts): ErrorCode[] {
  const codes: ErrorCode[] = ['internal', 'unavailable', ...route.problems];
  // Every call names a company, if only by leaving the header out.
  if (route.path.startsWith('/api/')) codes.push('not-found', 'too-many-requests');
  if (route.response || route.sse) codes.push('not-acceptable');
  if (route.auth !== 'none') codes.push('unauthenticated', 'token-expired');
  if (route.auth === 'customer' || route.auth === 'staff' || route.permission) codes.push('forbidden');
  if (route.params || route.query || route.body) codes.push('invalid');
  if (route.body || route.upload) codes.push('bad-request', 'too-large', 'unsupported-media-type');
  if (route.body) codes.push('invalid-json');
  if (route.idempotent) codes.push('conflict', 'idempotency-mismatch', 'invalid');
  if (route.versioned) codes.push('precondition-failed');
  if (route.versioned === true) codes.push('precondition-required');
  return [...new Set(codes)].sort((a, b) => PROBLEMS[a][0] - PROBLEMS[b][0] || (a < b ? -1 : 1));
}
