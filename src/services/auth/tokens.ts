import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { AppError } from '#src/errors.ts';

const ISSUER = 'converge-ai';
const ALGORITHM = 'HS256';

const Claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('guest'), sub: z.string() }),
  z.object({ kind: z.literal('customer'), sub: z.string(), role: z.literal('customer') }),
  z.object({ kind: z.literal('staff'), sub: z.string(), role: z.enum(['ops', 'admin']) }),
]);
/** Who a token speaks for. */
export type Claims = z.output<typeof Claims>;

interface TokenScope {
  secret: string;
  companyId: string;
  now: Date;
}

const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);

/** A signed token that is good for one company. */
export function issueToken(scope: TokenScope, claims: Claims, ttlSeconds: number): string {
  const { sub, ...rest } = claims;
  return jwt.sign({ ...rest, iat: secondsOf(scope.now) }, scope.secret, {
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
    const payload = jwt.verify(token, scope.secret, {
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
