import { and, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Permission } from '../../permissions.ts';
import type { Db, Transaction } from '../client.ts';
import { rolePermissions, roles, slotHolds, staff, users } from '../schema/index.ts';

export type UserRow = Pick<
  typeof users.$inferSelect,
  'id' | 'companyId' | 'role' | 'status' | 'name' | 'email' | 'passwordHash' | 'tokensValidFrom'
>;

const { id, companyId, role, status, name, email, passwordHash, tokensValidFrom } = users;
const columns = { id, companyId, role, status, name, email, passwordHash, tokensValidFrom };

/** @param address lower case */
export async function selectUserByEmail(db: Db, company: string, address: string): Promise<UserRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(users)
    .where(and(eq(companyId, company), eq(email, address)));
  return row;
}

/** The role of an ops account with what it permits; undefined while it waits for approval, or is suspended as staff. */
export async function selectStaffRole(
  db: Db,
  userId: string,
): Promise<{ role: string; level: number; permissions: Permission[] } | undefined> {
  const rows = await db
    .select({ role: roles.slug, level: roles.level, permission: rolePermissions.permission })
    .from(staff)
    .innerJoin(roles, eq(roles.id, staff.roleId))
    .leftJoin(rolePermissions, eq(rolePermissions.roleId, roles.id))
    .where(and(eq(staff.userId, userId), eq(staff.status, 'active')));
  const [first] = rows;
  if (!first) return undefined;
  const permissions = rows.flatMap((row) => (row.permission ? [row.permission as Permission] : []));
  return { role: first.role, level: first.level, permissions };
}

export async function selectUser(db: Db, company: string, userId: string): Promise<UserRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(users)
    .where(and(eq(id, userId), eq(companyId, company)));
  return row;
}

/** @returns false when the account has another password by now, or is not active any more: then nothing is written */
export async function updateLastLogin(
  tx: Transaction,
  user: Pick<UserRow, 'id' | 'companyId' | 'passwordHash'>,
  at: Date,
): Promise<boolean> {
  const [result] = await tx
    .update(users)
    .set({ lastLoginAt: at })
    .where(
      and(
        eq(id, user.id),
        eq(companyId, user.companyId),
        eq(passwordHash, user.passwordHash ?? ''),
        eq(status, 'active'),
      ),
    );
  return result.affectedRows > 0;
}

/** Makes the hours that a guest holds, not those already booked, the user's. */
export async function moveHolds(db: Db, input: { companyId: string; guestId: string; userId: string }): Promise<void> {
  await db
    .update(slotHolds)
    .set({ holderId: input.userId })
    .where(
      and(eq(slotHolds.companyId, input.companyId), eq(slotHolds.holderId, input.guestId), isNull(slotHolds.bookingId)),
    );
}

/** All that is known of an account. */
export type AccountRow = typeof users.$inferSelect;

const isAccount = (company: string, userId: string) => and(eq(id, userId), eq(companyId, company));

export async function selectAccount(db: Db, company: string, userId: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(users).where(isAccount(company, userId));
  return row;
}

/** The account, which nobody else changes until the transaction ends. */
export async function lockAccount(tx: Transaction, company: string, userId: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(users).where(isAccount(company, userId)).for('update');
  return row;
}

export async function insertCustomer(
  tx: Transaction,
  account: Pick<
    AccountRow,
    'id' | 'companyId' | 'name' | 'email' | 'phone' | 'passwordHash' | 'lastLoginAt' | 'createdAt' | 'updatedAt'
  >,
): Promise<void> {
  await tx.insert(users).values(account);
}

/** Every change makes a new version. */
export async function updateAccount(
  tx: Transaction,
  company: string,
  userId: string,
  change: Partial<Omit<AccountRow, 'id' | 'companyId' | 'role' | 'version' | 'createdAt'>>,
): Promise<void> {
  await tx
    .update(users)
    .set({ ...change, version: sql`${users.version} + 1` })
    .where(isAccount(company, userId));
}

/** Which of these are another account's, one that waits to be scrubbed included. */
export async function selectTakenContacts(
  db: Db,
  company: string,
  contacts: Pick<AccountRow, 'email' | 'phone'>,
  exceptId = '',
): Promise<('email' | 'phone')[]> {
  // One lookup each: for an OR of both, MySQL reads all accounts of the company.
  const holders = (contact: SQL) =>
    db
      .select({ email, phone: users.phone })
      .from(users)
      .where(and(eq(companyId, company), ne(id, exceptId), contact));
  const rows = [...(await holders(eq(email, contacts.email))), ...(await holders(eq(users.phone, contacts.phone)))];
  return (['email', 'phone'] as const).filter((contact) =>
    rows.some((row) => row[contact].toLowerCase() === contacts[contact]),
  );
}
