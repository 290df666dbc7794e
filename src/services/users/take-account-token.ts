import type { Ctx } from '#src/context.ts';
import type { Transaction } from '#src/db/client.ts';
import { lockAccountToken, voidAccountTokens, type TokenPurpose } from '#src/db/queries/accounts.ts';
import { lockAccount, type AccountRow } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { hashSecret } from '../auth/secret.ts';

/**
 * Takes a secret that was sent to somebody, once: whose it is, locked.
 * @throws AppError not-allowed when it is unknown, used, expired or of an account that is not active
 */
export async function takeAccountToken(
  tx: Transaction,
  { company, now }: Pick<Ctx, 'company' | 'now'>,
  { secret, purpose }: { secret: string; purpose: TokenPurpose },
): Promise<AccountRow> {
  const token = await lockAccountToken(tx, { companyId: company.id, purpose, tokenHash: hashSecret(secret) });
  const isGood = token && !token.usedAt && token.expiresAt > now;
  const account = isGood ? await lockAccount(tx, company.id, token.userId) : undefined;
  if (account?.status !== 'active')
    throw new AppError({ code: 'not-allowed', detail: 'This code is wrong, or it has been used or has expired.' });
  await voidAccountTokens(tx, { companyId: company.id, userId: account.id, purposes: [purpose] }, now);
  return account;
}
