import { LRUCache } from 'lru-cache';
import type { Actor, Ctx } from '#src/context.ts';
import { selectUser } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { actorOf } from './actor-of.ts';
import { isDeniedByDatabase } from './denylist.ts';
import type { Claims } from './tokens.ts';

type KnownActor = Exclude<Actor, { kind: 'system' }>;

/**
 * Turns the claims of a verified access token into an actor.
 * `denied` is what the denylist said, undefined when it could not be asked. @throws AppError unauthenticated
 */
export type Authenticate = (
  ctx: Omit<Ctx, 'actor'>,
  claims: Claims,
  denied: boolean | undefined,
) => Promise<KnownActor>;

interface Known {
  actor: KnownActor;
  /** Seconds since 1970, 0 for any. */
  tokensValidFrom: number;
}

/**
 * The token says who it is, the user's row what they may do now: a suspended account or a changed role counts within
 * 30 seconds, a denied token at once.
 */
export function createAuthenticate(): Authenticate {
  const active = new LRUCache<string, Known>({ max: 10_000, ttl: 30_000 });

  return async function authenticate(ctx, claims, denied) {
    if (claims.kind === 'guest') return { kind: 'guest', id: claims.sub };
    if (denied ?? (await isDeniedByDatabase(ctx.db, claims))) throw refused('You have been signed out.');
    const key = `${ctx.company.id}/${claims.sub}`;
    let known = active.get(key);
    if (!known) {
      known = await look(ctx, claims.sub);
      active.set(key, known);
    }
    if ((claims.iat ?? 0) < known.tokensValidFrom) throw refused('You have been signed out.');
    return known.actor;
  };
}

async function look({ db, company }: Omit<Ctx, 'actor'>, userId: string): Promise<Known> {
  const user = await selectUser(db, company.id, userId);
  if (user?.status !== 'active') throw refused('This account is not active any more.');
  // Tokens know whole seconds only; one of the very second is ended by the denylist.
  const tokensValidFrom = Math.floor((user.tokensValidFrom?.getTime() ?? 0) / 1_000);
  return { actor: await actorOf(db, user), tokensValidFrom };
}

const refused = (detail: string) => new AppError({ code: 'unauthenticated', detail });
