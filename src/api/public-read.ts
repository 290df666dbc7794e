import { createHash } from 'node:crypto';
import type { Visitor } from '#src/services/visitor.ts';
import type { Call, OpenCtx, Reply } from './route.ts';

/** What a verb needs of a request that nobody has to sign in for. @throws AppError not-found (the company) */
export async function visitorOf(ctx: OpenCtx, call: Call): Promise<Visitor> {
  return { ...ctx, company: await call.company() };
}

/**
 * An answer that browsers and caches may keep, but ask about before they use it again: an unchanged one costs no
 * body, and a changed price is never shown as it was.
 */
export function cacheable<R>(body: R): Reply<R> {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
  return { body, headers: { 'Cache-Control': 'no-cache', ETag: `W/"${hash}"` } };
}
