import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockAccount, updateAccount } from '#src/db/queries/users.ts';
import { somebody, startAccountClient, type AccountClient } from '#tests/account-client.ts';
import { createTestConversation } from '#tests/test-accounts.ts';
import { testCtx } from '#tests/test-ctx.ts';
import { hashPassword } from '../auth/password-hash.ts';
import { changePassword } from './change-password.ts';
import { deleteAccount } from './delete-account.ts';
import { updateProfile } from './update-profile.ts';

let client: AccountClient;
beforeAll(async () => {
  client = await startAccountClient();
});
afterAll(() => client.close());

const ME = '/api/v1/users/me';
const register = (body: object) => client.call('POST', '/api/v1/auth/register', { body });
const me = (token: string) => client.call('GET', ME, { token });
const put = (token: string, body: object, version: string | null = '"1"') =>
  client.call('PUT', ME, { token, body, headers: version === null ? {} : { 'If-Match': version } });
const eventsOf = async (subject: string) => {
  const rows = await client.app.deps.db.query.events.findMany({
    where: (e, { eq }) => eq(e.subjectId, subject),
    orderBy: (e, { asc }) => [asc(e.createdAt), asc(e.id)],
  });
  return rows.map((row) => row.type);
};

describe('registering', () => {
  it('makes a customer who is signed in, with the phone in E.164', async () => {
    const person = somebody({ phone: '098765 00001', email: 'Meera.New@Example.test' });
    const { status, body } = await register(person);
    expect(status).toBe(201);
    expect(body).toEqual({
      accessToken: expect.any(String),
      expiresIn: client.app.deps.config.ACCESS_TOKEN_TTL_SECONDS,
      refreshToken: expect.any(String),
      user: { id: expect.any(String), name: 'Meera Iyer', email: 'meera.new@example.test', role: 'customer' },
    });
    const profile = await me(String(body['accessToken']));
    expect(profile.headers.get('etag')).toBe('"1"');
    expect(profile.body).toMatchObject({ phone: '+919876500001', phoneVerified: false, emailVerified: false });
    const { id } = body['user'] as { id: string };
    expect(await eventsOf(id)).toEqual(['user.registered']);
    const row = await client.app.deps.db.query.users.findFirst({ where: (u, { eq }) => eq(u.id, id) });
    expect(row?.passwordHash).toMatch(/^\$2b\$10\$/);
  });

  it('names what belongs to another account', async () => {
    const first = await client.register();
    const { email, phone } = first;
    expect((await register(somebody({ email: email.toUpperCase() }))).body).toMatchObject({
      status: 409,
      code: 'conflict',
      errors: [{ pointer: '/email' }],
    });
    expect((await register(somebody({ phone }))).body).toMatchObject({ errors: [{ pointer: '/phone' }] });
    expect((await register(somebody({ email, phone }))).body).toMatchObject({
      errors: [{ pointer: '/email' }, { pointer: '/phone' }],
    });
  });

  it('makes one account of many requests at once', async () => {
    const person = somebody();
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('refuses bad fields and weak passwords, each by its pointer', async () => {
    const bad = await register({ name: ' ', email: 'x', phone: '12345', password: '', admin: true });
    expect(bad.status).toBe(422);
    expect((bad.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/name', '/email', '/phone', '/password', '/admin']),
    );
    for (const password of ['short', 'Password123', 'meera-iyer-rocks', 'a'.repeat(100)])
      expect((await register(somebody({ password }))).body).toMatchObject({
        code: 'invalid',
        errors: [{ pointer: '/password' }],
      });
  });

  it('moves what the visitor began as a guest', async () => {
    const { body } = await client.call('POST', '/api/v1/auth/guest');
    const guestToken = String(body['accessToken']);
    const claims = JSON.parse(Buffer.from(guestToken.split('.')[1] ?? '', 'base64url').toString()) as { sub: string };
    const { db } = client.app.deps;
    const talk = await createTestConversation(db, client.accounts.companyId, { guestId: claims.sub });
    const answer = await client.call('POST', '/api/v1/auth/register', {
      body: somebody(),
      headers: { cookie: `guest=${guestToken}` },
    });
    expect(answer.headers.get('set-cookie')).toContain('guest=; Max-Age=0');
    const row = await db.query.conversations.findFirst({ where: (c, { eq }) => eq(c.id, talk) });
    expect(row?.userId).toBe((answer.body['user'] as { id: string }).id);
  });
});

describe('the profile', () => {
  it('is changed by who has read it last, and by nobody for another version', async () => {
    const { accessToken, email, phone, user } = await client.register();
    const changed = await put(accessToken, { name: 'Meera Iyer-Rao', email, phone });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ name: 'Meera Iyer-Rao', version: 2 });
    expect((await put(accessToken, { name: 'Late', email, phone })).body).toMatchObject({ status: 412 });
    expect((await put(accessToken, { name: 'None', email, phone }, null)).body).toMatchObject({ status: 428 });
    expect((await me(accessToken)).body).toMatchObject({ name: 'Meera Iyer-Rao' });
    expect(await eventsOf(user.id)).toEqual(['user.registered', 'user.updated']);
  });

  it('needs the password for a new e-mail address, tells the old one, and asks the new one', async () => {
    const { accessToken, name, email, phone, password } = await client.register();
    await client.call('POST', '/api/v1/auth/verify-email', {
      body: { token: await client.secretFor(email, 'verify-email') },
    });
    const next = somebody().email;
    const without = await put(accessToken, { name, email: next, phone }, '"2"');
    expect(without.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/password' }] });
    const wrong = await put(accessToken, { name, email: next, phone, password: 'wrong' }, '"2"');
    expect(wrong.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/password' }] });
    client.pass(61);
    const right = await put(accessToken, { name, email: next, phone, password }, '"2"');
    expect(right.body).toMatchObject({ email: next, emailVerified: false });
    expect((await client.messagesTo(email)).at(-1)).toMatchObject({ purpose: 'contact-changed' });
    expect(await client.secretFor(next, 'verify-email')).toHaveLength(43);
    expect((await client.login(next, password)).user.email).toBe(next);
  });

  it('cannot take the phone of another account', async () => {
    const other = await client.register();
    const { accessToken, name, email, password } = await client.register();
    const answer = await put(accessToken, { name, email, phone: other.phone, password });
    expect(answer.body).toMatchObject({ code: 'conflict', errors: [{ pointer: '/phone' }] });
  });

  it('is nobody’s who is not signed in', async () => {
    expect((await client.call('GET', ME)).status).toBe(401);
    const { app, accounts } = client;
    const guest = testCtx(app.deps, accounts.company, { kind: 'guest', id: 'gst_x' });
    const profile = { name: 'X', email: 'x@example.test', phone: '9876543210' };
    const unauthenticated = { code: 'unauthenticated' };
    await expect(updateProfile(guest, profile, { version: 1, ip: '::1' })).rejects.toMatchObject(unauthenticated);
    const passwords = { currentPassword: 'a', newPassword: 'b' };
    await expect(changePassword(guest, passwords, { sessionId: undefined, ip: '::1' })).rejects.toMatchObject(
      unauthenticated,
    );
  });
});

describe('changing the password', () => {
  const change = (token: string, currentPassword: string, newPassword: string) =>
    client.call('PATCH', `${ME}/password`, { token, body: { currentPassword, newPassword } });

  it('keeps this sign-in, ends all others, and tells the holder', async () => {
    const { accessToken, refreshToken, email, password } = await client.register();
    const other = await client.login(email, password);
    expect((await change(accessToken, password, 'green-lamp-by-window')).status).toBe(200);
    expect((await me(accessToken)).status).toBe(200);
    expect((await me(other.accessToken)).status).toBe(401);
    const refresh = (token: string) => client.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: token } });
    expect((await refresh(other.refreshToken)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(200);
    await expect(client.login(email, password)).rejects.toThrow('401');
    expect((await client.login(email, 'green-lamp-by-window')).user.email).toBe(email);
    expect((await client.messagesTo(email)).at(-1)).toMatchObject({ purpose: 'password-changed' });
  });

  it('refuses a wrong one and a weak one', async () => {
    const { accessToken, password } = await client.register();
    expect((await change(accessToken, 'wrong', 'green-lamp-by-window')).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/currentPassword' }],
    });
    expect((await change(accessToken, password, 'Password123')).body).toMatchObject({
      errors: [{ pointer: '/newPassword' }],
    });
  });

  it('is no way to guess it: ten wrong ones lock', async () => {
    const { accessToken, password } = await client.register();
    for (let n = 1; n <= 10; n++) expect((await change(accessToken, `guess ${n}`, 'x')).status).toBe(422);
    expect((await change(accessToken, password, 'green-lamp-by-window')).status).toBe(429);
  });
});

describe('deleting the account', () => {
  const remove = (token: string, password: string) => client.call('DELETE', ME, { token, body: { password } });

  it('closes it at once, but keeps its e-mail and phone taken', async () => {
    const person = await client.register();
    expect((await remove(person.accessToken, 'wrong')).body).toMatchObject({ errors: [{ pointer: '/password' }] });
    expect((await remove(person.accessToken, person.password)).status).toBe(200);
    expect((await me(person.accessToken)).status).toBe(401);
    await expect(client.login(person.email, person.password)).rejects.toThrow('401');
    const refreshed = await client.call('POST', '/api/v1/auth/refresh', {
      body: { refreshToken: person.refreshToken },
    });
    expect(refreshed.status).toBe(401);
    expect((await register(somebody({ email: person.email }))).status).toBe(409);
    expect(await eventsOf(person.user.id)).toContain('user.deleted');
  });

  it('is refused when the password is changed while it is being checked', async () => {
    const { accessToken, password, user } = await client.register();
    const { attempt } = await client.app.deps.db.transaction(async (tx) => {
      await lockAccount(tx, client.accounts.companyId, user.id);
      const attempt = remove(accessToken, password);
      await sleep(500);
      await updateAccount(tx, client.accounts.companyId, user.id, { passwordHash: await hashPassword('another-one') });
      return { attempt };
    });
    expect((await attempt).body).toMatchObject({ code: 'conflict' });
    expect((await me(accessToken)).status).toBe(200);
  });

  it('is for customers alone', async () => {
    const { admin, company } = client.accounts;
    const { accessToken } = await client.login(admin.email, admin.password);
    expect((await remove(accessToken, admin.password)).status).toBe(403);
    const ctx = testCtx(client.app.deps, company, { kind: 'guest', id: 'gst_x' });
    await expect(deleteAccount(ctx, { password: 'x' }, { ip: '::1' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});
