import type { Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { Authenticate } from '#src/services/auth/authenticate.ts';
import { createGuest } from '#src/services/auth/create-guest.ts';
import { readGuestCookie, writeGuestCookie } from '../guest-cookie.ts';
import type { HttpContext } from '../koa-types.ts';

type Visitor = Omit<Ctx, 'actor'>;
type KnownActor = Awaited<ReturnType<Authenticate>>;

/**
 * Who calls: by access token; else, where guests may call, by the guest cookie; else as a new guest, who is told the token
 * in the cookie and, for clients without cookies, in `X-Guest-Token`.
 * @throws AppError unauthenticated | token-expired
 */
export async function identify(
  koa: HttpContext,
  visitor: Visitor,
  auth: 'guest' | 'user',
  authenticate: Authenticate,
): Promise<KnownActor> {
  const header = koa.get('Authorization');
  if (header) {
    const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
    if (!token) throw new AppError({ code: 'unauthenticated', detail: 'Authorization must be "Bearer" and a token.' });
    const actor = await authenticate(visitor, token);
    if (auth === 'user' && actor.kind === 'guest')
      throw new AppError({ code: 'unauthenticated', detail: 'Please sign in to do this.' });
    return actor;
  }
  if (auth === 'user') throw new AppError({ code: 'unauthenticated', detail: 'Please sign in to do this.' });
  return (await returningGuest(koa, visitor, authenticate)) ?? newGuest(koa, visitor);
}

/** A cookie that is expired, forged or of another company counts as none. */
async function returningGuest(
  koa: HttpContext,
  visitor: Visitor,
  authenticate: Authenticate,
): Promise<KnownActor | undefined> {
  const cookie = readGuestCookie(koa);
  if (!cookie) return undefined;
  try {
    const actor = await authenticate(visitor, cookie);
    return actor.kind === 'guest' ? actor : undefined;
  } catch (error) {
    if (error instanceof AppError && error.status === 401) return undefined;
    throw error;
  }
}

function newGuest(koa: HttpContext, visitor: Visitor): KnownActor {
  const { guestId, token, expiresIn } = createGuest(visitor);
  writeGuestCookie(koa, { token, maxAge: expiresIn, secure: visitor.deps.config.NODE_ENV === 'production' });
  koa.set('X-Guest-Token', token);
  return { kind: 'guest', id: guestId };
}
