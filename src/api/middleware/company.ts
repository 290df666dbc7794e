import { LRUCache } from 'lru-cache';
import type { Company } from '#src/context.ts';
import type { Deps } from '#src/deps.ts';
import { findCompany } from '#src/services/companies/find-company.ts';

/** Looks companies up by id and remembers each for 30 seconds. @throws AppError not-found */
export function createCompanyLookup(db: Deps['db']): (id: string) => Promise<Company> {
  const known = new LRUCache<string, Company>({ max: 1_000, ttl: 30_000 });
  return async function lookUp(id) {
    const cached = known.get(id);
    if (cached) return cached;
    const company = await findCompany(db, id);
    known.set(id, company);
    return company;
  };
}
