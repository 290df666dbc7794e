import type { ChainableCommander } from 'ioredis';
import type { Ctx } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import { isFamilyRevoked } from '#src/db/queries/accounts.ts';
import { AppError } from '#src/errors.ts';
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

/**
 * Ends the access tokens of these sessions at once. Where nothing else ends them it is the last step of the transaction, so
 * that without Redis nothing is done by halves. @throws AppError unavailable
 */
export async function denySessions({ deps }: Pick<Ctx, 'deps'>, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  const pipeline = deps.redis.pipeline();
  for (const sid of sessionIds) pipeline.set(sessionKey(sid), '1', 'EX', deps.config.ACCESS_TOKEN_TTL_SECONDS);
  await run(pipeline);
}

/** Ends one access token, and with it its session. `exp` of the claims is in seconds since 1970. */
export async function denyToken(ctx: Pick<Ctx, 'deps' | 'now'>, claims: Claims): Promise<void> {
  const { redis, config } = ctx.deps;
  const left = Math.max(1, (claims.exp ?? 0) - Math.floor(ctx.now.getTime() / 1_000));
  const pipeline = redis.pipeline();
  if (claims.jti) pipeline.set(tokenKey(claims.jti), '1', 'EX', left);
  if (claims.sid) pipeline.set(sessionKey(claims.sid), '1', 'EX', config.ACCESS_TOKEN_TTL_SECONDS);
  if (pipeline.length > 0) await run(pipeline);
}

/** Without Redis access tokens cannot be ended. */
async function run(pipeline: ChainableCommander): Promise<void> {
  const results = await pipeline.exec().catch((cause: Error): [Error][] => [[cause]]);
  const failed = results?.find(([error]) => error);
  if (failed) throw new AppError({ code: 'unavailable', cause: failed[0] });
}
