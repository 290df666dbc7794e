import { LRUCache } from 'lru-cache';
import { selectServiceCounts } from '#src/db/queries/catalogue.ts';
import type { Visitor } from '../visitor.ts';

const TTL_MS = 10 * 60_000;
const caches = new WeakMap<object, LRUCache<string, Promise<Map<string, number>>>>();

/**
 * How often each service is done, as a share of the most frequent one, by id: counted over the company's latest
 * completed bookings, at most ten minutes old. One query when it is not cached.
 */
export function popularityOf(ctx: Visitor): Promise<Map<string, number>> {
  let cache = caches.get(ctx.db);
  if (!cache) caches.set(ctx.db, (cache = new LRUCache({ max: 100, ttl: TTL_MS })));
  const cached = cache.get(ctx.company.id);
  if (cached) return cached;
  const counting = selectServiceCounts(ctx.db, { companyId: ctx.company.id, bookings: 2_000 }).then(shares);
  cache.set(ctx.company.id, counting);
  counting.catch(() => cache.delete(ctx.company.id));
  return counting;
}

export function shares(counts: { rateCardId: string; count: number }[]): Map<string, number> {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return new Map(counts.map(({ rateCardId, count }) => [rateCardId, count / most]));
}
