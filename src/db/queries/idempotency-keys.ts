import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { idempotencyKeys } from '../schema/index.ts';

export type IdempotencyRow = typeof idempotencyKeys.$inferSelect;
interface KeyOf {
  companyId: string;
  actorId: string;
  idempotencyKey: string;
}

const isKey = (key: KeyOf) =>
  and(
    eq(idempotencyKeys.companyId, key.companyId),
    eq(idempotencyKeys.actorId, key.actorId),
    eq(idempotencyKeys.idempotencyKey, key.idempotencyKey),
  );

/** Takes the key; a duplicate key means that it has been used. One that ran out is taken over. */
export async function insertIdempotencyKey(
  db: Db,
  row: typeof idempotencyKeys.$inferInsert & { createdAt: Date },
): Promise<void> {
  await db.delete(idempotencyKeys).where(and(isKey(row), lt(idempotencyKeys.expiresAt, row.createdAt)));
  await db.insert(idempotencyKeys).values(row);
}

export async function selectIdempotencyKey(db: Db, key: KeyOf): Promise<IdempotencyRow | undefined> {
  const [row] = await db.select().from(idempotencyKeys).where(isKey(key));
  return row;
}

export async function completeIdempotencyKey(
  db: Db,
  key: KeyOf,
  answer: { status: number; response: unknown; expiresAt: Date },
): Promise<void> {
  await db.update(idempotencyKeys).set(answer).where(isKey(key));
}

/** Frees the key; with `expiresAt` only if it is still the one that runs out then. */
export async function deleteIdempotencyKey(db: Db, key: KeyOf, expiresAt?: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(and(isKey(key), expiresAt && eq(idempotencyKeys.expiresAt, expiresAt)));
}
