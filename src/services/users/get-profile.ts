import type { Ctx } from '#src/context.ts';
import { selectAccount, type AccountRow } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import { authorise } from '../authorise.ts';

export type Profile = Omit<AccountRow, 'passwordHash' | 'tokensValidFrom' | 'scrubbedAt'>;

/** Who asks. @throws AppError unauthenticated */
export async function getProfile(ctx: Ctx): Promise<Profile> {
  const actor = authorise(ctx, 'customer', 'staff');
  return knownAccount(await selectAccount(ctx.db, ctx.company.id, actor.id));
}

/** The request knew the account half a minute ago; here it counts whether it still is one. @throws AppError unauthenticated */
export function knownAccount(account: AccountRow | undefined): AccountRow {
  if (account?.status === 'active') return account;
  throw new AppError({ code: 'unauthenticated', detail: 'This account is not active any more.' });
}
