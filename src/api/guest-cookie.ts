import type { HttpContext } from './koa-types.ts';

const NAME = 'guest';
const ATTRIBUTES = 'Path=/api; HttpOnly; SameSite=Lax';

/** The guest token that the browser sends, unverified: the token carries its own signature. */
export function readGuestCookie(koa: HttpContext): string | undefined {
  return koa.cookies.get(NAME, { signed: false });
}

export interface GuestCookie {
  token: string;
  /** Seconds. */
  maxAge: number;
  secure: boolean;
}

// Koa's own writer refuses `Secure` when TLS ends at a proxy that it has not been told of.
export function writeGuestCookie(koa: HttpContext, { token, maxAge, secure }: GuestCookie): void {
  koa.append('Set-Cookie', `${NAME}=${token}; Max-Age=${maxAge}; ${ATTRIBUTES}${secure ? '; Secure' : ''}`);
}

/** Header that takes the cookie away again, once its conversations belong to an account. */
export const DROP_GUEST_COOKIE = `${NAME}=; Max-Age=0; ${ATTRIBUTES}`;
