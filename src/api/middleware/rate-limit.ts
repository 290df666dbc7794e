import type { Deps } from '#src/deps.ts';
import type { Actor } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { denyKeysOf } from '#src/services/auth/denylist.ts';
import { networkOf } from '#src/services/auth/network-of.ts';
import type { Claims } from '#src/services/auth/tokens.ts';
import type { HttpContext } from '../koa-types.ts';

const WINDOW_SECONDS = 60;
/** A Redis that hangs must not hang the API. */
const DEADLINE_MS = 500;

/**
 * The first ARGV[1] keys count calls, each in a window that its first call opens; the others are looked up. Answers count
 * and remaining milliseconds of each counter, then how many of the others exist.
 */
const SCRIPT = `
local answer = {}
local denied = 0
for i, key in ipairs(KEYS) do
  if i <= tonumber(ARGV[1]) then
    local count = redis.call('INCR', key)
    if count == 1 then redis.call('PEXPIRE', key, ARGV[2]) end
    answer[#answer + 1] = count
    answer[#answer + 1] = redis.call('PTTL', key)
  else
    denied = denied + redis.call('EXISTS', key)
  end
end
answer[#answer + 1] = denied
return answer`;

interface Limit {
  name: string;
  quota: number;
  key: string;
}

/** What one question to Redis has told about a call. */
export interface Admission {
  /** Whether the access token is on the denylist; undefined when Redis could not be asked. */
  denied: boolean | undefined;
  /** Set when the call is one too many; those who may pass all the same decide on it later. */
  exceeded: AppError | undefined;
}

/** Counts a call against its limits and asks the denylist, in one round trip; without Redis, or its answer, nobody is held up. */
export function createRateLimit({
  redis,
  config,
  log,
}: Deps): (koa: HttpContext, claims: Claims | undefined) => Promise<Admission> {
  const isAuth = /^\/api\/v1\/(?:ops\/)?auth\//;

  function limitsOf(koa: HttpContext, claims: Claims | undefined): Limit[] {
    const strict = isAuth.test(koa.state.route ?? '');
    const name = strict ? 'auth' : 'ip';
    const quota = strict ? config.RATE_LIMIT_AUTH_PER_MINUTE : config.RATE_LIMIT_IP_PER_MINUTE;
    const limits = [{ name, quota, key: `rate:${name}:${networkOf(koa.ip)}` }];
    // Guests are free to become others: only their address holds them.
    if (claims && claims.kind !== 'guest')
      limits.push({ name: 'user', quota: config.RATE_LIMIT_USER_PER_MINUTE, key: `rate:user:${claims.sub}` });
    return limits.filter((limit) => limit.quota > 0);
  }

  return async function admit(koa, claims) {
    const limits = koa.state.route?.startsWith('/api/') ? limitsOf(koa, claims) : [];
    const denyKeys = claims ? denyKeysOf(claims) : [];
    const keys = [...limits.map(({ key }) => key), ...denyKeys];
    if (keys.length === 0) return { denied: false, exceeded: undefined };
    const answer = await ask(keys, limits.length);
    if (!answer) return { denied: denyKeys.length === 0 ? false : undefined, exceeded: undefined };

    const states = limits.map((limit, i) => ({
      ...limit,
      left: Math.max(0, limit.quota - (answer[2 * i] ?? 0)),
      resetSeconds: Math.max(1, Math.ceil((answer[2 * i + 1] ?? 0) / 1_000)),
      over: (answer[2 * i] ?? 0) > limit.quota,
    }));
    if (states.length > 0) {
      koa.set('RateLimit-Policy', states.map((s) => `"${s.name}";q=${s.quota};w=${WINDOW_SECONDS}`).join(', '));
      koa.set('RateLimit', states.map((s) => `"${s.name}";r=${s.left};t=${s.resetSeconds}`).join(', '));
    }
    const over = states.filter((state) => state.over).map((state) => state.resetSeconds);
    return { denied: (answer.at(-1) ?? 0) > 0, exceeded: over.length > 0 ? tooMany(Math.max(...over)) : undefined };
  };

  async function ask(keys: string[], counters: number): Promise<number[] | undefined> {
    // While the connection is being made anew, commands would only queue up.
    if (!['ready', 'connecting', 'connect', 'wait'].includes(redis.status)) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, DEADLINE_MS, undefined);
    });
    try {
      const asked = redis.eval(SCRIPT, keys.length, ...keys, counters, WINDOW_SECONDS * 1_000) as Promise<number[]>;
      return await Promise.race([asked, late]);
    } catch (error) {
      log.warn({ err: error }, 'the rate limits could not be read');
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Whether no limit holds up this actor. */
export function passesLimits({ config }: Pick<Deps, 'config'>, actor: Actor): boolean {
  return actor.kind === 'staff' && actor.role !== null && config.RATE_LIMIT_BYPASS_ROLES.includes(actor.role);
}

function tooMany(retryAfterSeconds: number): AppError {
  return new AppError({
    code: 'too-many-requests',
    detail: `Too many requests. Please try again in ${retryAfterSeconds} s.`,
    data: { retryAfterSeconds },
  });
}
