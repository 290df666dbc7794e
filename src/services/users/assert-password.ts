import bcrypt from 'bcrypt';
import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { lockAccount, type AccountRow } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { assertMayLogIn, countLoginFailure, forgetLoginFailures } from '../auth/login-throttle.ts';
import { weaknessOf, type Holder } from '../auth/password-policy.ts';
import { knownAccount } from './get-profile.ts';

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

/**
 * Locks the account of a holder who has just proved the password: with another one by now, they have not.
 * @throws AppError conflict | unauthenticated
 */
export async function lockProved(
  tx: Transaction,
  { companyId, id, passwordHash }: Pick<AccountRow, 'companyId' | 'id' | 'passwordHash'>,
): Promise<void> {
  const current = knownAccount(await lockAccount(tx, companyId, id));
  if (current.passwordHash !== passwordHash)
    throw new AppError({ code: 'conflict', detail: 'The password has been changed meanwhile.' });
}

/** @throws AppError invalid (at `pointer`) */
export function assertStrong(password: string, holder: Holder, pointer = '/password'): void {
  const weakness = weaknessOf(password, holder);
  if (weakness !== undefined) throw invalid(pointer, weakness);
}

function invalid(pointer: string, detail: string): AppError {
  return new AppError({ code: 'invalid', detail: `${pointer.slice(1)} ${detail}.`, issues: [{ pointer, detail }] });
}
