import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
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

const isAddress = (companyId: string, userId: string, id: string) =>
  and(
    eq(addresses.id, id),
    eq(addresses.userId, userId),
    eq(addresses.companyId, companyId),
    isNull(addresses.deletedAt),
  );

/** The customer is part of the question, so that a foreign address is simply not there. */
export async function selectAddress(
  db: Db,
  companyId: string,
  userId: string,
  id: string,
): Promise<AddressRow | undefined> {
  const [row] = await db
    .select()
    .from(addresses)
    .where(isAddress(companyId, userId, id));
  return row;
}

const nextVersion = sql`${addresses.version} + 1`;

export async function updateAddressRow(
  db: Db,
  { companyId, userId, id }: Pick<AddressRow, 'companyId' | 'userId' | 'id'>,
  change: Partial<Omit<AddressRow, 'id' | 'companyId' | 'userId' | 'version' | 'createdAt'>>,
): Promise<void> {
  await db
    .update(addresses)
    .set({ ...change, version: nextVersion })
    .where(isAddress(companyId, userId, id));
}

/** Makes this address of a customer the default one, and no other; those that are it already stay untouched. */
export async function updateDefaultAddress(db: Db, companyId: string, userId: string, id: string): Promise<void> {
  const isIt = sql`(${addresses.id} = ${id})`;
  await db
    .update(addresses)
    .set({ isDefault: isIt, version: nextVersion })
    .where(
      and(
        eq(addresses.userId, userId),
        eq(addresses.companyId, companyId),
        isNull(addresses.deletedAt),
        ne(addresses.isDefault, isIt),
      ),
    );
}
