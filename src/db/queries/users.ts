import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { slotHolds, users } from '../schema/index.ts';

export type UserRow = Pick<
  typeof users.$inferSelect,
  'id' | 'companyId' | 'role' | 'status' | 'name' | 'email' | 'passwordHash'
>;

const { id, companyId, role, status, name, email, passwordHash } = users;
const columns = { id, companyId, role, status, name, email, passwordHash };

/** @param address lower case */
export async function selectUserByEmail(db: Db, company: string, address: string): Promise<UserRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(users)
    .where(and(eq(companyId, company), eq(email, address)));
  return row;
}

export async function selectUser(db: Db, company: string, userId: string): Promise<UserRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(users)
    .where(and(eq(id, userId), eq(companyId, company)));
  return row;
}

export async function updateLastLogin(db: Db, userId: string, at: Date): Promise<void> {
  await db.update(users).set({ lastLoginAt: at }).where(eq(id, userId));
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
