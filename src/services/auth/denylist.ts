import type { Ctx } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import { isFamilyRevoked } from '#src/db/queries/accounts.ts';
import type { Claims } from './tokens.ts';

const tokenKey = (jti: string): string => `deny:jti:${jti}`;
const sessionKey = (sid: string): string => `deny:sid:${sid}`;

/** The Redis keys of which none may exist for the token to be good. Read together with the rate limits. */
export function denyKeysOf({ jti, sid }: Claims): string[] {
  return [...(jti ? [tokenKey(jti)] : []), ...(sid ? [sessionKey(sid)] : [])];
}

/** What the denylist would say, from the database: for when Redis cannot be asked. */
export async function isDeniedByDatabase(db: Db, { sid }: Claims): Promise<boolean> {
  return sid === undefined ? false : isFamilyRevoked(db, sid);
}

/** Ends the access tokens of these sessions at once. Called after the transaction that revoked them. */
export async function denySessions({ deps }: Pick<Ctx, 'deps'>, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  const pipeline = deps.redis.pipeline();
  for (const sid of sessionIds) pipeline.set(sessionKey(sid), '1', 'EX', deps.config.ACCESS_TOKEN_TTL_SECONDS);
  throwFirst(await pipeline.exec());
}

/** Ends one access token, and with it its session. `exp` of the claims is in seconds since 1970. */
export async function denyToken(ctx: Pick<Ctx, 'deps' | 'now'>, claims: Claims): Promise<void> {
  const { redis, config } = ctx.deps;
  const left = Math.max(1, (claims.exp ?? 0) - Math.floor(ctx.now.getTime() / 1_000));
  const pipeline = redis.pipeline();
  if (claims.jti) pipeline.set(tokenKey(claims.jti), '1', 'EX', left);
  if (claims.sid) pipeline.set(sessionKey(claims.sid), '1', 'EX', config.ACCESS_TOKEN_TTL_SECONDS);
  if (pipeline.length > 0) throwFirst(await pipeline.exec());
}

function throwFirst(results: [error: Error | null, result: unknown][] | null): void {
  const failed = results?.find(([error]) => error);
  if (failed?.[0]) throw failed[0];
}
