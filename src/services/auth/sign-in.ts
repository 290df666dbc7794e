import type { Actor, Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import type { UserRow } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { claimConversations } from '../conversations/claim-conversations.ts';
import { openSession, type Origin, type SessionTokens } from './sessions.ts';
import { verifyToken } from './tokens.ts';

export interface SignedIn extends SessionTokens {
  user: Pick<UserRow, 'id' | 'name' | 'email' | 'role'>;
}

type Account = Extract<Actor, { name: string }>;

/** Begins a session for an account whose holder has proved it, and moves there what the visitor began as a guest. */
export async function signIn(
  tx: Transaction,
  ctx: Omit<Ctx, 'actor'> & { actor: Account },
  user: SignedIn['user'],
  from: Origin & { guestToken?: string | undefined },
): Promise<{ signedIn: SignedIn; claimedConversations: number }> {
  const guestId = from.guestToken && guestOf(ctx, from.guestToken);
  const claimedConversations = guestId ? await claimConversations(tx, ctx, guestId) : 0;
  const tokens = await openSession(tx, ctx, ctx.actor, from);
  return { signedIn: { ...tokens, user: publicUser(user) }, claimedConversations };
}

/** What a sign-in's answer tells of the account. */
export function publicUser({ id, name, email, role }: SignedIn['user']): SignedIn['user'] {
  return { id, name, email, role };
}

/** A guest token that is expired, forged or somebody's access token moves nothing: signing in matters more. */
function guestOf({ deps, company, now }: Omit<Ctx, 'actor'>, token: string): string | undefined {
  try {
    const claims = verifyToken({ secret: deps.config.JWT_SECRET, companyId: company.id, now }, token);
    return claims.kind === 'guest' ? claims.sub : undefined;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
