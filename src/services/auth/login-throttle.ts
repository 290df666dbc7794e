import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { AppError } from '#src/errors.ts';
import { networkOf } from './network-of.ts';

const WINDOW_SECONDS = 15 * 60;
const LONGEST_LOCK_SECONDS = 24 * 3_600;
/** A lock is remembered for longer than it lasts, so that the next one is longer. */
const REMEMBERED_SECONDS = 2 * LONGEST_LOCK_SECONDS;
const PER_EMAIL = 10;
const PER_ADDRESS = 50;

// Both scripts answer [count, ttl, count, ttl]. The window opens with the first failure; later ones do not prolong it, but
// the one that reaches the limit locks: for a window the first time, and each time after for twice as long.
const READ = `
local result = {}
for i = 1, 2 do
  result[#result + 1] = tonumber(redis.call('GET', KEYS[i]) or '0')
  result[#result + 1] = redis.call('TTL', KEYS[i])
end
return result`;
const COUNT = `
for i = 1, 2 do
  local count = redis.call('INCR', KEYS[i])
  if count == 1 then redis.call('EXPIRE', KEYS[i], ARGV[3]) end
  if count == tonumber(ARGV[i]) then
    local locks = redis.call('INCR', KEYS[i + 2])
    redis.call('EXPIRE', KEYS[i + 2], ARGV[5])
    redis.call('EXPIRE', KEYS[i], math.min(ARGV[3] * 2 ^ math.min(locks - 1, 20), ARGV[4]))
  end
end
${READ}`;

export interface LoginAttempt {
  companyId: string;
  email: string;
  /** Network address of the client. */
  ip: string;
}

/** Failures by e-mail and by address, then how often each has been locked. A hash, as an e-mail address is personal data. */
function keysOf({ companyId, email, ip }: LoginAttempt): [string, string, string, string] {
  const hash = createHash('sha256').update(email).digest('base64url');
  const [byEmail, byAddress] = [`login:${companyId}:email:${hash}`, `login:${companyId}:ip:${networkOf(ip)}`];
  return [byEmail, byAddress, `${byEmail}:locks`, `${byAddress}:locks`];
}

/**
 * Asked before *and* after the password is compared, so that a burst of guesses made at once learns nothing.
 * @throws AppError too-many-requests after 10 failures for an e-mail or 50 from an address within 15 minutes, for longer
 * on repetition; unavailable without Redis
 */
export async function assertMayLogIn(redis: Redis, attempt: LoginAttempt): Promise<void> {
  refuse(await run(redis, READ, attempt), 0);
}

/** @throws AppError too-many-requests when this failure is already beyond the limit; unavailable without Redis */
export async function countLoginFailure(redis: Redis, attempt: LoginAttempt): Promise<void> {
  refuse(await run(redis, COUNT, attempt), 1);
}

/** Once somebody has proved to be the holder, the e-mail starts afresh; what the address has failed elsewhere stays. */
export async function forgetLoginFailures(redis: Redis, attempt: LoginAttempt): Promise<void> {
  const [byEmail, , emailLocks] = keysOf(attempt);
  await reach(redis.del(byEmail, emailLocks));
}

function refuse([emails = 0, emailTtl = 0, addresses = 0, addressTtl = 0]: number[], own: number): void {
  const retryAfterSeconds = Math.max(
    emails >= PER_EMAIL + own ? Math.max(emailTtl, 1) : 0,
    addresses >= PER_ADDRESS + own ? Math.max(addressTtl, 1) : 0,
  );
  if (retryAfterSeconds === 0) return;
  throw new AppError({
    code: 'too-many-requests',
    detail: `Too many wrong passwords. Please try again in ${Math.ceil(retryAfterSeconds / 60)} min.`,
    data: { retryAfterSeconds },
  });
}

async function run(redis: Redis, script: string, attempt: LoginAttempt): Promise<number[]> {
  const limits = [PER_EMAIL, PER_ADDRESS, WINDOW_SECONDS, LONGEST_LOCK_SECONDS, REMEMBERED_SECONDS];
  return (await reach(redis.eval(script, 4, ...keysOf(attempt), ...limits))) as number[];
}

/** Without the counters nobody may guess, so nobody may sign in. */
async function reach<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (cause) {
    throw new AppError({ code: 'unavailable', cause });
  }
}
