import type { Actor, Ctx } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { networkOf } from '../auth/network-of.ts';
import { ATTACHMENT_POLICY } from './policy.ts';

const DAY_SECONDS = 24 * 3_600;
/** Both counters open their day with the first upload. Answers count and remaining seconds of each. */
const COUNT = `
local answer = {}
for i, key in ipairs(KEYS) do
  local count = redis.call('INCR', key)
  if count == 1 then redis.call('EXPIRE', key, ARGV[1]) end
  answer[#answer + 1] = count
  answer[#answer + 1] = redis.call('TTL', key)
end
return answer`;

/**
 * Counts an upload against what a person, and the guests of a network, may add in a day. One round trip to Redis, so that
 * files sent at once are all counted.
 * @throws AppError too-many-requests
 */
export async function countUpload(
  ctx: Ctx,
  actor: Extract<Actor, { id: string }>,
  ip: string | undefined,
): Promise<void> {
  const limits = [{ key: `upload:${ctx.company.id}:${actor.id}`, most: ATTACHMENT_POLICY.maxPerDay as number }];
  if (actor.kind === 'guest' && ip !== undefined)
    limits.push({ key: `upload:${ctx.company.id}:ip:${networkOf(ip)}`, most: ATTACHMENT_POLICY.maxOfGuestsPerDay });
  const keys = limits.map(({ key }) => key);
  const counts = (await ctx.deps.redis.eval(COUNT, keys.length, ...keys, DAY_SECONDS)) as number[];
  const waits = limits.flatMap(({ most }, i) => ((counts[2 * i] ?? 0) > most ? [counts[2 * i + 1] ?? 0] : []));
  if (waits.length === 0) return;
  throw new AppError({
    code: 'too-many-requests',
    detail: `At most ${ATTACHMENT_POLICY.maxPerDay} files can be added in a day.`,
    data: { retryAfterSeconds: Math.max(1, ...waits) },
  });
}
