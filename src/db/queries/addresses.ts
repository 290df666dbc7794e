import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { addresses } from '../schema/index.ts';

export type AddressRow = typeof addresses.$inferSelect;

/** A customer's saved addresses, the default one first. */
export async function selectAddressesOfUser(db: Db, companyId: string, userId: string): Promise<AddressRow[]> {
  return db
    .select()
    .from(addresses)
    .where(and(eq(addresses.userId, userId), eq(addresses.companyId, companyId), isNull(addresses.deletedAt)))
    .orderBy(desc(addresses.isDefault), asc(addresses.id));
}

export async function insertAddress(db: Db, address: typeof addresses.$inferInsert): Promise<void> {
  await db.insert(addresses).values(address);
}
