import { eq } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { companies } from '../schema/index.ts';

export type CompanyRow = Omit<typeof companies.$inferSelect, 'createdAt' | 'updatedAt'>;

const { id, name, timeZone, currency, persona } = companies;
const selected = (db: Db) => db.select({ id, name, timeZone, currency, persona }).from(companies);

export async function selectCompany(db: Db, companyId: string): Promise<CompanyRow | undefined> {
  const [row] = await selected(db).where(eq(id, companyId));
  return row;
}

export async function selectCompanies(db: Db): Promise<CompanyRow[]> {
  return selected(db).orderBy(id);
}
