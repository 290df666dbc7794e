import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { AppError } from '#src/errors.ts';

const WINDOW_SECONDS = 15 * 60;
const PER_EMAIL = 10;
const PER_ADDRESS = 50;

// Both scripts answer [count, ttl, count, ttl]. The window opens with the first failure; later ones do not prolong it.
const READ = `
local result = {}
for _, key in ipairs(KEYS) do
  result[#result + 1] = tonumber(redis.call('GET', key) or '0')
  result[#result + 1] = redis.call('TTL', key)
end
return result`;
const COUNT = `
for _, key in ipairs(KEYS) do
  if redis.call('INCR', key) == 1 then redis.call('EXPIRE', key, ARGV[1]) end
end
${READ}`;

export interface LoginAttempt {
  companyId: string;
  email: string;
  /** Network address of the client. */
  ip: string;
}

/** Keys hold a hash: an e-mail address is personal data. */
function keysOf({ companyId, email, ip }: LoginAttempt): [byEmail: string, byAddress: string] {
  const hash = createHash('sha256').update(email).digest('base64url');
  return [`login:${companyId}:email:${hash}`, `login:${companyId}:ip:${ip}`];
}

/**
 * Asked before *and* after the password is compared, so that a burst of guesses made at once learns nothing.
 * @throws AppError too-many-requests after 10 failures for an e-mail or 50 from an address within 15 minutes;
 * unavailable without Redis
 */
export async function assertMayLogIn(redis: Redis, attempt: LoginAttempt): Promise<void> {
  refuse(await run(redis, READ, attempt), 0);
}

/** @throws AppError too-many-requests when this failure is already beyond the limit; unavailable without Redis */
export async function countLoginFailure(redis: Redis, attempt: LoginAttempt): Promise<void> {
  refuse(await run(redis, COUNT, attempt), 1);
}

/** After a right password the e-mail starts afresh; what the address has failed elsewhere stays. */
export async function forgetLoginFailures(redis: Redis, attempt: LoginAttempt): Promise<void> {
  await reach(redis.del(keysOf(attempt)[0]));
}

function refuse([emails = 0, emailTtl = 0, addresses = 0, addressTtl = 0]: number[], own: number): void {
  const retryAfterSeconds = Math.max(
    emails >= PER_EMAIL + own ? Math.max(emailTtl, 1) : 0,
    addresses >= PER_ADDRESS + own ? Math.max(addressTtl, 1) : 0,
  );
  if (retryAfterSeconds === 0) return;
  throw new AppError({
    code: 'too-many-requests',
    detail: `Too many failed sign-ins. Please try again in ${Math.ceil(retryAfterSeconds / 60)} min.`,
    data: { retryAfterSeconds },
  });
}

async function run(redis: Redis, script: string, attempt: LoginAttempt): Promise<number[]> {
  return (await reach(redis.eval(script, 2, ...keysOf(attempt), WINDOW_SECONDS))) as number[];
}

/** Without the counters nobody may guess, so nobody may sign in. */
async function reach<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (cause) {
    throw new AppError({ code: 'unavailable', cause });
  }
}
