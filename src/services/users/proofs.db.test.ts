import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccountClient, type AccountClient } from '#tests/account-client.ts';
import { startTestApp } from '#tests/test-app.ts';

let client: AccountClient;
beforeAll(async () => {
  client = await startAccountClient();
});
afterAll(() => client.close());

const post = (path: string, body?: object, token?: string) => client.call('POST', `/api/v1${path}`, { body, token });
const forgot = (email: string) => post('/auth/password/forgot', { email });
const reset = (token: string, password: string) => post('/auth/password/reset', { token, password });
const resend = (contact: string, token: string) => post(`/users/me/verification/${contact}`, undefined, token);
const me = async (token: string) => (await client.call('GET', '/api/v1/users/me', { token })).body;

describe('a forgotten password', () => {
  it('is replaced by the code of an e-mail, once, and all sign-ins end', async () => {
    const { email, password, accessToken } = await client.register();
    expect((await forgot(email)).status).toBe(202);
    const code = await client.secretFor(email, 'password-reset');
    expect((await reset(code, 'Password123')).body).toMatchObject({ errors: [{ pointer: '/password' }] });
    expect((await reset(code, 'green-lamp-by-window')).status).toBe(200);
    expect((await reset(code, 'red-lamp-by-window')).body).toMatchObject({ status: 409, code: 'not-allowed' });
    expect((await client.call('GET', '/api/v1/users/me', { token: accessToken })).status).toBe(401);
    await expect(client.login(email, password)).rejects.toThrow('401');
    const again = await client.login(email, 'green-lamp-by-window');
    expect(await me(again.accessToken)).toMatchObject({ emailVerified: true });
  });

  it('answers the same, in the same time, whether the address is known or not', async () => {
    const people = [];
    for (let n = 0; n < 4; n++) people.push(await client.register());
    const timed = async (email: string) => {
      const startedAt = performance.now();
      const { status, body } = await forgot(email);
      expect([status, body]).toEqual([202, { done: true }]);
      return performance.now() - startedAt;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (const [n, { email }] of people.entries()) {
      known.push(await timed(email));
      unknown.push(await timed(`nobody${n}@example.test`));
    }
    for (const ms of [...known, ...unknown]) expect(ms).toBeGreaterThanOrEqual(249);
    expect(Math.abs(Math.min(...known) - Math.min(...unknown))).toBeLessThan(40);
    expect(await client.messagesTo('nobody0@example.test')).toEqual([]);
  });

  it('does not show by its time that a slow mail server takes a message', async () => {
    const { email } = await client.register();
    const outbox = { send: () => sleep(1_500) };
    const slow = await startTestApp({ overrides: { language: client.app.deps.language, outbox } });
    const startedAt = performance.now();
    const answer = await fetch(`${slow.url}/api/v1/auth/password/forgot`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Company': client.accounts.companyId },
      body: JSON.stringify({ email }),
    });
    expect(answer.status).toBe(202);
    expect(performance.now() - startedAt).toBeLessThan(1_200);
    await slow.close();
  });

  it('takes the latest code only, for thirty minutes, and is not sent more than once a minute', async () => {
    const { email } = await client.register();
    await forgot(email);
    const first = await client.secretFor(email, 'password-reset');
    await forgot(email);
    expect(await client.secretFor(email, 'password-reset')).toBe(first);
    client.pass(61);
    await forgot(email);
    const second = await client.secretFor(email, 'password-reset');
    expect(second).not.toBe(first);
    expect((await reset(first, 'green-lamp-by-window')).status).toBe(409);
    client.pass(30 * 60);
    expect((await reset(second, 'green-lamp-by-window')).status).toBe(409);
  });

  it('ends a lock-out', async () => {
    const { email } = await client.register();
    for (let n = 0; n < 10; n++) await expect(client.login(email, 'nope')).rejects.toThrow('401');
    await expect(client.login(email, 'nope')).rejects.toThrow('429');
    await forgot(email);
    await reset(await client.secretFor(email, 'password-reset'), 'green-lamp-by-window');
    expect((await client.login(email, 'green-lamp-by-window')).user.email).toBe(email);
  });

  it('is not replaced by a code for something else, nor by a made-up one', async () => {
    const { email } = await client.register();
    expect((await reset(await client.secretFor(email, 'verify-email'), 'green-lamp-by-window')).status).toBe(409);
    expect((await reset('नमस्ते', 'green-lamp-by-window')).status).toBe(409);
    expect((await post('/auth/password/reset', { token: '', password: '' })).status).toBe(422);
  });
});

describe('an e-mail address', () => {
  it('is verified by its code, once, from any device', async () => {
    const { email, accessToken } = await client.register();
    const token = await client.secretFor(email, 'verify-email');
    expect((await post('/auth/verify-email', { token })).status).toBe(200);
    expect(await me(accessToken)).toMatchObject({ emailVerified: true, phoneVerified: false });
    expect((await post('/auth/verify-email', { token })).status).toBe(409);
    expect((await resend('email', accessToken)).body).toMatchObject({ code: 'not-allowed' });
  });
});

describe('a phone', () => {
  const verify = (code: string, token: string) => post('/auth/verify-phone', { code }, token);

  it('is verified by six digits', async () => {
    const { phone, accessToken } = await client.register();
    const code = await client.secretFor(phone, 'verify-phone');
    expect(code).toMatch(/^\d{6}$/);
    expect((await verify(code, accessToken)).status).toBe(200);
    expect(await me(accessToken)).toMatchObject({ phoneVerified: true });
  });

  it('is not verified after five wrong guesses, nor after ten minutes, but by a new code', async () => {
    const { phone, accessToken } = await client.register();
    const code = await client.secretFor(phone, 'verify-phone');
    const wrong = code === '000000' ? '000001' : '000000';
    const guesses = await Promise.all(Array.from({ length: 6 }, () => verify(wrong, accessToken)));
    expect(guesses.every(({ status }) => status === 409)).toBe(true);
    expect((await verify(code, accessToken)).status).toBe(409);
    client.pass(61);
    await resend('phone', accessToken);
    const second = await client.secretFor(phone, 'verify-phone');
    client.pass(601);
    expect((await verify(second, accessToken)).status).toBe(409);
    await resend('phone', accessToken);
    expect((await verify(await client.secretFor(phone, 'verify-phone'), accessToken)).status).toBe(200);
  });

  it('is not verified by the code of another account', async () => {
    const one = await client.register();
    const two = await client.register();
    const code = await client.secretFor(one.phone, 'verify-phone');
    if (code !== (await client.secretFor(two.phone, 'verify-phone')))
      expect((await verify(code, two.accessToken)).status).toBe(409);
    expect((await verify(code, '')).status).toBe(401);
    expect((await verify('12345', one.accessToken)).status).toBe(422);
  });
});

describe('asking for the message again', () => {
  it('works once a minute and five times an hour', async () => {
    const { phone, accessToken } = await client.register();
    const first = await resend('phone', accessToken);
    expect([first.status, Number(first.headers.get('retry-after'))]).toEqual([429, expect.closeTo(60, -0.5)]);
    for (let n = 2; n <= 5; n++) {
      client.pass(61);
      expect((await resend('phone', accessToken)).status).toBe(202);
    }
    client.pass(61);
    const sixth = await resend('phone', accessToken);
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect(await client.messagesTo(phone)).toHaveLength(5);
  });

  it('is for the e-mail address or the phone of who is signed in', async () => {
    const { accessToken } = await client.register();
    expect((await resend('fax', accessToken)).status).toBe(422);
    expect((await resend('email', '')).status).toBe(401);
  });
});
