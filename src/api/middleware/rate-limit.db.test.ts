import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Config } from '#src/config.ts';
import { createLocalMaker } from '#src/language/local/local-maker.ts';
import { roles, staff } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { startAccountClient, type AccountClient } from '#tests/account-client.ts';

let client: AccountClient;
let address = 0;
const language = createLocalMaker();
afterEach(() => client.close());

/** Each test calls from an address of its own. */
async function start(settings: Partial<Config>) {
  client = await startAccountClient({ TRUST_PROXY: true, ...settings }, { language });
  address += 1;
  const ip = `198.51.100.${address}-${newId('user')}`;
  return (path: string, options: { token?: string; method?: string; from?: string; body?: object } = {}) =>
    client.call(options.method ?? 'GET', path, {
      token: options.token,
      body: options.body,
      headers: { 'X-Forwarded-For': options.from ?? ip },
    });
}
const headersOf = ({ headers }: { headers: Headers }) => [headers.get('ratelimit-policy'), headers.get('ratelimit')];

describe('rate limits', () => {
  it('tell what is left, and refuse what is too much with when to come back', async () => {
    const call = await start({ RATE_LIMIT_IP_PER_MINUTE: 3 });
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await call('/api/v1/chat/sessions'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(headersOf(answers[0]!)).toEqual(['"ip";q=3;w=60', expect.stringMatching(/^"ip";r=2;t=(60|59)$/)]);
    expect(headersOf(answers[3]!)).toEqual(['"ip";q=3;w=60', expect.stringMatching(/^"ip";r=0;t=\d+$/)]);
    expect(answers[3]?.body).toMatchObject({ code: 'too-many-requests' });
    const wait = Number(answers[3]?.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
  });

  it('count each address for itself, and leave health checks alone', async () => {
    const call = await start({ RATE_LIMIT_IP_PER_MINUTE: 1 });
    expect((await call('/api/v1/chat/sessions')).status).toBe(200);
    expect((await call('/api/v1/chat/sessions')).status).toBe(429);
    expect((await call('/api/v1/chat/sessions', { from: `other-${newId('user')}` })).status).toBe(200);
    const health = await call('/health/live');
    expect([health.status, health.headers.get('ratelimit')]).toEqual([200, null]);
  });

  it('are stricter where people sign in', async () => {
    const call = await start({ RATE_LIMIT_IP_PER_MINUTE: 100, RATE_LIMIT_AUTH_PER_MINUTE: 2 });
    const guest = () => call('/api/v1/auth/guest', { method: 'POST' });
    const answers = [await guest(), await guest(), await guest()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"auth";q=2;w=60');
    expect((await call('/api/v1/chat/sessions')).status).toBe(200);
  });

  it('count an account wherever it calls from', async () => {
    const call = await start({ RATE_LIMIT_USER_PER_MINUTE: 2 });
    const { email, password } = client.accounts.customer;
    const { accessToken: token } = await client.login(email, password);
    const statuses = [];
    for (const from of ['a', 'b', 'c']) statuses.push((await call('/api/v1/users/me', { token, from })).status);
    expect(statuses).toEqual([200, 200, 429]);
    const other = await client.login(client.accounts.other.email, password);
    expect((await call('/api/v1/users/me', { token: other.accessToken })).status).toBe(200);
  });

  it('do not hold up the chosen roles, though they count', async () => {
    const call = await start({ RATE_LIMIT_USER_PER_MINUTE: 1, RATE_LIMIT_BYPASS_ROLES: ['shift_lead'] });
    const { admin, companyId } = client.accounts;
    const { db } = client.app.deps;
    const role = { id: newId('role'), companyId, name: 'X', description: 'X', level: 10 };
    await db.insert(roles).values({ ...role, slug: 'clerk' });
    await db.insert(staff).values({ id: newId('staff'), companyId, userId: admin.id, roleId: role.id });
    const burst = async (token: string) =>
      [await call('/api/v1/users/me', { token }), await call('/api/v1/users/me', { token })].map(
        ({ status }) => status,
      );
    const { accessToken } = await client.login(admin.email, admin.password);
    expect(await burst(accessToken)).toEqual([200, 429]);
    await db.update(roles).set({ slug: 'shift_lead' }).where(eq(roles.id, role.id));
    // Another process, which has not yet seen the account in its former role.
    const settings = { RATE_LIMIT_USER_PER_MINUTE: 1, RATE_LIMIT_BYPASS_ROLES: ['shift_lead'] };
    const again = await startAccountClient(settings, { language });
    const me = () => again.call('GET', '/api/v1/users/me', { token: accessToken, headers: { 'X-Company': companyId } });
    const answers = [await me(), await me()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.headers.get('ratelimit')).toMatch(/^"user";r=0;t=\d+$/);
    await again.close();
  });

  it('cost one round trip to Redis, the denylist included', async () => {
    const call = await start({ RATE_LIMIT_IP_PER_MINUTE: 100, RATE_LIMIT_USER_PER_MINUTE: 100 });
    const { email, password } = client.accounts.customer;
    const { accessToken: token } = await client.login(email, password);
    const sent: string[] = [];
    const { redis } = client.app.deps;
    const send = redis.sendCommand.bind(redis);
    redis.sendCommand = (command, stream) => {
      sent.push(command.name);
      return send(command, stream);
    };
    expect((await call('/api/v1/users/me', { token })).status).toBe(200);
    expect(sent).toEqual(['eval']);
  });

  it('hold nobody up while Redis is away', async () => {
    const call = await start({ RATE_LIMIT_IP_PER_MINUTE: 1 });
    client.app.deps.redis.disconnect();
    const startedAt = performance.now();
    const answers = [await call('/api/v1/auth/guest', { method: 'POST' }), await call('/api/v1/chat/sessions')];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    expect(answers[1]?.headers.get('ratelimit')).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
