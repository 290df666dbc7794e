import { setTimeout as sleep } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockAccount, updateAccount } from '#src/db/queries/users.ts';
import { startAccountClient, type AccountClient, type Tokens } from '#tests/account-client.ts';
import { startTestApp } from '#tests/test-app.ts';
import { hashPassword } from './password-hash.ts';
import { hashSecret } from './secret.ts';

let client: AccountClient;
beforeAll(async () => {
  client = await startAccountClient();
});
afterAll(() => client.close());

const signIn = () => client.login(client.accounts.customer.email, client.accounts.customer.password);
const refresh = (refreshToken: string) => client.call('POST', '/api/v1/auth/refresh', { body: { refreshToken } });
const whoAmI = (token: string) => client.call('GET', '/api/v1/auth/token', { token });
const statusOf = async (tokens: Tokens) => (await whoAmI(tokens.accessToken)).status;
const renewed = async (tokens: Tokens): Promise<Tokens> => {
  const { status, body } = await refresh(tokens.refreshToken);
  expect(status).toBe(200);
  return body as unknown as Tokens;
};

describe('a refresh token', () => {
  it('is random, and stored as a hash only', async () => {
    const { refreshToken } = await signIn();
    expect(Buffer.from(refreshToken, 'base64url')).toHaveLength(32);
    const rows = await client.app.deps.db.query.refreshTokens.findMany({
      where: (t, { eq }) => eq(t.companyId, client.accounts.companyId),
    });
    expect(rows.map((row) => row.tokenHash)).toContain(hashSecret(refreshToken));
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
  });

  it('is exchanged for the next pair of the same session', async () => {
    const first = await signIn();
    const second = await renewed(first);
    expect(second).toEqual({ ...first, accessToken: expect.any(String), refreshToken: expect.any(String) });
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const [a, b] = [first, second].map((tokens) => jwt.decode(tokens.accessToken) as jwt.JwtPayload);
    expect(b?.['sid']).toBe(a?.['sid']);
    expect(b?.['jti']).not.toBe(a?.['jti']);
    expect(await statusOf(await renewed(second))).toBe(200);
  });

  it('ends the whole sign-in, access tokens included, when it is used twice', async () => {
    const first = await signIn();
    const other = await signIn();
    const second = await renewed(first);
    expect((await refresh(first.refreshToken)).body).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect((await refresh(second.refreshToken)).status).toBe(401);
    expect([await statusOf(first), await statusOf(second), await statusOf(other)]).toEqual([401, 401, 200]);
    expect((await refresh(other.refreshToken)).status).toBe(200);
  });

  it('is good for one of two exchanges made at once', async () => {
    const { refreshToken } = await signIn();
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('is refused when unknown, expired, or of another company', async () => {
    expect((await refresh('x'.repeat(43))).status).toBe(401);
    expect((await refresh('नमस्ते')).status).toBe(401);
    expect((await refresh('')).status).toBe(422);
    const { refreshToken } = await signIn();
    const elsewhere = await client.call('POST', '/api/v1/auth/refresh', {
      body: { refreshToken },
      headers: { 'X-Company': 'nowhere' },
    });
    expect(elsewhere.status).toBe(404);
    const late = await startAccountClient({ REFRESH_TOKEN_TTL_SECONDS: 60 }, { language: client.app.deps.language });
    const { customer } = late.accounts;
    const old = await late.login(customer.email, customer.password);
    const foreign = await client.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: old.refreshToken } });
    expect(foreign.status).toBe(401);
    late.pass(61);
    const expired = await late.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: old.refreshToken } });
    expect(expired.body).toMatchObject({ code: 'token-expired' });
    await late.close();
  });
});

describe('signing in', () => {
  it('is refused when the password is changed while it is being checked', async () => {
    const { email, password, user } = await client.register();
    const { db } = client.app.deps;
    const { attempt } = await db.transaction(async (tx) => {
      await lockAccount(tx, client.accounts.companyId, user.id);
      const attempt = client.call('POST', '/api/v1/auth/login', { body: { email, password } });
      await sleep(500);
      await updateAccount(tx, client.accounts.companyId, user.id, { passwordHash: await hashPassword('another-one') });
      return { attempt };
    });
    expect((await attempt).body).toMatchObject({ code: 'bad-credentials' });
  });
});

describe('signing out', () => {
  it('ends this sign-in at once and no other', async () => {
    const tokens = await renewed(await signIn());
    const other = await signIn();
    const answer = await client.call('POST', '/api/v1/auth/logout', { token: tokens.accessToken });
    expect([answer.status, answer.body]).toEqual([200, { done: true }]);
    expect([await statusOf(tokens), await statusOf(other)]).toEqual([401, 200]);
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
    const { jti } = jwt.decode(tokens.accessToken) as jwt.JwtPayload;
    const ttl = await client.app.deps.redis.ttl(`deny:jti:${jti}`);
    expect(ttl).toBeGreaterThan(client.app.deps.config.ACCESS_TOKEN_TTL_SECONDS - 30);
    expect(ttl).toBeLessThanOrEqual(client.app.deps.config.ACCESS_TOKEN_TTL_SECONDS);
  });

  it('counts also while Redis cannot be asked', async () => {
    const tokens = await signIn();
    const other = await signIn();
    await client.call('POST', '/api/v1/auth/logout', { token: tokens.accessToken });
    const alone = await startTestApp({ overrides: { language: client.app.deps.language } });
    alone.deps.redis.disconnect();
    const ask = (token: string) =>
      fetch(`${alone.url}/api/v1/auth/token`, {
        headers: { authorization: `Bearer ${token}`, 'x-company': client.accounts.companyId },
      });
    expect((await ask(tokens.accessToken)).status).toBe(401);
    expect((await ask(other.accessToken)).status).toBe(200);
    await alone.close();
  });

  it('is for those who are signed in', async () => {
    expect((await client.call('POST', '/api/v1/auth/logout')).status).toBe(401);
    const { body } = await client.call('POST', '/api/v1/auth/guest');
    const guest = String(body['accessToken']);
    expect((await client.call('POST', '/api/v1/auth/logout', { token: guest })).status).toBe(401);
  });
});

describe('asking whose a token is', () => {
  it('tells who, in which session and how long', async () => {
    const { accessToken, user } = await signIn();
    const claims = jwt.decode(accessToken) as jwt.JwtPayload;
    const { status, body } = await whoAmI(accessToken);
    expect([status, body]).toEqual([
      200,
      {
        kind: 'customer',
        id: user.id,
        name: user.name,
        sessionId: claims['sid'],
        issuedAt: new Date((claims.iat ?? 0) * 1_000).toISOString(),
        expiresAt: new Date((claims.exp ?? 0) * 1_000).toISOString(),
      },
    ]);
  });

  it('lists a sign-in of the operations side among the sessions of the staff', async () => {
    const { admin } = client.accounts;
    const { accessToken } = await client.login(admin.email, admin.password);
    const { sessionId, kind, role } = (await whoAmI(accessToken)).body;
    expect([kind, role]).toEqual(['staff', null]);
    const row = await client.app.deps.db.query.staffSessions.findFirst({
      where: (s, { eq }) => eq(s.id, String(sessionId)),
    });
    expect(row).toMatchObject({ userId: admin.id, ip: '127.0.0.1', revokedAt: null });
    await client.call('POST', '/api/v1/auth/logout', { token: accessToken });
    const after = await client.app.deps.db.query.staffSessions.findFirst({
      where: (s, { eq }) => eq(s.id, String(sessionId)),
    });
    expect(after?.revokedAt).toBeInstanceOf(Date);
  });
});
