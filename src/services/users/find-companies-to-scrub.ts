import type { Company } from '#src/context.ts';
import type { Db } from '#src/db/client.ts';
import { selectCompaniesToScrub } from '#src/db/queries/scrubbing.ts';
import { findCompany } from '../companies/find-company.ts';
import { scrubHorizon } from './scrub-deleted-users.ts';

/** Companies that have accounts to scrub: for the system, which works for all of them. */
export async function findCompaniesToScrub(db: Db, now: Date): Promise<Company[]> {
  const ids = await selectCompaniesToScrub(db, scrubHorizon(now));
  return Promise.all(ids.map((id) => findCompany(db, id)));
}
