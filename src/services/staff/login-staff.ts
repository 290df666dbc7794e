import { inTransaction } from '#src/db/client.ts';
import { selectStaffAccount, type StaffRow } from '#src/db/queries/staff.ts';
import { selectStaffRole } from '#src/db/queries/users.ts';
import { AppError } from '#src/errors.ts';
import type { Permission } from '#src/permissions.ts';
import { login } from '../auth/login.ts';
import { endSessions, type Origin } from '../auth/sessions.ts';
import type { SignedIn } from '../auth/sign-in.ts';
import { verifyToken } from '../auth/tokens.ts';
import { parse } from '../parse.ts';
import type { Visitor } from '../visitor.ts';
import { StaffLoginInput } from './schemas.ts';

export interface StaffSignedIn extends SignedIn {
  role: NonNullable<StaffRow['role']>;
  permissions: Permission[];
}

/**
 * The sign-in of the operations side, for approved accounts only. Others are told why, once they have proved by their
 * password whose account it is.
 * @throws AppError bad-credentials | forbidden (a customer; waits for approval) | too-many-requests | invalid | unavailable
 */
export async function loginStaff(visitor: Visitor, raw: StaffLoginInput, from: Origin): Promise<StaffSignedIn> {
  const signedIn = await login(visitor, parse(StaffLoginInput, raw), from);
  const { id } = signedIn.user;
  const account = await selectStaffAccount(visitor.db, visitor.company.id, id);
  const held = await selectStaffRole(visitor.db, id);
  if (account?.role && held) return { ...signedIn, role: account.role, permissions: held.permissions };

  await forget(visitor, signedIn);
  throw new AppError({
    code: 'forbidden',
    detail: account
      ? 'Your account waits for an administrator’s approval. You can sign in here once it has been given.'
      : 'This sign-in is for staff. Customers sign in with the app or on the web site.',
  });
}

/** The session of a sign-in that is not granted ends before anybody has its tokens. */
async function forget(visitor: Visitor, { accessToken, user }: SignedIn): Promise<void> {
  const { deps, company, now } = visitor;
  const { sid } = verifyToken({ secret: deps.config.JWT_SECRET, companyId: company.id, now }, accessToken);
  await inTransaction(visitor.db, (tx) => endSessions(tx, visitor, { userId: user.id, only: sid }));
}
