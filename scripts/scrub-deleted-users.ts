import { loadConfig } from '#src/config.ts';
import { createDeps } from '#src/deps.ts';
import { scrubDeletedUsers } from '#src/services/users/scrub-deleted-users.ts';
import { findCompaniesToScrub } from '#src/services/users/find-companies-to-scrub.ts';

/** Removes the personal data of accounts whose grace period is over, in every company. For a daily timer. */
const deps = await createDeps(loadConfig(process.env));
try {
  for (const company of await findCompaniesToScrub(deps.db, deps.now())) {
    const ctx = { deps, db: deps.db, company, actor: { kind: 'system' as const }, requestId: 'scrub', now: deps.now() };
    console.log(`${company.id}: ${await scrubDeletedUsers(ctx)} accounts scrubbed`);
  }
} finally {
  await deps.close();
}
