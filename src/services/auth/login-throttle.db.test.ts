import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#src/ids.ts';
import { requiredEnv } from '#tests/env.ts';
import { assertMayLogIn, countLoginFailure, forgetLoginFailures, type LoginAttempt } from './login-throttle.ts';

let redis: Redis;
beforeAll(() => {
  redis = new Redis(requiredEnv('REDIS_URL'));
});
afterAll(() => redis.disconnect());

const somebody = (): LoginAttempt => ({ companyId: newId('company'), email: 'a@example.test', ip: '198.51.100.1' });
const minutesLocked = async (attempt: LoginAttempt): Promise<number> => {
  const error: unknown = await assertMayLogIn(redis, attempt).catch((error: unknown) => error);
  const { data } = (error ?? {}) as { data?: { retryAfterSeconds: number } };
  return Math.round((data?.retryAfterSeconds ?? 0) / 60);
};
/** As if the lock had run out: its counter expires, its number stays. */
const letPass = async ({ companyId }: LoginAttempt) => {
  const counters = (await redis.keys(`login:${companyId}:*`)).filter((key) => !key.endsWith(':locks'));
  await redis.del(counters);
};
const failTenTimes = async (attempt: LoginAttempt) => {
  for (let n = 0; n < 10; n++) await countLoginFailure(redis, attempt);
};

describe('the lock after ten failures', () => {
  it('doubles each time, to a day at most', async () => {
    const attempt = somebody();
    const locks = [];
    for (let n = 0; n < 9; n++) {
      await failTenTimes(attempt);
      locks.push(await minutesLocked(attempt));
      await letPass(attempt);
    }
    expect(locks).toEqual([15, 30, 60, 120, 240, 480, 960, 1_440, 1_440]);
  });

  it('is short again once the holder has come in', async () => {
    const attempt = somebody();
    await failTenTimes(attempt);
    await letPass(attempt);
    await forgetLoginFailures(redis, attempt);
    await failTenTimes(attempt);
    expect(await minutesLocked(attempt)).toBe(15);
  });

  it('counts all addresses of one IPv6 network as one', async () => {
    const { companyId } = somebody();
    for (let n = 0; n < 50; n++)
      await countLoginFailure(redis, { companyId, email: `n${n}@example.test`, ip: `2001:db8:1:2::${n}` });
    expect(await minutesLocked({ companyId, email: 'b@example.test', ip: '2001:db8:1:2:3::1' })).toBe(15);
    expect(await minutesLocked({ companyId, email: 'b@example.test', ip: '2001:db8:1:3::1' })).toBe(0);
  });

  it('does not hold up who has failed nine times', async () => {
    const attempt = somebody();
    for (let n = 0; n < 9; n++) await countLoginFailure(redis, attempt);
    expect(await minutesLocked(attempt)).toBe(0);
  });
});
