import { AppError } from '#src/errors.ts';
import type { Authenticate } from '#src/services/auth/authenticate.ts';
import { createGuest } from '#src/services/auth/create-guest.ts';
import { verifyToken, type Claims, type TokenScope } from '#src/services/auth/tokens.ts';
import type { Visitor } from '#src/services/visitor.ts';
import { readGuestCookie, writeGuestCookie } from '../guest-cookie.ts';
import type { HttpContext } from '../koa-types.ts';
import type { Auth } from '../route.ts';

type KnownActor = Awaited<ReturnType<Authenticate>>;

/** What a request says of its caller, as far as signatures tell. */
export interface Caller {
  claims?: Claims;
  /** Why the access token that was sent is none. */
  problem?: AppError;
}

/** Reads the access token or else the guest cookie; costs no query. A cookie that is not good counts as none. */
export function readCaller(koa: HttpContext, scope: TokenScope): Caller {
  const header = koa.get('Authorization');
  if (!header) {
    const cookie = readGuestCookie(koa);
    const guest = cookie ? claimsOf(scope, cookie).claims : undefined;
    return guest?.kind === 'guest' ? { claims: guest } : {};
  }
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  if (token) return claimsOf(scope, token);
  const detail = 'Authorization must be "Bearer" and a token.';
  return { problem: new AppError({ code: 'unauthenticated', detail }) };
}

function claimsOf(scope: TokenScope, token: string): Caller {
  try {
    return { claims: verifyToken(scope, token) };
  } catch (error) {
    if (error instanceof AppError) return { problem: error };
    throw error;
  }
}

/**
 * Who calls: by access token; else, where guests may call, by the guest cookie; else as a new guest, who is told the token
 * in the cookie and, for clients without cookies, in `X-Guest-Token`.
 * @param denied what the denylist said of the token, undefined when it could not be asked
 * @throws AppError unauthenticated | token-expired | forbidden
 */
export async function identify(
  koa: HttpContext,
  visitor: Visitor,
  auth: Exclude<Auth, 'none'>,
  { claims, problem }: Caller,
  denied: boolean | undefined,
  authenticate: Authenticate,
): Promise<KnownActor> {
  if (problem) throw problem;
  if (!claims && auth === 'guest') return newGuest(koa, visitor);
  const actor = claims && (await authenticate(visitor, claims, denied));
  if (!actor || (auth !== 'guest' && actor.kind === 'guest'))
    throw new AppError({ code: 'unauthenticated', detail: 'Please sign in to do this.' });
  if (auth !== 'guest' && auth !== 'user' && actor.kind !== auth)
    throw new AppError({
      code: 'forbidden',
      detail: `This is for ${auth === 'staff' ? 'staff' : 'customers'} only.`,
    });
  return actor;
}

function newGuest(koa: HttpContext, visitor: Visitor): KnownActor {
  const { guestId, token, expiresIn } = createGuest(visitor);
  writeGuestCookie(koa, { token, maxAge: expiresIn, secure: visitor.deps.config.NODE_ENV === 'production' });
  koa.set('X-Guest-Token', token);
  return { kind: 'guest', id: guestId };
}
