import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { AppError } from '#src/errors.ts';

const ISSUER = 'converge-ai';
const ALGORITHM = 'HS256';

const Claims = z.object({
  kind: z.enum(['guest', 'customer', 'staff']),
  sub: z.string(),
  /** Names the token, so that it can be denied; absent on guests. */
  jti: z.string().optional(),
  /** The sign-in that it belongs to: the refresh tokens' family. */
  sid: z.string().optional(),
  /** Issued at and expires at, seconds since 1970. */
  iat: z.number().optional(),
  exp: z.number().optional(),
});
/** Who a token speaks for. What they may do is asked of the database. */
export type Claims = z.output<typeof Claims>;

export interface TokenScope {
  secret: string;
  companyId: string;
  now: Date;
}

const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);

const keys = new Map<string, KeyObject>();
/** Made once: given text, the library tries each time whether it is a PEM, which takes longer than all the rest. */
function keyOf({ secret }: TokenScope): KeyObject {
  const key = keys.get(secret) ?? createSecretKey(Buffer.from(secret));
  keys.set(secret, key);
  return key;
}

/** A signed token that is good for one company. */
export function issueToken(scope: TokenScope, claims: Claims, ttlSeconds: number): string {
  const { sub, kind, jti, sid } = claims;
  const rest = { kind, ...(jti ? { jti } : {}), ...(sid ? { sid } : {}) };
  return jwt.sign({ ...rest, iat: secondsOf(scope.now) }, keyOf(scope), {
    algorithm: ALGORITHM,
    issuer: ISSUER,
    audience: scope.companyId,
    subject: sub,
    expiresIn: ttlSeconds,
  });
}

/** @throws AppError token-expired | unauthenticated */
export function verifyToken(scope: TokenScope, token: string): Claims {
  try {
    const payload = jwt.verify(token, keyOf(scope), {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: scope.companyId,
      clockTimestamp: secondsOf(scope.now),
    });
    return Claims.parse(payload);
  } catch (cause) {
    if (cause instanceof jwt.TokenExpiredError)
      throw new AppError({ code: 'token-expired', detail: 'Please sign in again.', cause });
    throw new AppError({ code: 'unauthenticated', detail: 'The access token is not valid.', cause });
  }
}
