import bcrypt from 'bcrypt';
import type { Ctx } from '#src/context.ts';
import type { AccountRow } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { assertMayLogIn, countLoginFailure, forgetLoginFailures } from '../auth/login-throttle.ts';
import { weaknessOf, type Holder } from '../auth/password-policy.ts';

/**
 * The holder proves who they are once more. Wrong ones count as failed sign-ins: an open screen is no place to guess.
 * @throws AppError invalid (at `pointer`) | too-many-requests | unavailable
 */
export async function assertPassword(
  { deps, company }: Pick<Ctx, 'deps' | 'company'>,
  account: Pick<AccountRow, 'email' | 'passwordHash'>,
  { password, pointer, ip }: { password: string; pointer: string; ip: string },
): Promise<void> {
  const attempt = { companyId: company.id, email: account.email, ip };
  await assertMayLogIn(deps.redis, attempt);
  if (!account.passwordHash || !(await bcrypt.compare(password, account.passwordHash))) {
    await countLoginFailure(deps.redis, attempt);
    throw invalid(pointer, 'is not your password');
  }
  await assertMayLogIn(deps.redis, attempt);
  await forgetLoginFailures(deps.redis, attempt);
}

/** @throws AppError invalid (at `pointer`) */
export function assertStrong(password: string, holder: Holder, pointer = '/password'): void {
  const weakness = weaknessOf(password, holder);
  if (weakness !== undefined) throw invalid(pointer, weakness);
}

function invalid(pointer: string, detail: string): AppError {
  return new AppError({ code: 'invalid', detail: `${pointer.slice(1)} ${detail}.`, issues: [{ pointer, detail }] });
}
