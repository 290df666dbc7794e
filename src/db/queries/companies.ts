import { eq } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { companies } from '../schema/index.ts';

export type CompanyRow = Omit<typeof companies.$inferSelect, 'createdAt' | 'updatedAt'>;

export async function selectCompany(db: Db, id: string): Promise<CompanyRow | undefined> {
  const { id: key, name, timeZone, currency, persona } = companies;
  const [row] = await db.select({ id: key, name, timeZone, currency, persona }).from(companies).where(eq(key, id));
  return row;
}
