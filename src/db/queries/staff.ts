import { and, desc, eq, inArray, isNotNull, isNull, like, lt, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { Db, Transaction } from '../client.ts';
import { roles, staff, users } from '../schema/index.ts';

/** Waiting: nobody has decided yet. Rejected: turned down when it waited. */
export const STAFF_STATUSES = ['waiting', 'active', 'suspended', 'rejected'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

/** An account of the operations side, whether it is one of the staff yet or not. */
export interface StaffRow {
  id: string;
  name: string;
  email: string;
  phone: string;
  status: StaffStatus;
  role: { slug: string; name: string; level: number } | null;
  approvedAt: Date | null;
  approvedBy: { id: string; name: string } | null;
  lastLoginAt: Date | null;
  version: number;
  createdAt: Date;
}

const approvers = alias(users, 'approvers');
const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  phone: users.phone,
  accountStatus: users.status,
  staffStatus: staff.status,
  role: { slug: roles.slug, name: roles.name, level: roles.level },
  approvedAt: staff.approvedAt,
  approvedBy: { id: approvers.id, name: approvers.name },
  lastLoginAt: users.lastLoginAt,
  version: users.version,
  createdAt: users.createdAt,
};

const select = (db: Db) =>
  db
    .select(columns)
    .from(users)
    .leftJoin(staff, eq(staff.userId, users.id))
    .leftJoin(roles, eq(roles.id, staff.roleId))
    .leftJoin(approvers, eq(approvers.id, staff.approvedBy));

type Selected = Awaited<ReturnType<typeof select>>[number];

function presented({ accountStatus, staffStatus, ...row }: Selected): StaffRow {
  const active = accountStatus === 'active' && staffStatus !== 'suspended';
  if (staffStatus === null) return { ...row, status: active ? 'waiting' : 'rejected' };
  return { ...row, status: active ? 'active' : 'suspended' };
}

/** The same four states as `presented` tells them. */
const HAS_STATUS: Record<StaffStatus, SQL | undefined> = {
  waiting: and(eq(users.status, 'active'), isNull(staff.id)),
  rejected: and(eq(users.status, 'suspended'), isNull(staff.id)),
  active: and(eq(users.status, 'active'), eq(staff.status, 'active')),
  suspended: and(isNotNull(staff.id), or(eq(users.status, 'suspended'), eq(staff.status, 'suspended'))),
};

const isOps = (companyId: string) =>
  and(eq(users.companyId, companyId), eq(users.role, 'ops'), inArray(users.status, ['active', 'suspended']));

/** Newest first. `q` is a part of a name or an e-mail address. */
export async function selectStaffPage(
  db: Db,
  filter: {
    companyId: string;
    status: StaffStatus | undefined;
    role: string | undefined;
    q: string | undefined;
    beforeId: string | undefined;
    limit: number;
  },
): Promise<StaffRow[]> {
  const { companyId, status, role, q, beforeId, limit } = filter;
  const part = q && `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await select(db)
    .where(
      and(
        isOps(companyId),
        status && HAS_STATUS[status],
        role ? eq(roles.slug, role) : undefined,
        part ? or(like(users.name, part), like(users.email, part)) : undefined,
        beforeId ? lt(users.id, beforeId) : undefined,
      ),
    )
    .orderBy(desc(users.id))
    .limit(limit);
  return rows.map(presented);
}

export async function selectStaffAccount(db: Db, companyId: string, userId: string): Promise<StaffRow | undefined> {
  const [row] = await select(db).where(and(isOps(companyId), eq(users.id, userId)));
  return row && presented(row);
}

/** Keeps others from changing these accounts, or who they are as staff, until the transaction ends. */
export async function lockAccounts(tx: Transaction, companyId: string, userIds: string[]): Promise<void> {
  await tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, userIds), eq(users.companyId, companyId)))
    .orderBy(users.id)
    .for('update');
}

export async function insertOpsAccount(
  db: Db,
  account: Pick<
    typeof users.$inferInsert,
    'id' | 'companyId' | 'name' | 'email' | 'phone' | 'passwordHash' | 'createdAt' | 'updatedAt'
  >,
): Promise<void> {
  await db.insert(users).values({ ...account, role: 'ops' });
}

export async function insertStaff(tx: Transaction, row: typeof staff.$inferInsert): Promise<void> {
  await tx.insert(staff).values(row);
}

export async function updateStaff(
  tx: Transaction,
  userId: string,
  change: Partial<Pick<typeof staff.$inferInsert, 'roleId' | 'status'>> & { updatedAt: Date },
): Promise<void> {
  await tx.update(staff).set(change).where(eq(staff.userId, userId));
}

/** Every change of an account, or of what it is as staff, makes a new version of it. */
export async function updateOpsAccount(
  tx: Transaction,
  userId: string,
  change: Partial<
    Pick<typeof users.$inferInsert, 'name' | 'phone' | 'phoneVerifiedAt' | 'status' | 'tokensValidFrom'>
  > & {
    version: number;
    updatedAt: Date;
  },
): Promise<void> {
  await tx.update(users).set(change).where(eq(users.id, userId));
}
