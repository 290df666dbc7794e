import bcrypt from 'bcrypt';
import type { Ctx } from '#src/context.ts';
import { inTransaction } from '#src/db/client.ts';
import { selectUserByEmail, updateLastLogin } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { actorOf } from './actor-of.ts';
import { assertMayLogIn, countLoginFailure, forgetLoginFailures } from './login-throttle.ts';
import { NOBODY_HASH } from './password-hash.ts';
import { LoginInput } from './schemas.ts';
import type { Origin } from './sessions.ts';
import { signIn, type SignedIn } from './sign-in.ts';

/**
 * Signs an account in and gives it what the visitor began as a guest. `from.ip` is counted against guessing.
 * @throws AppError bad-credentials | too-many-requests | invalid | unavailable
 */
export async function login(
  ctx: Omit<Ctx, 'actor'>,
  input: unknown,
  from: Origin & { guestToken?: string | undefined },
): Promise<SignedIn> {
  const { email, password, guestToken = from.guestToken } = parse(LoginInput, input);
  const { deps, company, now } = ctx;
  const attempt = { companyId: company.id, email, ip: from.ip };

  await assertMayLogIn(deps.redis, attempt);
  const user = await selectUserByEmail(ctx.db, company.id, email);
  const right = await bcrypt.compare(password, user?.passwordHash ?? NOBODY_HASH);
  if (!right || !user?.passwordHash || user.status !== 'active') {
    await countLoginFailure(deps.redis, attempt);
    throw badCredentials();
  }
  await assertMayLogIn(deps.redis, attempt);
  await forgetLoginFailures(deps.redis, attempt);

  const actor = await actorOf(ctx.db, user);
  return inTransaction(ctx.db, async (tx) => {
    const by = { ...ctx, actor };
    // First, so that sign-ins at once queue here: a token's foreign key shares the row's lock, which then could not grow.
    // A password that was changed while it was compared opens nothing.
    if (!(await updateLastLogin(tx, user, now))) throw badCredentials();
    const { signedIn, claimedConversations } = await signIn(tx, by, user, { ...from, guestToken });
    await recordEvent(tx, by, {
      type: 'user.logged_in',
      subject: { type: 'user', id: user.id },
      data: { claimedConversations },
    });
    return signedIn;
  });
}

const badCredentials = () =>
  new AppError({ code: 'bad-credentials', detail: 'The e-mail address or the password is wrong.' });
