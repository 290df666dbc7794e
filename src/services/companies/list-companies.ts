import type { Company } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import { selectCompanies } from '#src/db/queries/companies.ts';

/** All companies: for the system, which works for all of them. */
export function listCompanies(db: Db): Promise<Company[]> {
  return selectCompanies(db);
}
