import type { Db } from '../client.ts';
import { MySqlStore } from '../memory-store.ts';

/** What a customer likes, in the long-term memory: one item a customer of a company. */
const placeOf = (companyId: string, userId: string) => ({
  namespace: ['companies', companyId, 'customers', userId],
  key: 'preferences',
});

export async function selectPreferences(
  db: Db,
  companyId: string,
  userId: string,
): Promise<Record<string, unknown> | undefined> {
  const { namespace, key } = placeOf(companyId, userId);
  return (await new MySqlStore(db).get(namespace, key))?.value;
}

export async function upsertPreferences(
  db: Db,
  companyId: string,
  userId: string,
  preferences: Record<string, unknown>,
): Promise<void> {
  const { namespace, key } = placeOf(companyId, userId);
  await new MySqlStore(db).put(namespace, key, preferences);
}

export async function deletePreferences(db: Db, companyId: string, userId: string): Promise<void> {
  const { namespace, key } = placeOf(companyId, userId);
  await new MySqlStore(db).delete(namespace, key);
}
