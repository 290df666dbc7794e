import { AppError } from '#src/errors.ts';

/** @throws AppError precondition-failed when somebody has changed the account since it was read */
export function assertVersion(account: { version: number }, read: number): void {
  if (account.version === read) return;
  throw new AppError({ code: 'precondition-failed', detail: 'Read it again and repeat your change.' });
}
