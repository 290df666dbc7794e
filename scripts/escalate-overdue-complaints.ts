import { loadConfig } from '#src/config.ts';
import { createDeps } from '#src/deps.ts';
import { listCompanies } from '#src/services/companies/list-companies.ts';
import { escalateOverdueComplaints } from '#src/services/complaints/escalate-overdue-complaints.ts';

/** Takes complaints whose promised time has run out up a level, in every company. For a timer of a few minutes. */
const deps = await createDeps(loadConfig(process.env));
try {
  for (const company of await listCompanies(deps.db)) {
    const actor = { kind: 'system' as const };
    const ctx = { deps, db: deps.db, company, actor, requestId: 'escalate', now: deps.now() };
    console.log(`${company.id}: ${(await escalateOverdueComplaints(ctx)).length} complaints escalated`);
  }
} finally {
  await deps.close();
}
