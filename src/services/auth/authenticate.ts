import { LRUCache } from 'lru-cache';
import type { Actor, Ctx } from '#src/context.ts';
import { selectUser } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { actorOf } from './actor-of.ts';
import { verifyToken } from './tokens.ts';

type KnownActor = Exclude<Actor, { kind: 'system' }>;

/** Turns an access token into an actor. @throws AppError token-expired | unauthenticated */
export type Authenticate = (ctx: Omit<Ctx, 'actor'>, token: string) => Promise<KnownActor>;

/**
 * The token says who it is, the user's row what they may do now: a suspended account or a changed role counts within
 * 30 seconds.
 */
export function createAuthenticate(): Authenticate {
  const active = new LRUCache<string, KnownActor>({ max: 10_000, ttl: 30_000 });

  return async function authenticate(ctx, token) {
    const { deps, db, company, now } = ctx;
    const claims = verifyToken({ secret: deps.config.JWT_SECRET, companyId: company.id, now }, token);
    if (claims.kind === 'guest') return { kind: 'guest', id: claims.sub };
    const key = `${company.id}/${claims.sub}`;
    const cached = active.get(key);
    if (cached) return cached;
    const user = await selectUser(db, company.id, claims.sub);
    if (user?.status !== 'active')
      throw new AppError({ code: 'unauthenticated', detail: 'This account is not active any more.' });
    const actor = actorOf(user);
    active.set(key, actor);
    return actor;
  };
}
