import bcrypt from 'bcrypt';
import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { selectUserByEmail, updateLastLogin, type UserRow } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { claimConversations } from '../conversations/claim-conversations.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { actorOf } from './actor-of.ts';
import { assertMayLogIn, countLoginFailure, forgetLoginFailures } from './login-throttle.ts';
import { LoginInput } from './schemas.ts';
import { issueToken, verifyToken, type Claims } from './tokens.ts';

/** Compared against when there is no such account, so that both answers take the same time. Of a random password. */
const NOBODY = '$2b$10$FvcGkWiNi0N5mNUkGkO88uuX0ttXYCNDP4a6OTdxQTy90dtSk8zoC';

export interface Login {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  user: Pick<UserRow, 'id' | 'name' | 'email' | 'role'>;
}

/**
 * Signs an account in and gives it what the visitor began as a guest. `from.ip` is counted against guessing.
 * @throws AppError bad-credentials | too-many-requests | invalid | unavailable
 */
export async function login(
  ctx: Omit<Ctx, 'actor'>,
  input: unknown,
  from: { ip: string; guestToken?: string | undefined },
): Promise<Login> {
  const { email, password, guestToken = from.guestToken } = parse(LoginInput, input);
  const { deps, company, now } = ctx;
  const { JWT_SECRET, ACCESS_TOKEN_TTL_SECONDS } = deps.config;
  const attempt = { companyId: company.id, email, ip: from.ip };

  await assertMayLogIn(deps.redis, attempt);
  const user = await selectUserByEmail(ctx.db, company.id, email);
  const right = await bcrypt.compare(password, user?.passwordHash ?? NOBODY);
  if (!right || !user?.passwordHash || user.status !== 'active') {
    await countLoginFailure(deps.redis, attempt);
    throw new AppError({ code: 'bad-credentials', detail: 'The e-mail address or the password is wrong.' });
  }
  await assertMayLogIn(deps.redis, attempt);
  await forgetLoginFailures(deps.redis, attempt);

  const actor = actorOf(user);
  const scope = { secret: JWT_SECRET, companyId: company.id, now };
  const guestId = guestToken && guestOf(scope, guestToken);
  await inTransaction(ctx.db, async (tx) => {
    const signedIn = { ...ctx, actor };
    const claimed = guestId ? await claimConversations(tx, signedIn, guestId) : 0;
    await updateLastLogin(tx, user.id, now);
    await recordEvent(tx, signedIn, {
      type: 'user.logged_in',
      subject: { type: 'user', id: user.id },
      data: { claimedConversations: claimed },
    });
  });

  const claims: Claims =
    actor.kind === 'staff'
      ? { kind: 'staff', sub: actor.id, role: actor.role }
      : { kind: 'customer', sub: actor.id, role: 'customer' };
  const accessToken = issueToken(scope, claims, ACCESS_TOKEN_TTL_SECONDS);
  const { id, name, role } = user;
  return { accessToken, expiresIn: ACCESS_TOKEN_TTL_SECONDS, user: { id, name, email: user.email, role } };
}

/** A guest token that is expired, forged or somebody's access token moves nothing: signing in matters more. */
function guestOf(scope: Parameters<typeof verifyToken>[0], token: string): string | undefined {
  try {
    const claims = verifyToken(scope, token);
    return claims.kind === 'guest' ? claims.sub : undefined;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
