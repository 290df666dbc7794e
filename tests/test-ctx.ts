import type { Actor, Company, Ctx } from '#src/context.ts';
import type { Deps } from '#src/deps.ts';

/** A request by `actor`, as the API would hand it to a verb. */
export function testCtx(deps: Deps, company: Company, actor: Actor, now = deps.now()): Ctx {
  return { deps, db: deps.db, company, actor, requestId: 'test', now };
}
