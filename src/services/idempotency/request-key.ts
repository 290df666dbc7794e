import { createHmac } from 'node:crypto';
import type { Actor } from '#src/context.ts';
import type { IdempotencyRow } from '#src/db/queries/idempotency-keys.ts';
import { AppError } from '#src/errors.ts';
import type { Visitor } from '../visitor.ts';

const KEY = /^[\x21-\x7e]{1,128}$/;
/** How long a repeated request gets the first answer. */
export const KEPT_MS = 24 * 3_600_000;

export interface KeyedRequest {
  /** The `Idempotency-Key` as it came. */
  key: string;
  /** `POST /api/v1/bookings`. */
  route: string;
  /** All that makes it this request: what the path names, the body. */
  input: unknown;
}

/** What a request with a key is known by in the database. */
export type RequestKey = Pick<IdempotencyRow, 'companyId' | 'actorId' | 'idempotencyKey' | 'route' | 'bodyHash'>;

/**
 * A key counts for its caller alone; where nobody is asked who they are, for the route. The body may hold a password: its
 * hash is keyed, so that a copy of the table is no help in guessing. @throws AppError invalid (the key)
 */
export function requestKey(ctx: Visitor & { actor?: Actor }, { key, route, input }: KeyedRequest): RequestKey {
  if (!KEY.test(key))
    throw new AppError({ code: 'invalid', detail: 'Idempotency-Key must have 1 to 128 visible ASCII characters.' });
  const { actor, company, deps } = ctx;
  const digest = (...parts: string[]) =>
    createHmac('sha256', deps.config.JWT_SECRET).update(parts.join('\n')).digest('base64url');
  return {
    companyId: company.id,
    actorId: !actor ? 'anybody' : actor.kind === 'system' ? 'system' : actor.id,
    idempotencyKey: actor ? key : digest('key', route, key),
    route,
    bodyHash: digest('request', JSON.stringify(input ?? null)),
  };
}

/** @throws AppError idempotency-mismatch when the key was used for another request */
export function assertSameRequest(first: RequestKey, { route, bodyHash }: RequestKey): void {
  if (first.route === route && first.bodyHash === bodyHash) return;
  const detail = 'This Idempotency-Key was used for another request.';
  throw new AppError({ code: 'idempotency-mismatch', detail });
}
