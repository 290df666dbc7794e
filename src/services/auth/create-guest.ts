import type { Ctx } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { issueToken } from './tokens.ts';

export interface GuestIdentity {
  guestId: string;
  token: string;
  /** Seconds. */
  expiresIn: number;
}

/** A new visitor. Nothing is stored: the signed token is the identity. */
export function createGuest(ctx: Omit<Ctx, 'actor'>): GuestIdentity {
  const { JWT_SECRET, GUEST_TOKEN_TTL_SECONDS } = ctx.deps.config;
  const guestId = newId('guest', ctx.now);
  const scope = { secret: JWT_SECRET, companyId: ctx.company.id, now: ctx.now };
  const token = issueToken(scope, { kind: 'guest', sub: guestId }, GUEST_TOKEN_TTL_SECONDS);
  return { guestId, token, expiresIn: GUEST_TOKEN_TTL_SECONDS };
}
