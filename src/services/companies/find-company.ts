import type { Company } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import { selectCompany } from '#src/db/queries/companies.ts';
import { AppError } from '#src/errors.ts';

const COMPANY_ID = /^[a-z0-9][a-z0-9_-]{0,31}$/;

/**
 * The company with this id, with what a visitor may know of it: no actor needed.
 * @throws AppError not-found
 */
export async function findCompany(db: Db, id: string): Promise<Company> {
  const company = COMPANY_ID.test(id) ? await selectCompany(db, id) : undefined;
  if (!company) throw new AppError({ code: 'not-found', detail: 'There is no such company.' });
  return company;
}
